import Alpine from '@alpinejs/csp';
import { uuidv7 } from '../../ids';
import { clock, setText } from '../../format';
import type { Entry, LoggedSet, Workout } from '../../types';
import { app } from '../../store';
import { lastLogged } from './fold';
import { nextSet } from './next-set';

interface Row { id: string; number: number; ghost: string; value: string; rpe: string; name: string; records: string; isRecord: boolean; last: string | null; set: LoggedSet }
interface Card { id: string; exerciseId: string; name: string; rows: Row[]; isEmpty: boolean; ghost: string }

interface Magics { $watch(name: string, react: () => void): void; $nextTick(run: () => void): void; $root: HTMLElement }

function row(set: LoggedSet, entry: Entry, newest: string | undefined): Row {
  const before = entry.previous[set.number - 1];
  return {
    id: set.id,
    number: set.number,
    ghost: before ? `Last time ${setText(before)}` : '',
    value: setText(set),
    rpe: set.rpe != null ? `RPE ${set.rpe}` : '',
    name: `Edit set ${set.number}, ${entry.name}, ${setText(set)}`,
    records: set.records?.length ? 'Record' : '',
    isRecord: Boolean(set.records?.length),
    last: set.id === newest ? '' : null,
    set,
  };
}

const lastId = (workout: Workout | null) => (workout ? lastLogged(workout)?.set.id : undefined);

function card(entry: Entry, newest: string | undefined): Card {
  const ghost = entry.previous.length ? `Last time ${entry.previous.map(setText).join(', ')}` : 'No sets yet';
  return { id: entry.id, exerciseId: entry.exerciseId, name: entry.name, rows: entry.sets.map((set) => row(set, entry, newest)), isEmpty: !entry.sets.length, ghost };
}

export function logScreen() {
  return {
    now: Date.now(),
    get workout(): Workout | null { return app().workout; },
    get title() { return this.workout?.name ?? (this.workout ? 'Workout' : 'Titan Trakr'); },
    get active() { return this.workout !== null; },
    get waiting() { return !this.active && !app().loaded; },
    get empty() { return !this.active && app().loaded; },
    get bare() { return this.workout?.exercises.length === 0; },
    get cards() { return (this.workout?.exercises ?? []).map((entry) => card(entry, lastId(this.workout))); },
    get summary() {
      if (!this.workout) return '';
      const { sets } = this.workout.totals;
      return `${sets} ${sets === 1 ? 'set' : 'sets'}`;
    },
    get duration() { return this.workout ? clock((this.now - Date.parse(this.workout.startedAt)) / 1000) : ''; },
    get next() { return nextSet(this.workout, app().focus); },
    get hasNext() { return this.next !== null; },
    get nextLabel() { return this.next ? setText(this.next.values) : ''; },
    get nextName() { return this.next?.name ?? ''; },

    init() {
      setInterval(() => { this.now = Date.now(); }, 1000);
      const { $watch, $nextTick, $root } = this as unknown as Magics;
      const showLast = () => $root.querySelector('[data-last]')?.scrollIntoView({ block: 'nearest' });
      $watch('summary', () => $nextTick(showLast));
      // An answer or the rest bar takes room from below, where the newest set stands.
      new ResizeObserver(showLast).observe($root.querySelector('.scroll')!);
    },
    start() {
      void app().gym.run('StartWorkout', { id: uuidv7() });
    },
    async logNext() {
      const next = this.next;
      if (!next) return;
      await app().gym.run('LogSet', { id: uuidv7(), exerciseId: next.exerciseId, ...clean(next.values) }, next.name);
      app().logged(`Logged ${setText(next.values)}`);
    },
    focusOn(exerciseId: string) {
      app().focus = exerciseId;
    },
    edit(row: Row, card: Card) {
      if (this.workout) app().sheet = { workoutId: this.workout.id, name: card.name, set: row.set };
    },
    pick() {
      app().go('exercises');
    },
    menu() {
      app().menu = true;
    },
  };
}

/** A value that is not there is left out: the contract tells null from absent. */
export function clean(values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}

Alpine.data('logScreen', logScreen);
