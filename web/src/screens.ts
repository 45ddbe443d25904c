import './features/history/screen';
import './features/history/session';
import './features/exercises/screen';
import './features/exercises/exercise';
import './features/templates/screen';
import './features/templates/editor';
import './features/settings/screen';
