import Alpine from '@alpinejs/csp';
import { call, type Reply } from '../../api';
import type { Inside } from '../../component';
import { t } from '../../i18n';
import type { Doing } from './doing';
import { fetchSettings, type Account } from './session';

interface Card {
  address: string;
  change(): Promise<void>; changed(reply: Reply<unknown>, asked: string): Promise<void>;
}

/** Another address to sign in with: at once, or once the link that it gets was followed. */
function emailCard(): Inside<Doing, Card> {
  return {
    address: '',
    async change() {
      const email = this.address.trim();
      this.told = '';
      await this.act(() => call<Account>('PUT', '/account/email', { body: { email } }), (reply) => this.changed(reply, email));
    },
    async changed(reply, asked) {
      const now = reply.kind === 'ok' ? (reply.body as Account).email : null;
      this.told = now === asked ? t('Your e-mail is {email} now.', { email: asked }) : t('A link is on its way to {email}. Follow it, and the address is yours.', { email: asked });
      this.address = '';
      await fetchSettings();
      await this.read();
    },
  };
}

Alpine.data('emailCard', emailCard);
