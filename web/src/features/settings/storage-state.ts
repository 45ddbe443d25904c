import { numberText } from '../../format';
import { t } from '../../i18n';

const megabytes = (bytes: number) => numberText(Math.round(bytes / 100_000) / 10);

/** How much lies on this phone, and whether the browser may clear it on its own. */
export async function storageText(): Promise<string> {
  if (!navigator.storage?.estimate) return '';
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  const lasting = await navigator.storage.persisted();
  const room = t('{used} MB of {quota} MB used.', { used: megabytes(usage), quota: megabytes(quota) });
  return `${room} ${lasting ? t('The browser keeps it for good.') : t('The browser may clear it when space runs out; what is sent stays on the server.')}`;
}
