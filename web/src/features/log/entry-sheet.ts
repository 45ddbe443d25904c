import Alpine from '@alpinejs/csp';
import type { Component } from '../../component';
import { t } from '../../i18n';
import { uuidv7 } from '../../ids';
import { app } from '../../store';
import type { Entry, Exercise } from '../../types';
import type { CommandType } from '../sync/entry';
import { keeping, type Keeping } from './keeping';

interface Sheet extends Keeping {
  note: string;
  readonly open: boolean; readonly entry: Entry | null; readonly name: string; readonly first: boolean; readonly last: boolean; readonly count: string; readonly bound: boolean; readonly mateName: string;
  init(): void; dialog(): HTMLDialogElement; show(): void; closed(): void; details(): void; replace(): void; give(type: CommandType, data: Record<string, unknown>, done: string): Promise<void>;
  bind(): Promise<void>; unbind(): Promise<void>; up(): void; down(): void; move(by: number): Promise<void>; saveNote(): Promise<void>; remove(): Promise<void>;
}

const place = (entry: Entry | null) => app().workout?.exercises.findIndex((each) => each.id === entry?.id) ?? -1;

/** The exercise below it that it could be done in turn with; the one above for the last. */
function mateOf(entry: Entry | null): Entry | undefined {
  const all = app().workout?.exercises ?? [];
  const at = place(entry);
  const other = [all[at + 1], all[at - 1]].find((each) => each && (each.supersetId === null || each.supersetId !== entry?.supersetId));
  return at < 0 ? undefined : other;
}

/** What can be done with an exercise of the running workout. */
function entrySheet(): Component<Sheet> {
  return {
    ...keeping(), note: '',
    get open() { return app().entrySheet !== null; },
    get entry() { return app().entrySheet?.entry ?? null; },
    get name() { return this.entry?.name ?? ''; },
    get first() { return place(this.entry) <= 0; },
    get last() { return place(this.entry) === (app().workout?.exercises.length ?? 0) - 1; },
    get count() { return this.entry?.sets.length ? t('Remove, with its sets') : t('Remove from workout'); },
    get bound() { return (this.entry?.supersetId ?? null) !== null; },
    get mateName() {
      const mate = mateOf(this.entry);
      return mate ? t('Superset with {name}', { name: mate.name }) : '';
    },
    init() {
      this.$watch('open', (open: boolean) => (open ? this.show() : this.dialog().close()));
    },
    dialog() { return this.$refs['entry'] as HTMLDialogElement; },
    show() {
      Object.assign(this, { note: this.entry?.note ?? '', wrong: '' });
      this.dialog().showModal();
    },
    closed() { app().entrySheet = null; },
    details() {
      const id = this.entry!.exerciseId;
      this.closed();
      app().go('exercise', id);
    },
    replace() {
      const entry = this.entry!;
      this.closed();
      app().picking = (exercise: Exercise) => {
        void app().gym.run('ReplaceExercise', { entryId: entry.id, exerciseId: exercise.id }, { name: exercise.name, measure: exercise.measure })
          .then((held) => { if (held) app().say(t('{old} is now {new}', { old: entry.name, new: exercise.name }), true); });
      };
      app().go('exercises');
    },
    async give(type, data, done) {
      if (!(await this.kept(type, data))) return;
      this.closed();
      app().say(done, true);
    },
    async bind() {
      const [entry, mate] = [this.entry!, mateOf(this.entry)!];
      const id = entry.supersetId ?? mate.supersetId ?? uuidv7();
      await this.give('MakeSuperset', { id, entryIds: [entry.id, mate.id] }, t('Done in turn: {a} and {b}', { a: entry.name, b: mate.name }));
    },
    async unbind() { await this.give('BreakSuperset', { supersetId: this.entry!.supersetId }, t('Superset taken apart')); },
    up() { void this.move(-1); },
    down() { void this.move(1); },
    async move(by: number) {
      const order = app().workout!.exercises.map((each) => each.id);
      const from = place(this.entry);
      order.splice(from + by, 0, ...order.splice(from, 1));
      await this.give('ReorderExercises', { order }, t('Moved'));
    },
    async saveNote() {
      const { id, supersetId, note: before } = this.entry!;
      const note = this.note.trim() || null;
      // The server records nothing then, and refuses to take it back.
      if (note === (before ?? null)) return this.closed();
      await this.give('DescribeExercise', { entryId: id, supersetId, note }, t('Note saved'));
    },
    async remove() {
      const { id, name } = this.entry!;
      await this.give('RemoveExercise', { entryId: id }, t('Removed {set}', { set: name }));
    },
  };
}

Alpine.data('entrySheet', entrySheet);
