import Alpine from '@alpinejs/csp';
import { call, download, type Reply } from '../../api';
import type { Component } from '../../component';
import { focusShown } from '../../focus';
import { dayText } from '../../format';
import { t } from '../../i18n';
import { memberText } from '../../problems';
import { forgetCopy } from '../../storage';
import { app } from '../../store';
import { saveFile } from '../exchange/files';
import { othersText } from '../sync/others';
import { all, ownedBy, remove } from '../sync/outbox';
import type { Doing } from './doing';
import { canPasskey, confirmWithPasskey, signInWithPasskey } from './passkeys';
import { accept, account, fetchSettings, forget, type Account, type Tokens } from './session';
import { setAside } from './unsent';
import { needsProof, trouble } from './words';

export interface Listed<T> { items: T[] }
interface SessionRow { id: string; device: string; createdAt: string; lastUsedAt: string; current: boolean }
interface TokenRow { id: string; name: string; scopes: string[]; createdAt: string; expiresAt: string | null; lastUsedAt: string | null }

type Mode = 'create' | 'enter' | 'forgot' | 'reset';

interface Screen extends Doing {
  account: Account | null; mode: Mode; email: string; password: string; wrong: string;
  sessions: SessionRow[]; tokens: TokenRow[]; tokenName: string; tokenWrites: boolean; secret: string;
  newPassword: string; deleting: boolean; sure: string; proving: boolean; proof: string; retry: (() => Promise<void>) | null;
  readonly outside: boolean; readonly member: boolean; readonly guest: boolean; readonly canPasskey: boolean; readonly who: string; readonly canDelete: boolean;
  readonly sessionRows: { id: string; name: string; when: string; current: boolean; end: string }[]; readonly tokenRows: { id: string; name: string; when: string; remove: string }[];
  init(): Promise<void>; pick(mode: Mode): void; lists(): Promise<void>;
  askProof(retry: () => Promise<void>, from: HTMLElement | null): void; prove(): Promise<void>; provePasskey(): Promise<void>; proved(reply: Reply<unknown>): Promise<void>; unproved(): void; read(): Promise<void>;
  create(): Promise<void>; enter(): Promise<void>; enterByPasskey(): Promise<void>; entered(reply: Reply<Tokens>): Promise<void>; forgot(): Promise<void>; reset(): Promise<void>; confirm(token: string): Promise<void>;
  endSession(id: string): Promise<void>; endOthers(): Promise<void>;
  addToken(): Promise<void>; removeToken(id: string): Promise<void>; changePassword(): Promise<void>; exportAll(): Promise<void>; signOut(): Promise<void>; ask(): void; remove(): Promise<void>;
}

// Where the lifter was when proof was asked for; no part of the screen's state, which Alpine wraps.
let asker: HTMLElement | null = null;

function accountScreen(): Component<Screen> {
  return {
    account: null, mode: 'create', email: '', password: '', busy: false, wrong: '', told: '', sessions: [], tokens: [], tokenName: '', tokenWrites: false, secret: '',
    newPassword: '', deleting: false, sure: '', proving: false, proof: '', retry: null,
    get guest() { return this.account === null || this.account.isGuest; },
    get outside() { return this.guest || app().signedOut || this.mode === 'reset'; },
    get member() { return !this.outside; },
    get canPasskey() { return canPasskey(); },
    get who() { return this.account?.email ?? ''; },
    get canDelete() { return this.sure.trim().toLowerCase() === t('delete'); },
    get sessionRows() { return this.sessions.map((each) => ({ id: each.id, name: each.device || t('Unknown device'), when: each.current ? t('This phone') : t('Last used {day}', { day: dayText(each.lastUsedAt) }), current: each.current, end: t('Sign out {name}', { name: each.device }) })); },
    get tokenRows() { return this.tokens.map((each) => ({ id: each.id, name: each.name, when: `${each.scopes.map((scope) => t(scope)).join(', ')} · ${each.lastUsedAt ? t('Last used {day}', { day: dayText(each.lastUsedAt) }) : t('Never used')}`, remove: t('Remove {name}', { name: each.name }) })); },
    async init() {
      await this.read();
      if (app().signedOut) this.mode = 'enter';
      const [link, token] = app().id.split('=');
      if (link === 'reset') this.mode = 'reset';
      if (link === 'confirm') await this.confirm(token ?? '');
      if (this.member) await this.lists();
    },
    async read() { this.account = (await account()) ?? null; },
    pick(mode) { Object.assign(this, { mode, wrong: '', told: '' }); },
    async lists() {
      const [sessions, tokens] = await Promise.all([call<Listed<SessionRow>>('GET', '/account/sessions'), call<Listed<TokenRow>>('GET', '/account/tokens')]);
      if (sessions.kind === 'ok') this.sessions = sessions.body.items;
      if (tokens.kind === 'ok') this.tokens = tokens.body.items;
      this.wrong = trouble(sessions);
    },
    /** One thing at a time; where the server wants proof that it is really the owner, it asks and then goes on. */
    async act(run, done, instead) {
      const from = document.activeElement as HTMLElement | null;
      this.busy = true;
      const reply = await run();
      this.busy = false;
      this.wrong = needsProof(reply) ? '' : trouble(reply, instead);
      if (needsProof(reply)) return this.askProof(() => this.act(run, done, instead), from);
      if (reply.kind === 'ok') await done?.(reply);
      // A button loses the focus while it is disabled.
      focusShown(() => (document.activeElement === document.body ? from : null));
    },
    askProof(retry, from) {
      asker = from;
      Object.assign(this, { proving: true, proof: '', retry });
      focusShown(() => this.$refs['proof']);
    },
    async prove() { await this.proved(await call('POST', '/account/reauthenticate', { body: { password: this.proof } })); },
    async provePasskey() { await this.proved(await confirmWithPasskey()); },
    async proved(reply) {
      this.wrong = trouble(reply, { password: t('That is not the password.'), unauthenticated: memberText('credential')! });
      if (reply.kind !== 'ok') return;
      const again = this.retry;
      this.unproved();
      await again?.();
    },
    unproved() {
      Object.assign(this, { proving: false, proof: '', retry: null });
      asker?.focus();
    },
    async create() {
      const body = { email: this.email.trim(), password: this.password };
      // What is still on this phone belongs to the guest: it goes first.
      await app().gym.settleUp();
      await this.act(() => call<Tokens>('POST', '/account/register', { body }), (reply) => this.entered(reply as Reply<Tokens>));
    },
    async enter() {
      const body = { email: this.email.trim(), password: this.password };
      await app().gym.settleUp();
      await this.act(() => call<Tokens>('POST', '/account/login', { body, anonymous: true }), (reply) => this.entered(reply as Reply<Tokens>), { unauthenticated: t('E-mail or password is wrong.') });
    },
    async enterByPasskey() {
      await app().gym.settleUp();
      await this.act(signInWithPasskey, (reply) => this.entered(reply as Reply<Tokens>), { unauthenticated: memberText('credential')! });
    },
    async entered(reply) {
      if (reply.kind !== 'ok') return;
      await accept(reply.body);
      Object.assign(this, { account: reply.body.account, password: '' });
      app().signedOut = false;
      await app().gym.reload();
      await app().gym.sync();
      await app().refreshAccount();
      app().say([t('Signed in'), app().others ? othersText(app().others) : ''].filter(Boolean).join('. '));
      await this.lists();
    },
    async forgot() {
      await this.act(() => call('POST', '/account/password/forgot', { body: { email: this.email.trim() } }), () => {
        this.told = t('If there is such an account, a link is on its way.');
      });
    },
    async reset() {
      const token = app().id.split('=')[1];
      await this.act(() => call('POST', '/account/password/reset', { body: { token, newPassword: this.newPassword } }), () => {
        Object.assign(this, { mode: 'enter', newPassword: '', told: t('The password is set. Sign in with it.') });
        app().go('account');
      });
    },
    async confirm(token) {
      await this.act(() => call('POST', '/account/email/confirm', { body: { token } }), async () => {
        this.told = t('The e-mail address is confirmed.');
        await fetchSettings();
        await this.read();
      });
    },
    async endSession(id) { await this.act(() => call('DELETE', `/account/sessions/${id}`), () => this.lists()); },
    async endOthers() { await this.act(() => call('DELETE', '/account/sessions?onlyOthers=true'), () => this.lists()); },
    async addToken() {
      const body = { name: this.tokenName.trim(), scopes: this.tokenWrites ? ['read', 'write'] : ['read'] };
      await this.act(() => call<{ secret: string | null }>('POST', '/account/tokens', { body }), async (reply) => {
        this.secret = reply.kind === 'ok' ? (reply.body as { secret: string | null }).secret ?? '' : '';
        this.tokenName = '';
        await this.lists();
      });
    },
    async removeToken(id) { await this.act(() => call('DELETE', `/account/tokens/${id}`), () => this.lists()); },
    async changePassword() {
      await this.act(() => call('PUT', '/account/password', { body: { currentPassword: this.password || null, newPassword: this.newPassword } }), () => {
        Object.assign(this, { password: '', newPassword: '' });
        app().say(t('Password changed'));
      });
    },
    async exportAll() {
      const file = await download('/account/export');
      if (file) saveFile(file, 'titan-trakr.zip');
      else this.wrong = t('No connection. Your sets are safe on this phone; try again later.');
    },
    async signOut() {
      await app().gym.sync();
      await this.act(() => call('POST', '/account/logout', { body: {} }), async () => {
        forget();
        // What the server would not take stays here, for when this account comes back.
        await setAside();
        await forgetCopy();
        location.assign('/');
      });
    },
    ask() {
      this.deleting = true;
      focusShown(() => this.$refs['sure']);
    },
    async remove() {
      await this.act(() => call('DELETE', '/account'), async () => {
        forget();
        await remove((await all()).filter(ownedBy(this.account?.id)));
        await forgetCopy();
        location.assign('/');
      });
    },
  };
}

Alpine.data('accountScreen', accountScreen);
