import { formatLocale, t, tn } from './i18n';
import type { Load, SetValues } from './types';

/** Made when it is first asked for: the first of all reads what the browser knows of numbers, which is a third of what the app's start takes. */
function once<T>(make: (locale: string) => T): () => T {
  let made: T | undefined;
  return () => (made ??= make(formatLocale()));
}

// As many decimals as the log keeps: a box that shows fewer would give back another number.
const number = once((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: false }));
const grouped = once((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const date = (options: Intl.DateTimeFormatOptions) => once((locale) => new Intl.DateTimeFormat(locale, options));
const day = date({ weekday: 'short', day: 'numeric', month: 'short' });
const fullDay = date({ day: 'numeric', month: 'short', year: 'numeric' });
const month = date({ month: 'long', year: 'numeric' });
const weekday = date({ weekday: 'narrow' });
const ago = once((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const hour = date({ hour: 'numeric', minute: '2-digit' });

export const numberText = (value: number): string => number().format(value);

export function loadText(load: Load | null | undefined): string {
  return load ? `${number().format(load.value)} ${load.unit}` : '';
}

export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = `${hours ? String(minutes).padStart(2, '0') : minutes}:${String(rest).padStart(2, '0')}`;
  return hours ? `${hours}:${tail}` : tail;
}

export const repsText = (reps: number): string => tn('{n} rep', '{n} reps', reps);
export const setsText = (sets: number): string => tn('{n} set', '{n} sets', sets);

/** "100 kg × 8", "8 reps", "1:00", "40 kg · 30 m". */
export function setText(set: SetValues): string {
  const load = loadText(set.load);
  if (set.reps != null) return load ? `${load} × ${set.reps}` : repsText(set.reps);
  const distance = set.distance ? `${number().format(set.distance.value)} ${set.distance.unit}` : '';
  const time = set.durationSeconds != null ? clock(set.durationSeconds) : '';
  return [load, distance, time].filter(Boolean).join(' · ') || '–';
}

export const volumeText = (kilos: number, unit = 'kg'): string => `${grouped().format(unit === 'lb' ? kilos / 0.45359237 : kilos)} ${unit}`;
export const dayText = (time: string): string => day().format(new Date(time));
/** "today", "3 days ago"; from a week on the date. */
export function agoText(time: string, now: number): string {
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(time).setHours(0, 0, 0, 0)) / 86_400_000);
  return days < 7 ? ago().format(-days, 'day') : dayText(time);
}

export const fullDayText = (time: string): string => fullDay().format(new Date(time));
export const monthText = (time: Date): string => month().format(time);
export const weekdayText = (time: Date): string => weekday().format(time);
export const timeText = (time: string): string => hour().format(new Date(time));

/** A number as people type it: a decimal comma is a decimal point on half the world's keyboards. NaN where it is none. */
export const parseNumber = (text: string): number => (text.trim() === '' ? NaN : Number(text.trim().replace(',', '.')));

/** "1:30", "90", "1:02:03" in seconds. */
export function parseClock(text: string): number {
  return text.trim().split(':').reduce((sum, part) => sum * 60 + parseNumber(part), 0);
}

export const muscleText = (name: string | null | undefined): string => (name ? t(name) : '');
