import Alpine from '@alpinejs/csp';
import { keepLoaded, type Component } from '../../component';
import { clock, fullDayText, monthText, muscleText, numberText, setsText, volumeText } from '../../format';
import { t, tn } from '../../i18n';
import type { Session } from '../../storage';
import { app } from '../../store';
import type { WeightUnit } from '../../types';
import { drawn, inUnit, type Drawn } from '../exercises/drawn';
import { knownLog } from './known';
import { periods, streak, type Bucket, type Period } from './statistics';

type Measured = 'sets' | 'volume' | 'sessions';
const most: Record<Bucket, number> = { week: 26, month: 24 };

interface Muscle { name: string; now: string; before: string }

interface Screen extends Drawn {
  all: Session[]; bucket: Bucket; measured: Measured; loading: boolean; complete: boolean;
  readonly unit: WeightUnit; readonly shown: Period[]; readonly none: boolean; readonly partial: boolean; readonly few: boolean; readonly streak: string; readonly summary: string;
  readonly lines: { id: number; start: string; sessions: string; sets: string; volume: string; time: string }[]; readonly muscles: Muscle[]; readonly nowTitle: string; readonly beforeTitle: string;
  init(): void; load(): Promise<void>; pickBucket(bucket: Bucket): void; pickMeasured(measured: Measured): void; draw(): Promise<void>;
}

/** Weeks and months from what this phone has, so that it opens without a connection. */
function statsScreen(): Component<Screen> {
  return {
    ...drawn(), all: [], bucket: 'week', measured: 'sets', loading: true, complete: true,
    get unit() { return app().settings.weightUnit; },
    get shown() { return periods(this.all, app().exercises, this.bucket, new Date(), most[this.bucket]); },
    get none() { return !this.loading && this.complete && this.all.length === 0; },
    get partial() { return !this.loading && !this.complete; },
    get few() { return this.all.length > 0 && this.shown.length < 3; },
    get streak() {
      const weeks = streak(this.all, new Date());
      return weeks > 0 ? tn('{n} week in a row', '{n} weeks in a row', weeks) : t('No training this week or last');
    },
    get summary() {
      const [now] = this.shown;
      return now ? [tn('{n} workout', '{n} workouts', now.sessions), setsText(now.sets), volumeText(now.volume, this.unit)].join(' · ') : '';
    },
    get lines() {
      return this.shown.map(({ start, sessions: done, sets, volume, seconds }) => ({
        id: start.getTime(), start: this.bucket === 'month' ? monthText(start) : fullDayText(start.toISOString()),
        sessions: String(done), sets: String(sets), volume: volumeText(volume, this.unit), time: clock(seconds),
      }));
    },
    get nowTitle() { return this.bucket === 'month' ? t('This month') : t('This week'); },
    get beforeTitle() { return this.bucket === 'month' ? t('Last month') : t('Last week'); },
    get muscles() {
      const [now, last] = this.shown;
      const names = [...new Set([...(now?.muscles.keys() ?? []), ...(last?.muscles.keys() ?? [])])];
      const of = (period: Period | undefined, name: string) => period?.muscles.get(name) ?? 0;
      return names.sort((a, b) => of(now, b) - of(now, a) || of(last, b) - of(last, a))
        .map((name) => ({ name: muscleText(name), now: numberText(of(now, name)), before: numberText(of(last, name)) }));
    },
    init() { keepLoaded(this); },
    async load() {
      Object.assign(this, await knownLog());
      this.$nextTick(() => void this.draw());
    },
    pickBucket(bucket) { this.bucket = bucket; this.$nextTick(() => void this.draw()); },
    pickMeasured(measured) { this.measured = measured; this.$nextTick(() => void this.draw()); },
    async draw() {
      const [measured, unit] = [this.measured, this.unit];
      const points = [...this.shown].reverse();
      const value = (period: Period) => (measured === 'volume' ? inUnit(period.volume, unit) : period[measured]);
      const label = { sets: t('Sets'), volume: unit, sessions: t('Workouts') }[measured];
      await this.redraw(this.$refs['chart'], points.map((period) => period.start.getTime()), points.map(value), label, 'bars');
    },
  };
}

Alpine.data('statsScreen', statsScreen);
