import Alpine from '@alpinejs/csp';
import { keepLoaded, type Component } from '../../component';
import { dayText } from '../../format';
import { t } from '../../i18n';
import { app } from '../../store';
import type { Moved } from '../../place';
import { knownSessions } from '../history/known';
import { startFrom, templates } from './mine';
import type { Template } from './template';

function item(template: Template, last: string | undefined, place: number, size: number) {
  const names = template.exercises.map((each) => app().exercises.find((known) => known.id === each.exerciseId)?.name ?? each.exerciseId);
  return {
    id: template.id, template, name: template.name, href: `#template/${template.id}`,
    exercises: names.join(', ') || t('No exercises yet'),
    last: last ? t('Last done {day}', { day: dayText(last) }) : t('Not done yet'),
    first: place === 0, end: place === size - 1,
    start: t('Start {name}', { name: template.name }), upName: t('Move {name} up', { name: template.name }), downName: t('Move {name} down', { name: template.name }),
  };
}

interface Screen {
  all: Template[]; lastDone: Map<string, string>; loading: boolean;
  readonly items: ReturnType<typeof item>[]; readonly none: boolean; readonly running: boolean; readonly many: boolean;
  init(): void; load(): Promise<void>; place(id: string): number; start(template: Template): Promise<void>; up(id: string): void; down(id: string): void; move(from: number, to: number): Promise<void>; moved(event: CustomEvent<Moved>): void;
}

function templatesScreen(): Component<Screen> {
  return {
    all: [], lastDone: new Map(), loading: true,
    get items() { return this.all.map((each, place) => item(each, this.lastDone.get(each.id), place, this.all.length)); },
    get none() { return !this.loading && this.all.length === 0; },
    get many() { return this.all.length > 1; },
    get running() { return app().workout !== null; },
    init() { keepLoaded(this); },
    async load() {
      const [all, sessions] = await Promise.all([templates(), knownSessions()]);
      // Newest first: the first of each is when it was last done.
      const done = sessions.reverse().flatMap((session) => (session.templateId ? [[session.templateId, session.startedAt] as const] : []));
      // All at once: a list that moves up when the word about loading goes takes a tap meant for it somewhere else.
      Object.assign(this, { all, lastDone: new Map(done), loading: false });
    },
    async start(template) {
      if (this.running) return app().say(t('Finish the running workout first.'));
      await startFrom(template);
    },
    up(id) { void this.move(this.place(id), this.place(id) - 1); },
    down(id) { void this.move(this.place(id), this.place(id) + 1); },
    moved(event) { void this.move(event.detail.from, event.detail.to); },
    place(id) { return this.all.findIndex((each) => each.id === id); },
    async move(from, to) {
      const order = this.all.map((each) => each.id);
      order.splice(to, 0, ...order.splice(from, 1));
      await app().gym.run('ReorderTemplates', { order });
    },
  };
}

Alpine.data('templatesScreen', templatesScreen);
