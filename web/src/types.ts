export type WeightUnit = 'kg' | 'lb';
export type SetKind = 'warmup' | 'working' | 'drop' | 'failure';
export type Measure = 'loadReps' | 'bodyweightReps' | 'assistedReps' | 'time' | 'loadDistance' | 'distanceTime';

export interface Load { value: number; unit: WeightUnit }
export interface Distance { value: number; unit: 'm' | 'km' | 'mi' | 'yd' }

export interface SetValues {
  load?: Load | null;
  reps?: number | null;
  rpe?: number | null;
  kind?: SetKind;
  side?: 'left' | 'right' | 'each' | null;
  durationSeconds?: number | null;
  distance?: Distance | null;
  note?: string | null;
}

export interface LoggedSet extends SetValues {
  id: string;
  number: number;
  loggedAt: string;
  records?: string[];
}

export interface Target { sets?: number | null; reps?: { min: number; max: number } | null; load?: Load | null; restSeconds?: number | null }

export interface Entry {
  id: string;
  exerciseId: string;
  name: string;
  measure?: Measure;
  supersetId: string | null;
  note: string | null;
  target: Target | null;
  /** Why today's load isn't the template's. */
  suggestion?: { reason: string } | null;
  previous: SetValues[];
  /** Passed over today. */
  skipped?: boolean;
  sets: LoggedSet[];
}

export interface Workout {
  id: string;
  name: string | null;
  templateId: string | null;
  startedAt: string;
  completedAt: string | null;
  note: string | null;
  version: number;
  exercises: Entry[];
  totals: { sets: number; reps: number; volumeKg: number; durationSeconds: number };
}

export interface Exercise {
  id: string;
  name: string;
  aliases?: string[];
  equipment?: string | null;
  primaryMuscle?: string | null;
  secondaryMuscles?: string[];
  measure?: Measure;
  step?: Load | null;
  barLoad?: Load | null;
  restSeconds?: number | null;
  unit?: WeightUnit | null;
  isOwn?: boolean;
  archived?: boolean;
}

export interface Settings {
  weightUnit: WeightUnit;
  restSeconds: number;
  speakBack: boolean;
  locale?: string;
  barLoad?: Load | null;
  plates?: number[] | null;
}

export interface Page<T> { items: T[]; nextCursor: string | null }

export interface Problem { type?: string; title?: string; status?: number; detail?: string; errors?: Record<string, string[]> }
