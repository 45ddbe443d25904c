import Alpine from '@alpinejs/csp';
import type { Component } from '../../component';
import { clock, fullDayText, setsText, timeText, volumeText } from '../../format';
import { t } from '../../i18n';
import { uuidv7 } from '../../ids';
import type { Session } from '../../storage';
import { app } from '../../store';
import { row, type Row } from '../log/cards';
import { knownSessions } from './known';
import { canShare, shareAsPicture, shareAsText } from '../log/share';
import type { Entry, Workout } from '../../types';

interface Card { id: string; name: string; note: string; href: string; rows: Row[]; entry: Entry }

interface Screen {
  held: Session | null; loading: boolean;
  readonly workout: Workout | null; readonly missing: boolean; readonly name: string; readonly when: string; readonly summary: string; readonly note: string; readonly cards: Card[]; readonly canShare: boolean;
  init(): void; load(): Promise<void>; edit(row: Row, card: Card): void; share(): void; sharePicture(): void; saveTemplate(): Promise<void>; remove(): Promise<void>;
}

/** A finished workout: as it was logged, put right by the same commands. */
function sessionScreen(): Component<Screen> {
  return {
    held: null, loading: true,
    get workout() { return this.held; },
    get missing() { return !this.loading && this.held === null; },
    get name() { return this.workout?.name ?? t('Workout'); },
    get when() { return this.workout ? `${fullDayText(this.workout.startedAt)}, ${timeText(this.workout.startedAt)}` : ''; },
    get summary() {
      if (!this.workout) return '';
      const { sets, volumeKg, durationSeconds } = this.workout.totals;
      return [setsText(sets), volumeText(volumeKg, app().settings.weightUnit), clock(durationSeconds)].join(' · ');
    },
    get note() { return this.workout?.note ?? ''; },
    get cards() {
      return (this.workout?.exercises ?? []).map((entry) => ({
        id: entry.id, name: entry.name, note: entry.note ?? '', href: `#exercise/${entry.exerciseId}`, entry, rows: entry.sets.map((set) => row(set, entry)),
      }));
    },
    get canShare() { return canShare(); },
    init() {
      this.$watch('$store.app.revision', () => void this.load());
      this.$watch('$store.app.entries', () => void this.load());
      this.$watch('$store.app.id', () => void this.load());
      void this.load();
    },
    async load() {
      // What was corrected here and not yet sent shows too.
      this.held = (await knownSessions()).find((each) => each.id === app().id) ?? null;
      this.loading = false;
    },
    edit(row, card) {
      app().sheet = { workoutId: this.held!.id, entry: card.entry, set: row.set, values: row.set };
    },
    share() { void shareAsText(this.workout!); },
    sharePicture() { void shareAsPicture(this.workout!, app().settings.weightUnit); },
    async saveTemplate() {
      if (await app().gym.run('SaveTemplate', { id: uuidv7(), workoutId: this.held!.id }, { name: this.name })) app().say(t('Saved as a template'));
    },
    async remove() {
      const { id } = this.held!;
      if (!(await app().gym.run('DeleteWorkout', { workoutId: id }, { name: this.name }))) return;
      app().say(t('Removed {set}', { set: this.name }), () => void app().gym.run('RestoreWorkout', { workoutId: id }, { name: this.name }));
      app().go('log');
    },
  };
}

Alpine.data('sessionScreen', sessionScreen);
