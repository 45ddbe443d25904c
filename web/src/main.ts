import './quiet-globals';
import './styles.css';
import Alpine from '@alpinejs/csp';
import './store';
import './features/log/screen';
import './features/log/sheet';
import './features/log/entry-sheet';
import './features/log/menu';
import './features/log/rest-bar';
import './features/voice/panel';
import './features/sync/needs-you';
import { openCatalogue } from './i18n';
import { applyPrefs } from './prefs';
import { openScreensWhenIdle } from './shell/screens';
import { app } from './store';
import { registerWorker } from './worker';

applyPrefs();
void openCatalogue().finally(() => {
  Alpine.start();
  void app().open();
  registerWorker();
  openScreensWhenIdle();
});
