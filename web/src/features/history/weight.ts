import Alpine from '@alpinejs/csp';
import { keepLoaded, type Component } from '../../component';
import { fullDayText, loadText, numberText, parseNumber, timeText } from '../../format';
import { t } from '../../i18n';
import { uuidv7 } from '../../ids';
import { app } from '../../store';
import type { WeightUnit } from '../../types';
import { drawn, inUnit, type Drawn } from '../exercises/drawn';
import { kilos } from '../log/totals';
import { list } from '../sync/replica';
import { foldWeights, type BodyWeight } from './weights';

const shownAtOnce = 60;

interface Screen extends Drawn {
  all: BodyWeight[]; typed: string; note: string; wrong: boolean; loading: boolean; most: number;
  readonly unit: WeightUnit; readonly none: boolean; readonly few: boolean; readonly more: boolean; readonly change: string;
  readonly rows: { id: string; value: string; when: string; note: string; remove: string }[];
  init(): void; load(): Promise<void>; draw(): Promise<void>; lighter(): void; heavier(): void; step(by: number): void; save(): Promise<void>; remove(id: string): Promise<void>; showMore(): void;
}

function weightScreen(): Component<Screen> {
  return {
    ...drawn(), all: [], typed: '', note: '', wrong: false, loading: true, most: shownAtOnce,
    get unit() { return app().settings.weightUnit; },
    get none() { return !this.loading && this.all.length === 0; },
    get few() { return this.all.length > 0 && this.all.length < 3; },
    get more() { return this.all.length > this.most; },
    get rows() {
      return this.all.slice(0, this.most).map((each) => {
        const value = loadText(each.weight);
        return { id: each.id, value, when: `${fullDayText(each.measuredAt)}, ${timeText(each.measuredAt)}`, note: each.note ?? '', remove: t('Remove {name}', { name: value }) };
      });
    },
    get change() {
      const [now, last] = this.all;
      if (!now || !last) return '';
      const by = inUnit(kilos({ load: now.weight }) - kilos({ load: last.weight }), this.unit);
      return by === 0 ? t('As last time') : t('{by} since last time', { by: `${by > 0 ? '+' : '−'}${numberText(Math.abs(by))} ${this.unit}` });
    },
    init() { keepLoaded(this); },
    async load() {
      this.all = foldWeights(await list<BodyWeight>('bodyweight'), JSON.parse(JSON.stringify(app().entries)));
      if (this.loading && this.all[0]) this.typed = numberText(inUnit(kilos({ load: this.all[0].weight }), this.unit));
      this.loading = false;
      this.$nextTick(() => void this.draw());
    },
    async draw() {
      const points = [...this.all].reverse();
      await this.redraw(this.$refs['chart'], points.map((each) => Date.parse(each.measuredAt)), points.map((each) => inUnit(kilos({ load: each.weight }), this.unit)), this.unit, 'line');
    },
    lighter() { this.step(-0.1); },
    heavier() { this.step(0.1); },
    step(by) {
      const now = parseNumber(this.typed);
      this.typed = numberText(Math.max(0, Math.round(((Number.isFinite(now) ? now : 0) + by) * 10) / 10));
    },
    async save() {
      const value = parseNumber(this.typed);
      this.wrong = !(value > 0 && value <= (this.unit === 'lb' ? 1540 : 700));
      if (this.wrong) return;
      const note = this.note.trim();
      const data = { id: uuidv7(), weight: { value, unit: this.unit }, measuredAt: new Date().toISOString(), ...(note ? { note } : {}) };
      if (!(await app().gym.run('LogBodyWeight', data, { name: loadText(data.weight) }))) return;
      this.note = '';
      app().say(t('Saved'));
    },
    async remove(id) {
      const gone = this.all.find((each) => each.id === id)!;
      if (!(await app().gym.run('RemoveBodyWeight', { id }, { name: loadText(gone.weight) }))) return;
      // Under an id of its own: what was removed stays removed.
      const again = { id: uuidv7(), weight: { ...gone.weight }, measuredAt: gone.measuredAt, ...(gone.note ? { note: gone.note } : {}) };
      app().say(t('Removed {set}', { set: loadText(gone.weight) }), () => void app().gym.run('LogBodyWeight', again));
    },
    showMore() { this.most += shownAtOnce; },
  };
}

Alpine.data('weightScreen', weightScreen);
