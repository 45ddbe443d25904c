import Alpine from '@alpinejs/csp';
import { keepLoaded, type Component } from '../../component';
import { clock, dayText, setText, setsText, volumeText } from '../../format';
import { t } from '../../i18n';
import type { Session } from '../../storage';
import { app } from '../../store';
import { knownLog } from './known';
import { monthDays, monthName, sameDay, weekdays, type Day } from './months';

const pageSize = 20;

function item(session: Session) {
  const { sets, volumeKg, durationSeconds } = session.totals;
  return {
    id: session.id,
    href: `#session/${session.id}`,
    name: session.name ?? t('Workout'),
    day: dayText(session.startedAt),
    summary: [setsText(sets), volumeText(volumeKg, app().settings.weightUnit), clock(durationSeconds)].join(' · '),
    exercises: session.exercises.map((entry) => ({ id: entry.id, name: entry.name, sets: entry.sets.map(setText).join(', ') || '–' })),
    record: session.exercises.some((entry) => entry.sets.some((set) => set.records?.length)),
  };
}

interface Screen {
  all: Session[]; month: Date; most: number; exerciseId: string; day: string; loading: boolean; complete: boolean;
  readonly filtered: Session[]; readonly shown: ReturnType<typeof item>[]; readonly more: boolean; readonly none: boolean; readonly noneHere: boolean; readonly partial: boolean;
  readonly days: Day[]; readonly monthTitle: string; readonly weekdays: { key: number; text: string }[]; readonly exercises: { value: string; label: string }[];
  init(): void; load(): Promise<void>; showMore(): void; earlier(): void; later(): void; shift(by: number): void; pickDay(day: Day): void; clear(): void;
}

function historyScreen(): Component<Screen> {
  return {
    all: [], month: new Date(), most: pageSize, exerciseId: '', day: '', loading: true, complete: true,
    get filtered() { return this.all.filter((session) => (!this.exerciseId || session.exerciseIds.includes(this.exerciseId)) && (!this.day || sameDay(session.startedAt, this.day))); },
    get shown() { return this.filtered.slice(0, this.most).map(item); },
    get more() { return this.filtered.length > this.most; },
    get none() { return !this.loading && this.complete && this.all.length === 0; },
    get noneHere() { return !this.loading && this.all.length > 0 && this.filtered.length === 0; },
    get partial() { return !this.loading && !this.complete; },
    get days() { return monthDays(this.month, this.all.map((session) => session.startedAt), new Date()); },
    get monthTitle() { return monthName(this.month); },
    get weekdays() { return weekdays(); },
    get exercises() {
      const names = new Map(this.all.flatMap((session) => session.exercises.map((entry) => [entry.exerciseId, entry.name] as const)));
      return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
    },
    init() { keepLoaded(this); },
    async load() {
      Object.assign(this, await knownLog());
    },
    showMore() { this.most += pageSize; },
    shift(by) { this.month = new Date(this.month.getFullYear(), this.month.getMonth() + by, 1); },
    earlier() { this.shift(-1); },
    later() { this.shift(1); },
    pickDay(day) { this.day = this.day === day.at ? '' : day.at; },
    clear() { Object.assign(this, { day: '', exerciseId: '' }); },
  };
}

Alpine.data('historyScreen', historyScreen);
