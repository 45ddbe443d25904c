import { clock, numberText, parseClock, parseNumber } from '../../format';
import type { Measure, SetKind, SetValues, WeightUnit } from '../../types';

/** What the sheet's boxes hold: text, until it is saved. */
export interface Boxes { load: string; reps: string; rpe: string; time: string; distance: string; kind: SetKind; note: string }

export type BoxName = 'load' | 'reps' | 'time' | 'distance';

const boxesOf: Record<Measure, BoxName[]> = {
  loadReps: ['load', 'reps'], bodyweightReps: ['load', 'reps'], assistedReps: ['load', 'reps'],
  time: ['time', 'load'], loadDistance: ['load', 'distance', 'time'], distanceTime: ['distance', 'time'],
};

/** The boxes an exercise needs; a set logged otherwise brings its own. */
export function boxNames(measure: Measure | undefined, values: SetValues): BoxName[] {
  const own: BoxName[] = [];
  if (values.load) own.push('load');
  if (values.reps != null) own.push('reps');
  if (values.durationSeconds != null) own.push('time');
  if (values.distance) own.push('distance');
  return [...new Set([...boxesOf[measure ?? 'loadReps'], ...own])];
}

const text = (value: number | null | undefined) => (value == null ? '' : numberText(value));

export const fill = (values: SetValues): Boxes => ({
  load: text(values.load?.value), reps: text(values.reps), rpe: text(values.rpe), distance: text(values.distance?.value),
  time: values.durationSeconds == null ? '' : clock(values.durationSeconds), kind: values.kind ?? 'working', note: values.note ?? '',
});

/** The set the boxes describe, or null where one of them is no number. An empty box is left out. */
export function read(boxes: Boxes, names: BoxName[], unit: WeightUnit, distanceUnit: 'm' | 'km' | 'mi' | 'yd'): SetValues | null {
  const values: SetValues = {};
  const has = (name: BoxName) => names.includes(name) && boxes[name].trim() !== '';
  if (has('load')) values.load = { value: parseNumber(boxes.load), unit };
  if (has('reps')) values.reps = parseNumber(boxes.reps);
  if (has('time')) values.durationSeconds = parseClock(boxes.time);
  if (has('distance')) values.distance = { value: parseNumber(boxes.distance), unit: distanceUnit };
  if (boxes.rpe.trim() !== '') values.rpe = parseNumber(boxes.rpe);
  const numbers = [values.load?.value, values.reps, values.durationSeconds, values.distance?.value, values.rpe];
  if (numbers.some((value) => value !== undefined && value !== null && !Number.isFinite(value))) return null;
  if (boxes.kind !== 'working') values.kind = boxes.kind;
  if (boxes.note.trim() !== '') values.note = boxes.note.trim();
  return values;
}

const members = { load: 'load', reps: 'reps', rpe: 'rpe', time: 'durationSeconds', distance: 'distance', kind: 'kind', note: 'note' } as const;

/** What became of the set by the boxes that were changed, and by no other: one that was emptied takes its value away. */
export function changed(before: Boxes, after: Boxes, values: SetValues): Record<string, unknown> {
  const boxes = (Object.keys(members) as (keyof Boxes)[]).filter((box) => before[box] !== after[box]);
  return Object.fromEntries(boxes.map((box) => [members[box], values[members[box]] ?? (box === 'kind' ? after.kind : null)]));
}

export const isMeasured = (values: SetValues): boolean => values.reps != null || values.durationSeconds != null || values.distance != null;
