import './sortable';
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
import history from './features/history/history.html?raw';
import session from './features/history/session.html?raw';
import stats from './features/history/stats.html?raw';
import weight from './features/history/weight.html?raw';
import exercises from './features/exercises/exercises.html?raw';
import exercise from './features/exercises/exercise.html?raw';
import templates from './features/templates/templates.html?raw';
import template from './features/templates/template.html?raw';
import settings from './features/settings/settings.html?raw';
import account from './features/account/account.html?raw';
import exchange from './features/exchange/exchange.html?raw';
import names from './features/voice/names.html?raw';
import { translate } from './i18n';
import type { View } from './route';
import { trusted } from './shell/trusted';

export { memberText, problemText } from './problems';
export { changeAccount } from './features/account/move';

const markup: Record<Exclude<View, 'log'>, string> = { history, session, stats, weight, exercises, exercise, templates, template, settings, account, import: exchange, names };
const markupOf = trusted('titan-screens', 'createHTML', (name) => markup[name as keyof typeof markup]);

for (const place of document.querySelectorAll<HTMLTemplateElement>('template[data-screen]')) {
  place.innerHTML = markupOf(place.dataset['screen']!);
  translate(place.content);
}
