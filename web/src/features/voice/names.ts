import Alpine from '@alpinejs/csp';
import type { Component } from '../../component';
import { fullDayText } from '../../format';
import { t } from '../../i18n';
import { kept } from '../../storage';
import { app } from '../../store';
import { list } from '../sync/replica';
import { foldAliases, type Alias } from './aliases';

interface Screen {
  all: Alias[]; loading: boolean; complete: boolean;
  readonly none: boolean; readonly partial: boolean; readonly rows: { id: string; phrase: string; means: string; href: string; forget: string }[];
  init(): void; load(): Promise<void>; forget(id: string): Promise<void>;
}

/** What voice has learned to call exercises; each name can be given up. */
function namesScreen(): Component<Screen> {
  return {
    all: [], loading: true, complete: true,
    get none() { return !this.loading && this.complete && this.all.length === 0; },
    get partial() { return !this.loading && !this.complete; },
    get rows() {
      return this.all.map((each) => ({
        id: each.id, phrase: `“${each.phrase}”`, means: `${each.name} · ${t('Learned {day}', { day: fullDayText(each.learnedAt) })}`,
        href: `#exercise/${each.exerciseId}`, forget: t('Forget {name}', { name: each.phrase }),
      }));
    },
    init() {
      this.$watch('$store.app.revision', () => void this.load());
      this.$watch('$store.app.entries', () => void this.load());
      void this.load();
    },
    async load() {
      const [aliases, held] = await Promise.all([list<Alias>('aliases'), kept<Alias[]>('aliases')]);
      Object.assign(this, { all: foldAliases(aliases, JSON.parse(JSON.stringify(app().entries))), complete: held !== undefined, loading: false });
    },
    async forget(id) {
      const { phrase } = this.all.find((each) => each.id === id)!;
      if (await app().gym.run('ForgetAlias', { aliasId: id }, { name: phrase })) app().say(t('Forgotten: {name}', { name: phrase }));
    },
  };
}

Alpine.data('namesScreen', namesScreen);
