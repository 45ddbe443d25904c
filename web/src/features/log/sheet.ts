import Alpine from '@alpinejs/csp';
import { setText } from '../../format';
import { app } from '../../store';
import type { WeightUnit } from '../../types';

/** A decimal comma is a decimal point on half the world's keyboards. */
const number = (text: string) => Number(text.trim().replace(',', '.'));
const stepped = (text: string, by: number) => String(Math.round((number(text) + by) * 100) / 100);

/** Taking a set back or putting it right; every change is a command of its own. */
function setSheet() {
  return {
    load: '',
    reps: '',
    rpe: '',
    hasReps: true,
    wrong: false,
    get open() { return app().sheet !== null; },
    get unit(): WeightUnit { return app().sheet?.set.load?.unit ?? app().settings.weightUnit; },
    get step() { return this.unit === 'kg' ? 2.5 : 5; },
    get heading() {
      const sheet = app().sheet;
      return sheet ? `${sheet.name}, set ${sheet.set.number}` : '';
    },
    init() {
      this.$watch('open', (open: boolean) => (open ? this.fill() : this.dialog().close()));
    },
    dialog(): HTMLDialogElement { return this.$refs['sheet'] as HTMLDialogElement; },
    fill() {
      const set = app().sheet?.set;
      this.load = set?.load ? String(set.load.value) : '';
      this.reps = set?.reps != null ? String(set.reps) : '';
      this.rpe = set?.rpe != null ? String(set.rpe) : '';
      this.hasReps = set?.reps != null;
      this.wrong = false;
      this.dialog().showModal();
    },
    closed() { app().sheet = null; },
    lighter() { this.load = stepped(this.load, -this.step); },
    heavier() { this.load = stepped(this.load, this.step); },
    fewer() { this.reps = String(Math.max(1, number(this.reps) - 1)); },
    more() { this.reps = stepped(this.reps, 1); },
    async save() {
      const sheet = app().sheet;
      if (!sheet) return;
      const data: Record<string, unknown> = { workoutId: sheet.workoutId, setId: sheet.set.id };
      if (this.load !== '') data['load'] = { value: number(this.load), unit: this.unit };
      if (this.hasReps) data['reps'] = number(this.reps);
      if (this.rpe !== '') data['rpe'] = number(this.rpe);
      this.wrong = [this.load, this.reps, this.rpe].some((text) => Number.isNaN(number(text)));
      if (this.wrong) return;
      app().sheet = null;
      await app().gym.run('CorrectSet', data);
      app().say('Corrected', true);
    },
    async remove() {
      const sheet = app().sheet;
      if (!sheet) return;
      app().sheet = null;
      await app().gym.run('RemoveSet', { workoutId: sheet.workoutId, setId: sheet.set.id });
      app().say(`Removed ${setText(sheet.set)}`, true);
    },
  } as SetSheet;
}

interface SetSheet {
  load: string; reps: string; rpe: string; hasReps: boolean; wrong: boolean;
  readonly open: boolean; readonly unit: WeightUnit; readonly step: number; readonly heading: string;
  init(): void; dialog(): HTMLDialogElement; fill(): void; closed(): void;
  lighter(): void; heavier(): void; fewer(): void; more(): void;
  save(): Promise<void>; remove(): Promise<void>;
  $watch: (name: string, react: (value: boolean) => void) => void;
  $refs: Record<string, HTMLElement>;
}

Alpine.data('setSheet', setSheet);
