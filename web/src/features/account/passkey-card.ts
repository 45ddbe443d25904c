import Alpine from '@alpinejs/csp';
import { call } from '../../api';
import type { Inside } from '../../component';
import { focusShown } from '../../focus';
import { fullDayText } from '../../format';
import { t } from '../../i18n';
import { app } from '../../store';
import type { Doing } from './doing';
import { addPasskey, type Passkey } from './passkeys';
import type { Listed } from './screen';

interface Card {
  passkeys: Passkey[]; passkeyName: string; renamed: string; newName: string;
  readonly rows: { id: string; name: string; when: string; place: string; rename: string; remove: string; renaming: boolean }[];
  init(): void; list(): Promise<void>; add(): Promise<void>; remove(id: string): Promise<void>;
  begin(id: string): void; rename(): Promise<void>; stop(): void;
}

const path = (id: string) => `/account/passkeys/${encodeURIComponent(id)}`;
const place = (id: string) => `rename-${id}`;

/** The passkeys of the account: added, called otherwise, removed. */
function passkeyCard(): Inside<Doing, Card> {
  return {
    passkeys: [], passkeyName: '', renamed: '', newName: '',
    get rows() {
      return this.passkeys.map(({ id, name, createdAt }) => ({
        id, name, when: t('Added {day}', { day: fullDayText(createdAt) }), place: place(id), rename: t('Rename {name}', { name }), remove: t('Remove {name}', { name }), renaming: id === this.renamed,
      }));
    },
    init() { void this.list(); },
    async list() {
      const reply = await call<Listed<Passkey>>('GET', '/account/passkeys');
      if (reply.kind === 'ok') this.passkeys = reply.body.items;
    },
    async add() { await this.act(() => addPasskey(this.passkeyName.trim() || t('This phone')), () => this.list()); },
    async remove(id) { await this.act(() => call('DELETE', path(id)), () => this.list()); },
    begin(id) {
      Object.assign(this, { renamed: id, newName: this.passkeys.find((each) => each.id === id)?.name ?? '' });
      focusShown(() => document.querySelector<HTMLElement>('[data-renamed]'));
    },
    async rename() {
      const name = this.newName.trim();
      await this.act(() => call('PATCH', path(this.renamed), { body: { name } }), async () => {
        await this.list();
        this.stop();
        app().status = t('Renamed to {name}', { name });
      });
    },
    stop() {
      const from = place(this.renamed);
      this.renamed = '';
      focusShown(() => document.getElementById(from));
    },
  };
}

Alpine.data('passkeyCard', passkeyCard);
