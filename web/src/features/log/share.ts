import { dayText, setText, setsText, volumeText } from '../../format';
import { t } from '../../i18n';
import type { WeightUnit, Workout } from '../../types';
import { saveFile } from '../exchange/files';

/** A workout in plain lines, as one would send it to a friend. */
export function shareText(workout: Workout): string {
  const { sets, volumeKg } = workout.totals;
  const head = `${workout.name ?? t('Workout')}, ${dayText(workout.startedAt)}`;
  const lines = workout.exercises.filter((entry) => entry.sets.length).map((entry) => `${entry.name}: ${entry.sets.map(setText).join(', ')}`);
  return [head, ...lines, `${setsText(sets)}, ${volumeText(volumeKg)}`].join('\n');
}

export const canShare = (): boolean => 'share' in navigator;

// Closing the sheet is no fault.
const send = (data: ShareData): Promise<void> => navigator.share(data).catch(() => undefined);

export const shareAsText = (workout: Workout): Promise<void> => send({ title: workout.name ?? t('Workout'), text: shareText(workout) });

/** Where pictures can't be shared they are saved. */
export async function shareAsPicture(workout: Workout, unit: WeightUnit): Promise<void> {
  const { picture } = await import('./picture');
  const image = await picture(JSON.parse(JSON.stringify(workout)) as Workout, unit);
  if (!image) return;
  const name = `titan-trakr-${workout.startedAt.slice(0, 10)}.png`;
  const files = [new File([image], name, { type: 'image/png' })];
  if (navigator.canShare?.({ files })) await send({ files, title: workout.name ?? t('Workout') });
  else saveFile(image, name);
}
