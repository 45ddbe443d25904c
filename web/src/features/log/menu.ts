import Alpine from '@alpinejs/csp';
import type { Component } from '../../component';
import { focusShown } from '../../focus';
import { clock, setsText, volumeText } from '../../format';
import { t } from '../../i18n';
import { uuidv7 } from '../../ids';
import { app } from '../../store';
import type { Workout } from '../../types';
import { canInstall, install } from '../settings/install';
import { askToLast } from '../settings/persistence';
import { keeping, type Keeping } from './keeping';
import { canShare, shareAsPicture, shareAsText } from './share';

interface Done { name: string; text: string; records: string; unsent: string; workout: Workout }

interface Menu extends Keeping {
  confirming: boolean; installable: boolean; name: string; note: string; done: Done | null;
  readonly open: boolean; readonly heading: string; readonly canShare: boolean;
  init(): void; dialog(): HTMLDialogElement; show(): void; closed(): void; ask(): void;
  finish(): Promise<void>; discard(): Promise<void>; describe(): Promise<void>; share(): void; sharePicture(): void; install(): Promise<void>; saveTemplate(): Promise<void>;
}

function doneWith(workout: Workout): Done {
  const { sets, volumeKg } = workout.totals;
  const records = workout.exercises.flatMap((entry) => entry.sets).filter((set) => set.records?.length).length;
  const time = clock((Date.now() - Date.parse(workout.startedAt)) / 1000);
  const n = app().entries.length;
  return {
    workout,
    name: workout.name ?? t('Workout'),
    text: t('{sets}, {volume} in {time}', { sets: setsText(sets), volume: volumeText(volumeKg, app().settings.weightUnit), time }),
    records: records ? t('Sets with a record: {n}', { n: records }) : '',
    unsent: n > 1 ? t('{n} changes are still on this phone. They are sent when there is a connection.', { n: n - 1 }) : '',
  };
}

function workoutMenu(): Component<Menu> {
  return {
    ...keeping(), confirming: false, installable: false, name: '', note: '', done: null,
    get open() { return app().menu; },
    get heading() { return this.done ? t('Finished') : this.confirming ? t('Discard this workout?') : t('Workout'); },
    get canShare() { return canShare(); },
    init() {
      this.$watch('open', (open) => (open ? this.show() : this.dialog().close()));
    },
    dialog() { return this.$refs['menu'] as HTMLDialogElement; },
    show() {
      Object.assign(this, { confirming: false, done: null, wrong: '', name: app().workout?.name ?? '', note: app().workout?.note ?? '' });
      this.dialog().showModal();
    },
    closed() { app().menu = false; },
    ask() {
      this.confirming = true;
      focusShown(() => this.$refs['keep']);
    },
    async describe() {
      const [name, note] = [this.name.trim() || null, this.note.trim() || null];
      const { workout } = app();
      const changed = { ...(name === (workout?.name ?? null) ? {} : { name }), ...(note === (workout?.note ?? null) ? {} : { note }) };
      if (Object.keys(changed).length === 0) return this.closed();
      if (!(await this.kept('DescribeWorkout', changed))) return;
      app().menu = false;
      app().say(t('Saved'), true);
    },
    async finish() {
      const [workout, dialog] = [app().workout, this.dialog()];
      if (!workout || !(await this.kept('CompleteWorkout', {}))) return;
      app().setRest(null);
      this.done = doneWith(workout);
      focusShown(() => dialog.querySelector<HTMLElement>('.card'));
      // Now there is something worth keeping: a browser may be asked to.
      this.installable = canInstall();
      void askToLast();
      app().tell(`${t('Finished')}: ${this.done.text}`);
    },
    async discard() {
      if (!(await this.kept('DiscardWorkout', {}))) return;
      app().menu = false;
      app().setRest(null);
      app().say(t('Workout discarded'), true);
    },
    async saveTemplate() {
      const workout = this.done?.workout ?? app().workout;
      if (!workout || !(await this.kept('SaveTemplate', { id: uuidv7(), workoutId: workout.id }, { name: workout.name ?? t('Workout') }))) return;
      app().menu = false;
      app().say(t('Saved as a template'));
    },
    async install() { this.installable = !(await install()); },
    share() { void shareAsText(this.done!.workout); },
    sharePicture() { void shareAsPicture(this.done!.workout, app().settings.weightUnit); },
  };
}

Alpine.data('workoutMenu', workoutMenu);
