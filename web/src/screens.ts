import './features/history/screen';
import './features/history/session';
import './features/history/stats';
import './features/history/weight';
import './features/exercises/screen';
import './features/exercises/exercise';
import './features/templates/screen';
import './features/templates/editor';
import './features/settings/screen';
import './features/sync/others';
import './features/account/screen';
import './features/account/email-card';
import './features/account/passkey-card';
import './features/account/luggage';
import './features/exchange/screen';
import './features/voice/names';

export { memberText, problemText } from './problems';
export { changeAccount } from './features/account/move';
