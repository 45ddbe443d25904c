import { clock, loadText, numberText, setText, setsText } from '../../format';
import { t, word } from '../../i18n';
import type { Entry, LoggedSet, SetKind, Target, Workout } from '../../types';
import { lastLogged } from './fold';

export interface Row { id: string; number: number; ghost: string; value: string; kind: string; rpe: string; note: string; record: string; last: string | null; set: LoggedSet }
export interface Card { id: string; exerciseId: string; name: string; rows: Row[]; isEmpty: boolean; plan: string; note: string; superset: boolean; focused: boolean; moreName: string; entry: Entry }

const kinds: Record<SetKind, string> = { warmup: word('Warm-up'), working: '', drop: word('Drop set'), failure: word('To failure') };

export const records: Record<string, string> = {
  maxLoad: word('Heaviest'), maxReps: word('Most reps'), estimatedOneRepMax: word('Best e1RM'), maxSetVolume: word('Best set'), maxSessionVolume: word('Best session'),
  longestDuration: word('Longest'), longestDistance: word('Farthest'),
};

export const kindText = (kind: SetKind | undefined): string => (kind && kinds[kind] ? t(kinds[kind]) : '');
const recordText = (set: LoggedSet) => (set.records?.length ? `${t('Record')}: ${t(records[set.records[0]!] ?? 'Record')}` : '');
const sideText = (set: LoggedSet) => (set.side ? t({ left: word('Left'), right: word('Right'), each: word('Each side') }[set.side]) : '');

export function row(set: LoggedSet, entry: Pick<Entry, 'name' | 'previous'>, newest?: string): Row {
  const before = entry.previous[set.number - 1];
  return {
    id: set.id,
    number: set.number,
    ghost: before ? t('Last time {set}', { set: setText(before) }) : '',
    value: setText(set),
    kind: [kindText(set.kind), sideText(set)].filter(Boolean).join(' · '),
    rpe: set.rpe != null ? `RPE ${numberText(set.rpe)}` : '',
    note: set.note ?? '',
    record: recordText(set),
    last: set.id === newest ? '' : null,
    set,
  };
}

export function targetText(target: Target | null, done: number): string {
  if (!target) return '';
  const { sets, reps, load, restSeconds } = target;
  const range = reps ? (reps.min === reps.max ? String(reps.min) : `${reps.min}–${reps.max}`) : '';
  return [
    sets ? t('{n} of {m} sets', { n: done, m: sets }) : '',
    range ? t('{range} reps', { range }) : '',
    loadText(load),
    restSeconds ? t('rest {time}', { time: clock(restSeconds) }) : '',
  ].filter(Boolean).join(' · ');
}

function plan(entry: Entry): string {
  const target = targetText(entry.target, entry.sets.length);
  if (target) return [target, entry.suggestion?.reason].filter(Boolean).join('. ');
  if (entry.sets.length) return '';
  return entry.previous.length ? t('Last time {set}', { set: entry.previous.map(setText).join(', ') }) : t('No sets yet');
}

function card(entry: Entry, newest: string | undefined, focus: string | undefined): Card {
  return {
    id: entry.id, exerciseId: entry.exerciseId, name: entry.name, entry,
    rows: entry.sets.map((set) => row(set, entry, newest)),
    isEmpty: entry.sets.length === 0,
    plan: plan(entry), note: entry.note ?? '', superset: entry.supersetId !== null,
    focused: entry.exerciseId === focus,
    moreName: t('More for {name}', { name: entry.name }),
  };
}

export function cards(workout: Workout | null, focus: string | undefined): Card[] {
  const newest = workout ? lastLogged(workout)?.set.id : undefined;
  return (workout?.exercises ?? []).map((entry) => card(entry, newest, focus));
}

export const summaryText = (workout: Workout | null): string => (workout ? setsText(workout.totals.sets) : '');
