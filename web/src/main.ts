import './quiet-globals';
import './styles.css';
import Alpine from '@alpinejs/csp';
import './store';
import './features/log/screen';
import './features/log/sheet';
import './features/log/menu';
import './features/log/rest-bar';
import './features/voice/panel';
import './features/sync/needs-you';
import './features/history/screen';
import './features/exercises/screen';
import './features/settings/screen';
import { app } from './store';
import { registerWorker } from './worker';

Alpine.start();
void app().open();
registerWorker();
