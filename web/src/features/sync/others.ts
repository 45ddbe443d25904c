import Alpine from '@alpinejs/csp';
import type { Component } from '../../component';
import { focusShown } from '../../focus';
import { t, tn } from '../../i18n';
import { app } from '../../store';
import { saveFile } from '../exchange/files';

/** How many changes of other accounts wait on this phone, in words. */
export const othersText = (n: number): string => tn('{n} change of another account waits for its sign-in.', '{n} changes of another account wait for its sign-in.', n);

interface Card {
  asking: boolean;
  readonly any: boolean; readonly text: string;
  save(): Promise<void>; ask(): void; keep(): void; discard(): Promise<void>;
}

/** What an account whose session was over has not sent: it waits for its owner, unless who holds the phone lets it go. */
function otherChanges(): Component<Card> {
  return {
    asking: false,
    get any() { return app().others > 0; },
    get text() { return othersText(app().others); },
    async save() {
      const entries = await app().gym.othersEntries();
      saveFile(new Blob([JSON.stringify(entries, null, 2)], { type: 'application/json' }), 'titan-trakr-unsent.json');
    },
    ask() {
      this.asking = true;
      focusShown(() => this.$refs['keep']);
    },
    keep() {
      this.asking = false;
      focusShown(() => this.$refs['ask']);
    },
    async discard() {
      this.asking = false;
      await app().gym.dismissOthers();
      app().say(t('Discarded'));
    },
  };
}

Alpine.data('otherChanges', otherChanges);
