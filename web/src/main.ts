import './quiet-globals';
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
import { openCatalogue } from './i18n';
import { applyPrefs } from './prefs';
import { parseRoute } from './route';
import { openScreens } from './shell/screens';
import { app } from './store';
import { registerWorker } from './worker';

applyPrefs();
// A screen that the address names must be there before Alpine looks for it.
const screens = parseRoute(location.hash).view === 'log' ? null : openScreens();
void Promise.allSettled([openCatalogue(), screens]).then(() => {
  Alpine.start();
  void app().open();
  void registerWorker();
});
