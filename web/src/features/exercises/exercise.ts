import Alpine from '@alpinejs/csp';
import type { Component } from '../../component';
import { fullDayText, muscleText, numberText, parseNumber, setText, volumeText } from '../../format';
import { t } from '../../i18n';
import { uuidv7 } from '../../ids';
import { memberText } from '../../problems';
import { app } from '../../store';
import type { Exercise, WeightUnit } from '../../types';
import { knownSessions } from '../history/known';
import { records } from '../log/cards';
import { isLoad, isRest } from '../log/limits';
import { drawn, inUnit, type Drawn } from './drawn';
import { bests, progress, within, type Point, type Range } from './progress';

type Measured = 'e1rm' | 'volume' | 'top';

const weight = (kilos: number, unit: WeightUnit) => (kilos > 0 ? `${numberText(inUnit(kilos, unit))} ${unit}` : '–');

function line(point: Point, unit: WeightUnit) {
  return { id: point.workoutId, day: fullDayText(point.at), top: setText(point.topSet), e1rm: weight(point.e1rm, unit), volume: point.volume ? volumeText(point.volume, unit) : '–', href: `#session/${point.workoutId}` };
}

/** The boxes of what is this account's own about an exercise. */
interface Own { name: string; unit: string; step: string; bar: string; rest: string }

const text = (value: number | null | undefined) => (value == null ? '' : numberText(value));
const ownOf = (exercise?: Exercise): Own => ({ name: exercise?.name ?? '', unit: exercise?.unit ?? '', step: text(exercise?.step?.value), bar: text(exercise?.barLoad?.value), rest: text(exercise?.restSeconds) });
const boxed = (box: string) => (box.trim() === '' ? null : parseNumber(box));

/** What can't be kept of the boxes, in words; empty where all can. */
function faultIn(step: number | null, bar: number | null, rest: number | null): string {
  if ([step, bar, rest].some((value) => value !== null && !Number.isFinite(value))) return t('Numbers only, please.');
  const off = step !== null && !(step > 0 && step <= 100) ? 'step' : bar !== null && !isLoad(bar, 0) ? 'barLoad' : rest !== null && !isRest(rest) ? 'restSeconds' : undefined;
  return off ? memberText(off)! : '';
}

interface Screen extends Drawn {
  own: Own; filled: Own; filledFor: string | undefined; wrong: string; points: Point[]; loading: boolean; range: Range; measured: Measured;
  readonly id: string; readonly isOwn: boolean; readonly exercise: Exercise | undefined; readonly name: string; readonly detail: string; readonly aliases: string; readonly unit: WeightUnit;
  readonly shown: Point[]; readonly few: boolean; readonly none: boolean; readonly ready: boolean; readonly lines: ReturnType<typeof line>[]; readonly last: string; readonly best: { kind: string; value: string; day: string }[];
  init(): void; load(): Promise<void>; fill(): void; draw(): Promise<void>; add(): Promise<void>; saveOwn(): Promise<void>; archive(): Promise<void>;
  pickRange(range: Range): void; pickMeasured(measured: Measured): void;
}

function exerciseScreen(): Component<Screen> {
  return {
    ...drawn(), own: ownOf(), filled: ownOf(), filledFor: undefined, wrong: '', points: [], loading: true, range: '1y', measured: 'e1rm',
    get id() { return app().id; },
    get exercise() { return app().exercises.find((each) => each.id === this.id); },
    get isOwn() { return this.exercise?.isOwn ?? false; },
    get name() { return this.exercise?.name ?? app().workout?.exercises.find((entry) => entry.exerciseId === this.id)?.name ?? t('Exercise'); },
    get detail() { return [muscleText(this.exercise?.primaryMuscle), ...(this.exercise?.secondaryMuscles ?? []).map(muscleText), muscleText(this.exercise?.equipment)].filter(Boolean).join(' · '); },
    get aliases() { return this.exercise?.aliases?.length ? t('Also called {names}', { names: this.exercise.aliases.join(', ') }) : ''; },
    get unit() { return this.exercise?.unit ?? app().settings.weightUnit; },
    get shown() { return within(this.points, this.range, Date.now()); },
    get few() { return !this.loading && this.shown.length > 0 && this.shown.length < 3; },
    /** All of it at once: what comes in above pushes away what is being read. */
    get ready() { return !this.loading && app().loaded; },
    get none() { return !this.loading && this.points.length === 0; },
    get lines() { return [...this.shown].reverse().map((point) => line(point, this.unit)); },
    get last() { return this.points.at(-1)?.sets.map(setText).join(', ') ?? ''; },
    get best() {
      return bests(this.points).map(({ kind, point }) => ({
        kind: t(records[kind]!), day: fullDayText(point.at),
        value: kind === 'maxLoad' ? setText(point.topSet) : kind === 'maxSessionVolume' ? volumeText(point.volume, this.unit) : weight(point.e1rm, this.unit),
      }));
    },
    init() {
      this.$watch('$store.app.revision', () => void this.load());
      this.$watch('$store.app.id', () => void this.load());
      void this.load();
    },
    async load() {
      this.fill();
      this.points = progress(await knownSessions(this.id), this.id);
      this.loading = false;
      this.$nextTick(() => void this.draw());
    },
    /** Each sync comes by here, a set's own too: a box that was typed into keeps what it holds. */
    fill() {
      const [fresh, isSame] = [ownOf(this.exercise), this.filledFor === this.exercise?.id];
      const typed = Object.entries(this.own).filter(([box, text]) => isSame && text !== this.filled[box as keyof Own]);
      Object.assign(this, { own: { ...fresh, ...Object.fromEntries(typed) }, filled: fresh, filledFor: this.exercise?.id });
    },
    pickRange(range) { this.range = range; this.$nextTick(() => void this.draw()); },
    pickMeasured(measured) { this.measured = measured; this.$nextTick(() => void this.draw()); },
    async draw() {
      const [points, measured, unit] = [this.shown, this.measured, this.unit];
      await this.redraw(this.$refs['chart'], points.map((point) => Date.parse(point.at)), points.map((point) => inUnit(point[measured], unit)), unit, 'line');
    },
    async saveOwn() {
      const { name, unit, step, bar, rest } = this.own;
      const numbers = [boxed(step), boxed(bar), boxed(rest)] as const;
      this.wrong = faultIn(...numbers);
      if (this.wrong) return;
      const weight = unit === 'kg' || unit === 'lb' ? unit : app().settings.weightUnit;
      const load = (value: number | null) => (value === null ? null : { value, unit: weight });
      const data = { exerciseId: this.id, unit: unit || null, step: load(numbers[0]), barLoad: load(numbers[1]), restSeconds: numbers[2], ...(this.isOwn && name.trim() ? { name: name.trim() } : {}) };
      if (!(await app().gym.run('ChangeExercise', data, { name: this.name }))) return;
      this.filled = { ...this.own };
      await app().readExercises();
      app().say(t('Saved'));
    },
    async archive() {
      if (!(await app().gym.run('ArchiveExercise', { exerciseId: this.id }, { name: this.name }))) return;
      await app().readExercises();
      app().say(t('Removed {set}', { set: this.name }));
      app().go('exercises');
    },
    async add() {
      if (!app().workout && !(await app().gym.run('StartWorkout', { id: uuidv7() }))) return;
      if (!(await app().gym.run('AddExercise', { id: uuidv7(), exerciseId: this.id }, { name: this.name, measure: this.exercise?.measure }))) return;
      app().focus = this.id;
      app().go('log');
    },
  };
}

Alpine.data('exerciseScreen', exerciseScreen);
