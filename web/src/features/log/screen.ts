import Alpine from '@alpinejs/csp';
import { agoText, clock, setText } from '../../format';
import { t } from '../../i18n';
import { uuidv7 } from '../../ids';
import { app } from '../../store';
import type { Session } from '../../storage';
import type { SetValues, Workout } from '../../types';
import { lastSession } from '../history/known';
import { cards, summaryText, type Card, type Row } from './cards';
import { clean } from './clean';
import { focused, likely, nextSet } from './next-set';
import { keepAwake } from './wake';

interface Magics { $watch(name: string, react: () => void): void; $nextTick(run: () => void): void; $root: HTMLElement }

export function logScreen() {
  return {
    now: Date.now(),
    last: undefined as Session | undefined,
    get workout(): Workout | null { return app().workout; },
    get title() { return this.workout?.name ?? (this.workout ? t('Workout') : 'Titan Trakr'); },
    get active() { return this.workout !== null; },
    get waiting() { return !this.active && !app().loaded; },
    get empty() { return !this.active && app().loaded; },
    get bare() { return this.workout?.exercises.length === 0; },
    get cards() { return cards(this.workout, this.workout ? focused(this.workout, app().focus)?.exerciseId : undefined); },
    get summary() { return summaryText(this.workout); },
    get note() { return this.workout?.note ?? ''; },
    get line() { return this.active ? `${this.duration} · ${this.summary}` : this.lastTime; },
    get lastTime() {
      if (this.last) return t('Last: {name}, {day}', { name: this.last.name ?? t('Workout'), day: agoText(this.last.startedAt, this.now) });
      return app().loaded ? t('No workout running') : '';
    },
    get duration() { return this.workout ? clock((this.now - Date.parse(this.workout.startedAt)) / 1000) : ''; },
    get next() { return nextSet(this.workout, app().focus); },
    get hasNext() { return this.next !== null; },
    // Where it takes two lines, a number stays with what it counts.
    get nextLabel() { return this.next ? setText(this.next.values).replace(/(\d|×) /g, '$1\u00a0').replace(/\u00a0(×|·)/g, ' $1') : ''; },
    get nextName() { return this.next?.name ?? ''; },

    init() {
      setInterval(() => { this.now = Date.now(); }, 1000);
      const { $watch, $nextTick, $root } = this as unknown as Magics;
      const showLast = () => $root.querySelector('[data-last]')?.closest('.exercise')?.querySelector('.after')?.scrollIntoView({ block: 'nearest' });
      $watch('summary', () => $nextTick(showLast));
      $watch('active', () => keepAwake(this.active));
      // An answer or the rest bar takes room from below, where the newest set stands.
      new ResizeObserver(showLast).observe($root.querySelector('.scroll')!);
      // Not the queue: a watch goes through all of what it watches, at every set.
      for (const name of ['active', '$store.app.loaded', '$store.app.revision', '$store.app.view']) $watch(name, () => void this.load());
    },
    async load() {
      if (!this.active && app().loaded && !app().unkept) this.last = await lastSession();
    },
    start() {
      void app().gym.run('StartWorkout', { id: uuidv7() });
    },
    async logNext() {
      const next = this.next;
      if (!next) return;
      await this.log(next.exerciseId, next.name, next.values);
    },
    async log(exerciseId: string, name: string, values: SetValues) {
      if (!(await app().gym.run('LogSet', { id: uuidv7(), exerciseId, ...clean(values) }, { name }))) return;
      // The turn goes on from here, whatever was chosen before.
      app().focus = null;
      app().logged(t('Logged {set}', { set: setText(values) }), app().restOf(exerciseId));
    },
    focusOn(exerciseId: string) { app().focus = exerciseId; },
    edit(row: Row, card: Card) {
      if (this.workout) app().sheet = { workoutId: this.workout.id, entry: card.entry, set: row.set, values: row.set };
    },
    add(card: Card) {
      if (this.workout) app().sheet = { workoutId: this.workout.id, entry: card.entry, set: null, values: likely(card.entry) ?? {} };
    },
    more(card: Card) { app().entrySheet = { entry: card.entry }; },
    pick() {
      app().picking = null;
      app().go('exercises');
    },
    menu() { app().menu = true; },
    /** With Alt, so that no letter that is typed, or said by a speech input, does anything by itself. */
    shortcut(event: KeyboardEvent) {
      if (!event.altKey || event.ctrlKey || event.metaKey || app().view !== 'log') return;
      if (event.code === 'KeyN') void this.logNext();
      else if (event.code === 'KeyM') document.querySelector<HTMLElement>('.mic')?.click();
      else if (event.code === 'KeyU' && this.active) void app().undo();
      else return;
      event.preventDefault();
    },
  };
}

Alpine.data('logScreen', logScreen);
