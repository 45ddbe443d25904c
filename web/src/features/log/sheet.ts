import Alpine from '@alpinejs/csp';
import type { Component } from '../../component';
import { numberText, parseNumber, setText } from '../../format';
import { t } from '../../i18n';
import { uuidv7 } from '../../ids';
import { ruleOf } from '../../reason';
import { app } from '../../store';
import type { Exercise, SetKind, SetValues, WeightUnit } from '../../types';
import { clean } from './clean';
import { keeping, type Keeping } from './keeping';
import { offLimits } from './limits';
import { platesFor, usualBar, usualPlates, usualStep } from './plates';
import { boxNames, changed, fill, isMeasured, read, type BoxName, type Boxes } from './sheet-values';

const stepped = (text: string, by: number, least = -999): string =>
  numberText(Math.max(least, Math.round(((Number.isFinite(parseNumber(text)) ? parseNumber(text) : 0) + by) * 1000) / 1000));

interface SetSheet extends Boxes, Keeping {
  readonly open: boolean; readonly isNew: boolean; readonly unit: WeightUnit; readonly step: number; readonly heading: string; readonly names: BoxName[];
  readonly plates: { key: string; text: string; tone: string }[]; readonly platesText: string;
  init(): void; dialog(): HTMLDialogElement; show(): void; has(name: BoxName): boolean; closed(): void; pick(kind: SetKind): void;
  lighter(): void; heavier(): void; fewer(): void; more(): void; easier(): void; harder(): void;
  values(): SetValues | null; fault(values: SetValues | null): Promise<string>; save(): Promise<void>; log(values: SetValues): Promise<void>; correct(values: SetValues): Promise<void>; remove(): Promise<void>;
}

/** One sheet for a set that is there and one that is not yet; every change is a command of its own. */
function setSheet(): Component<SetSheet & { readonly side: number[] | null; readonly exercise: Exercise | undefined }> {
  return {
    ...fill({}),
    ...keeping(),
    get open() { return app().sheet !== null; },
    get isNew() { return app().sheet?.set === null; },
    get exercise() { return app().exercises.find((each) => each.id === app().sheet?.entry.exerciseId); },
    get unit(): WeightUnit { return app().sheet?.values.load?.unit ?? this.exercise?.unit ?? app().settings.weightUnit; },
    get step() { return this.exercise?.step?.unit === this.unit ? this.exercise.step.value : usualStep(this.unit, this.exercise?.equipment); },
    get names() { return app().sheet ? boxNames(app().sheet!.entry.measure, app().sheet!.values) : []; },
    get heading() {
      const sheet = app().sheet;
      return sheet ? t('{name}, set {n}', { name: sheet.entry.name, n: sheet.set?.number ?? sheet.entry.sets.length + 1 }) : '';
    },
    get side(): number[] | null {
      const { barLoad, plates } = app().settings;
      const bar = [this.exercise?.barLoad, barLoad].find((each) => each?.unit === this.unit)?.value ?? usualBar[this.unit];
      const equipment = this.exercise?.equipment;
      if (!this.has('load') || (equipment && !/barbell|smith|ez bar|trap bar/.test(equipment))) return null;
      const kinds = plates?.length ? plates : usualPlates[this.unit];
      const last = app().sheet?.entry.sets.at(-1)?.load;
      const now = last ? platesFor(last.value, bar, kinds) ?? [] : [];
      return platesFor(parseNumber(this.load), bar, kinds, now);
    },
    get plates() { return (this.side ?? []).map((plate, place) => ({ key: `${place}-${plate}`, text: numberText(plate), tone: `plate-${String(plate).replace('.', '-')}` })); },
    get platesText() {
      if (!this.side) return '';
      return this.side.length ? t('Each side: {plates}', { plates: this.side.map(numberText).join(' + ') }) : t('Empty bar');
    },
    init() {
      this.$watch('open', (open: boolean) => (open ? this.show() : this.dialog().close()));
    },
    dialog() { return this.$refs['sheet'] as HTMLDialogElement; },
    show() {
      Object.assign(this, fill(app().sheet?.values ?? {}), { wrong: '' });
      this.dialog().showModal();
    },
    has(name: BoxName) { return this.names.includes(name); },
    closed() { app().sheet = null; },
    pick(kind: SetKind) { this.kind = kind; },
    lighter() { this.load = stepped(this.load, -this.step); },
    heavier() { this.load = stepped(this.load, this.step); },
    fewer() { this.reps = stepped(this.reps, -1, 1); },
    more() { this.reps = stepped(this.reps, 1); },
    easier() { this.rpe = stepped(this.rpe || '8.5', -0.5, 1); },
    harder() { this.rpe = this.rpe && parseNumber(this.rpe) >= 10 ? '10' : stepped(this.rpe || '7.5', 0.5); },
    values() {
      const distanceUnit = app().sheet?.values.distance?.unit ?? (this.unit === 'lb' ? 'yd' : 'm');
      const values = read(this, this.names, this.unit, distanceUnit);
      return values && isMeasured(values) ? values : null;
    },
    async fault(values) {
      const numbers = t('Numbers only, please: reps, a time or a distance is needed.');
      if (!values) return numbers;
      const member = offLimits(values, app().sheet?.entry.measure ?? this.exercise?.measure);
      return member ? (await ruleOf(member)) || numbers : '';
    },
    async save() {
      const values = this.values();
      this.wrong = await this.fault(values);
      if (!values || this.wrong) return;
      await (this.isNew ? this.log(values) : this.correct(values));
    },
    async log(values: SetValues) {
      const { entry } = app().sheet!;
      if (!(await this.kept('LogSet', { id: uuidv7(), exerciseId: entry.exerciseId, ...clean(values) }, { name: entry.name, measure: entry.measure }))) return;
      app().sheet = null;
      app().focus = null;
      app().logged(t('Logged {set}', { set: setText(values) }), app().restOf(entry.exerciseId));
    },
    async correct(values: SetValues) {
      const { workoutId, set, values: before } = app().sheet!;
      const change = changed(fill(before), this, values);
      if (Object.keys(change).length === 0) return this.closed();
      if (!(await this.kept('CorrectSet', { workoutId, setId: set!.id, ...change }))) return;
      app().sheet = null;
      app().say(t('Corrected'), workoutId === app().workout?.id);
    },
    async remove() {
      const { workoutId, set } = app().sheet!;
      if (!(await this.kept('RemoveSet', { workoutId, setId: set!.id }))) return;
      app().sheet = null;
      app().say(t('Removed {set}', { set: setText(set!) }), workoutId === app().workout?.id);
    },
  };
}

Alpine.data('setSheet', setSheet);
