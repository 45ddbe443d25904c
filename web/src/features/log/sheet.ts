import Alpine from '@alpinejs/csp';
import { setText } from '../../format';
import { app } from '../../store';
import type { WeightUnit } from '../../types';

/** Taking a set back or putting it right; every change is a command of its own. */
function setSheet() {
  return {
    load: 0,
    reps: 0,
    rpe: '',
    hasReps: true,
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
      this.load = set?.load?.value ?? 0;
      this.reps = set?.reps ?? 0;
      this.rpe = set?.rpe != null ? String(set.rpe) : '';
      this.hasReps = set?.reps != null;
      this.dialog().showModal();
    },
    closed() { app().sheet = null; },
    lighter() { this.load = Math.round((Number(this.load) - this.step) * 100) / 100; },
    heavier() { this.load = Math.round((Number(this.load) + this.step) * 100) / 100; },
    fewer() { this.reps = Math.max(1, Number(this.reps) - 1); },
    more() { this.reps = Number(this.reps) + 1; },
    async save() {
      const sheet = app().sheet;
      if (!sheet) return;
      const data: Record<string, unknown> = { workoutId: sheet.workoutId, setId: sheet.set.id };
      if (sheet.set.load || Number(this.load)) data['load'] = { value: Number(this.load), unit: this.unit };
      if (this.hasReps) data['reps'] = Number(this.reps);
      if (this.rpe !== '') data['rpe'] = Number(this.rpe);
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
  load: number; reps: number; rpe: string; hasReps: boolean;
  readonly open: boolean; readonly unit: WeightUnit; readonly step: number; readonly heading: string;
  init(): void; dialog(): HTMLDialogElement; fill(): void; closed(): void;
  lighter(): void; heavier(): void; fewer(): void; more(): void;
  save(): Promise<void>; remove(): Promise<void>;
  $watch: (name: string, react: (value: boolean) => void) => void;
  $refs: Record<string, HTMLElement>;
}

Alpine.data('setSheet', setSheet);
