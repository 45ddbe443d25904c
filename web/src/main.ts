import './styles.css';
import Alpine from '@alpinejs/csp';
import './store';
import './sortable';
import './features/log/screen';
import './features/log/sheet';
import './features/log/entry-sheet';
import './features/log/menu';
import './features/log/rest-bar';
import './features/voice/panel';
import './features/sync/needs-you';
import './features/settings/install';
import { dayText } from './format';
import { openCatalogue } from './i18n';
import { applyPrefs } from './prefs';
import { parseRoute } from './route';
import { openScreens } from './shell/screens';
import { app } from './store';
import { isOvertaken, registerWorker } from './worker';

const pause = () => new Promise<void>((go) => setTimeout(go));

applyPrefs();
// Between two screens nothing is half typed: the moment to come along to a version that another tab has taken.
addEventListener('hashchange', () => (isOvertaken() ? location.reload() : void app().routed()));
// A screen that the address names must be there before Alpine looks for it.
const screens = parseRoute(location.hash).view === 'log' ? null : openScreens();
void start();

/** In pieces: one long task would hold up the first tap. What is marked data-later stands there as markup until its turn. */
async function start(): Promise<void> {
  await Promise.allSettled([openCatalogue(), screens]);
  const later = [...document.querySelectorAll<HTMLElement & { _x_ignore?: boolean }>('[data-later]')];
  await pause();
  // The first date of all reads what the browser knows of dates.
  dayText(new Date().toISOString());
  await pause();
  Alpine.start();
  for (const part of later) {
    await pause();
    delete part._x_ignore;
    part.removeAttribute('x-ignore');
    Alpine.initTree(part as HTMLElement);
  }
  void app().open();
  void registerWorker();
}
