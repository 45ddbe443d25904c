import Alpine from '@alpinejs/csp';
import type { Component } from '../../component';
import { focusShown } from '../../focus';
import { numberText, parseNumber } from '../../format';
import { t } from '../../i18n';
import { uuidv7 } from '../../ids';
import { memberText, problemText } from '../../problems';
import { app } from '../../store';
import type { Moved } from '../../place';
import { isLoad, isReps, isRest, most } from '../log/limits';
import { templates } from './mine';
import { bind, bound } from './supersets';
import type { PlannedExercise, Template } from './template';

/** An exercise as its boxes hold it; what has no box is carried along. */
interface Line { key: string; name: string; note: string; sets: string; min: string; max: string; load: string; rest: string; planned: PlannedExercise }

interface Draft { id: string; isNew: boolean; name: string; note: string; lines: Line[] }

// Picking an exercise leaves this screen: what was typed waits here.
let kept: Draft | null = null;

const text = (value: number | null | undefined) => (value == null ? '' : numberText(value));
const nameOf = (id: string) => app().exercises.find((each) => each.id === id)?.name ?? id;

function lineOf(planned: PlannedExercise): Line {
  const { sets, reps, load, restSeconds } = planned.target ?? {};
  return { key: uuidv7(), name: nameOf(planned.exerciseId), note: planned.note ?? '', sets: text(sets), min: text(reps?.min), max: text(reps?.max), load: text(load?.value), rest: text(restSeconds), planned };
}

const whole = (box: string) => (box.trim() === '' ? null : parseNumber(box));

function plannedOf({ note, sets, min, max, load, rest, planned }: Line): PlannedExercise {
  const [from, to, weight] = [whole(min) ?? whole(max), whole(max) ?? whole(min), whole(load)];
  const unit = planned.target?.load?.unit ?? app().settings.weightUnit;
  const target = { ...planned.target, sets: whole(sets), reps: from === null || to === null ? null : { min: Math.min(from, to), max: Math.max(from, to) }, load: weight === null ? null : { value: weight, unit }, restSeconds: whole(rest) };
  const used = Object.fromEntries(Object.entries(target).filter(([, value]) => value !== null && value !== undefined));
  return { ...planned, note: note.trim() || null, target: Object.keys(used).length ? used : null };
}

const isSets = (value: number) => Number.isInteger(value) && value >= 1 && value <= most.plannedSets;
const limits = { sets: isSets, min: isReps, max: isReps, load: isLoad, rest: isRest };
const memberOf = { sets: 'sets', min: 'reps', max: 'reps', load: 'load', rest: 'restSeconds' };
const boxes = Object.keys(limits) as (keyof typeof limits)[];

/** What of it no template can hold, in words; empty where it can hold all. */
function faultIn(lines: Line[]): string {
  const filled = lines.flatMap((line) => boxes.map((box) => ({ box, value: whole(line[box]) }))).filter((each): each is { box: keyof typeof limits; value: number } => each.value !== null);
  if (filled.some(({ value }) => !Number.isFinite(value))) return t('Numbers only, please.');
  const first = filled.find(({ box, value }) => !limits[box](value));
  return lines.length > most.exercises ? memberText('exercises')! : first ? memberText(memberOf[first.box])! : '';
}

interface Editor {
  draft: Draft; loading: boolean; confirming: boolean; wrong: string;
  readonly heading: string; readonly missing: boolean;
  init(): Promise<void>; add(): void; up(place: number): void; down(place: number): void; move(from: number, to: number): void; moved(event: CustomEvent<Moved>): void; bound(place: number): boolean; bind(place: number): void; drop(place: number): void;
  save(): Promise<void>; ask(): void; remove(): Promise<void>;
}

function templateEditor(): Component<Editor> {
  return {
    draft: { id: '', isNew: true, name: '', note: '', lines: [] }, loading: true, confirming: false, wrong: '',
    get heading() { return this.draft.isNew ? t('New template') : this.draft.name; },
    get missing() { return !this.loading && this.draft.id === ''; },
    // A new one, or one that comes back from the list of exercises, is there at once: what is typed meanwhile would be lost.
    async init() {
      const id = app().id;
      if (kept && (kept.id === id || (kept.isNew && id === 'new'))) this.draft = kept;
      else if (id === 'new') this.draft = { id: uuidv7(), isNew: true, name: '', note: '', lines: [] };
      else {
        const found = (await templates()).find((each: Template) => each.id === id);
        if (found) this.draft = { id, isNew: false, name: found.name, note: found.note ?? '', lines: found.exercises.map(lineOf) };
      }
      kept = null;
      this.loading = false;
    },
    add() {
      const draft = JSON.parse(JSON.stringify(this.draft)) as Draft;
      kept = draft;
      app().picking = (exercise) => { draft.lines.push(lineOf({ exerciseId: exercise.id, target: { sets: 3, reps: { min: 8, max: 12 } } })); };
      app().go('exercises');
    },
    up(place) { this.move(place, place - 1); },
    down(place) { this.move(place, place + 1); },
    moved(event) { this.move(event.detail.from, event.detail.to); },
    move(from, to) {
      const lines = [...this.draft.lines];
      lines.splice(to, 0, ...lines.splice(from, 1));
      this.draft.lines = lines;
    },
    bound(place) { return bound(this.draft.lines.map((line) => line.planned), place); },
    bind(place) {
      const planned = bind(this.draft.lines.map((line) => line.planned), place, uuidv7());
      this.draft.lines = this.draft.lines.map((line, each) => ({ ...line, planned: planned[each]! }));
    },
    drop(place) { this.draft.lines = this.draft.lines.filter((_, each) => each !== place); },
    async save() {
      const { id, isNew, name, note, lines } = this.draft;
      this.wrong = !name.trim() ? t('A template needs a name.') : isNew && (await templates()).length >= most.templates ? problemText({ type: 'too-many-templates' })! : faultIn(lines);
      if (this.wrong) return;
      const data = { name: name.trim(), note: note.trim() || null, exercises: lines.map(plannedOf) };
      const held = await (isNew ? app().gym.run('CreateTemplate', { id, ...data }, { name: data.name }) : app().gym.run('ChangeTemplate', { templateId: id, ...data }, { name: data.name }));
      // The draft is all there is of it: the screen stays.
      if (!held) return;
      app().say(t('Saved'));
      app().go('templates');
    },
    ask() {
      this.confirming = true;
      focusShown(() => this.$refs['remove']);
    },
    async remove() {
      if (!(await app().gym.run('DeleteTemplate', { templateId: this.draft.id }, { name: this.draft.name }))) return;
      app().say(t('Removed {set}', { set: this.draft.name }));
      app().go('templates');
    },
  };
}

Alpine.data('templateEditor', templateEditor);
