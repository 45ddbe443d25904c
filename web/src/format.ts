import type { Load, SetValues } from './types';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2, useGrouping: false });
const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short' });

export function loadText(load: Load | null | undefined): string {
  return load ? `${number.format(load.value)} ${load.unit}` : '';
}

export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = `${hours ? String(minutes).padStart(2, '0') : minutes}:${String(rest).padStart(2, '0')}`;
  return hours ? `${hours}:${tail}` : tail;
}

/** "100 kg × 8", "8 reps", "1:00", "40 kg · 30 m". */
export function setText(set: SetValues): string {
  const load = loadText(set.load);
  if (set.reps != null) return load ? `${load} × ${set.reps}` : `${set.reps} ${set.reps === 1 ? 'rep' : 'reps'}`;
  const distance = set.distance ? `${number.format(set.distance.value)} ${set.distance.unit}` : '';
  const time = set.durationSeconds != null ? clock(set.durationSeconds) : '';
  return [load, distance, time].filter(Boolean).join(' · ') || '–';
}

export function volumeText(kilos: number): string {
  return `${grouped.format(kilos)} kg`;
}

export function dayText(time: string): string {
  return day.format(new Date(time));
}
