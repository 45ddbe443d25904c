import { monthText, weekdayText } from '../../format';
import { t } from '../../i18n';

export interface Day { key: string; text: string; name: string; trained: boolean; today: boolean; blank: boolean; at: string }

const dayKey = (time: Date) => `${time.getFullYear()}-${time.getMonth() + 1}-${time.getDate()}`;

/** The weeks of a month, Monday first, with the days that have a session. */
export function monthDays(month: Date, startedAt: string[], now: Date): Day[] {
  const trained = new Set(startedAt.map((time) => dayKey(new Date(time))));
  const first = new Date(month.getFullYear(), month.getMonth(), 1);
  const length = new Date(month.getFullYear(), month.getMonth() + 1, 0).getDate();
  const blanks = Array.from({ length: (first.getDay() + 6) % 7 }, (_, place) => ({ key: `blank-${place}`, text: '', name: '', trained: false, today: false, blank: true, at: '' }));
  const days = Array.from({ length }, (_, place) => {
    const day = new Date(month.getFullYear(), month.getMonth(), place + 1);
    const key = dayKey(day);
    return { key, text: String(place + 1), name: trained.has(key) ? t('{day}, trained', { day: place + 1 }) : String(place + 1), trained: trained.has(key), today: key === dayKey(now), blank: false, at: day.toISOString() };
  });
  return [...blanks, ...days];
}

export const monthName = monthText;

/** Monday to Sunday, a letter each. */
export const weekdays = (): { key: number; text: string }[] => Array.from({ length: 7 }, (_, place) => ({ key: place, text: weekdayText(new Date(2024, 0, place + 1)) }));
export const sameDay = (a: string, b: string): boolean => dayKey(new Date(a)) === dayKey(new Date(b));
