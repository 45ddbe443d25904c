import './styles.css';
import './store';
import './features/log/screen';
import './features/log/sheet';
import './features/log/entry-sheet';
import './features/log/menu';
import './features/log/rest-bar';
import './features/voice/panel';
import './features/sync/needs-you';
import './features/settings/install';
import { openCatalogue } from './i18n';
import { applyPrefs } from './prefs';
import { parseRoute } from './route';
import { openScreens } from './shell/screens';
import { breathe, startInSlices } from './shell/start';
import { app } from './store';
import { isOvertaken, registerWorker } from './worker';

applyPrefs();
// Between two screens nothing is half typed: the moment to come along to a version that another tab has taken.
addEventListener('hashchange', () => (isOvertaken() ? location.reload() : void app().routed()));
// A screen that the address names must be there before Alpine looks for it.
const screens = parseRoute(location.hash).view === 'log' ? null : openScreens();
void start();

async function start(): Promise<void> {
  const [, there] = await Promise.allSettled([openCatalogue(), screens]);
  if (screens && there.status === 'fulfilled' && !there.value) app().stayOnLog();
  await breathe();
  await startInSlices(document.body);
  void app().open();
  void registerWorker();
}
