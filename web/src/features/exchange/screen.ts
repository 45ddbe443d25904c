import Alpine from '@alpinejs/csp';
import { call, download, type Reply } from '../../api';
import type { Component } from '../../component';
import { fullDayText, setsText } from '../../format';
import { t, tn } from '../../i18n';
import { uuidv7 } from '../../ids';
import { app } from '../../store';
import { trouble } from '../account/words';
import { saveFile } from './files';

interface Finding { name: string; sets: number; outcome: string; exerciseName: string }
interface Report {
  importId: string | null; dialect: string; workouts: number; sets: number; alreadyHere: number; changed: number; from: string | null; to: string | null;
  exercises: Finding[]; doubts: { line: number; what: string; leftOut: boolean }[]; doubtCount: number; dust: { sets: number };
}
interface Import { id: string; origin: string; importedAt: string; workouts: number; sets: number; undoneAt: string | null }

interface Screen {
  report: Report | null; busy: boolean; wrong: string; unit: 'kg' | 'lb'; undust: boolean; imports: Import[]; file: File | null; key: string;
  readonly summary: string; readonly span: string; readonly already: string; readonly nothing: boolean; readonly dust: string; readonly exercises: { name: string; becomes: string }[]; readonly doubts: { key: string; text: string }[]; readonly moreDoubts: string; readonly past: { id: string; text: string; undone: boolean }[];
  init(): void; list(): Promise<void>; chosen(event: Event): Promise<void>; preview(): Promise<void>; send(dryRun: boolean): Promise<Reply<Report>>; confirm(): Promise<void>; cancel(): void; takeBack(id: string): Promise<void>; save(format: string): Promise<void>;
}

function exchangeScreen(): Component<Screen> {
  return {
    report: null, busy: false, wrong: '', unit: app().settings.weightUnit, undust: false, imports: [], file: null, key: '',
    get summary() { return this.report ? `${tn('{n} workout', '{n} workouts', this.report.workouts)}, ${setsText(this.report.sets)}` : ''; },
    get span() { return this.report?.from && this.report.to ? t('{from} to {to}', { from: fullDayText(this.report.from), to: fullDayText(this.report.to) }) : ''; },
    get already() {
      const { alreadyHere = 0, changed = 0 } = this.report ?? {};
      return [alreadyHere ? t('Already here and skipped: {n}', { n: alreadyHere }) : '', changed ? t('Here with other sets, left as they are: {n}', { n: changed }) : ''].filter(Boolean).join('. ');
    },
    get nothing() { return this.report?.workouts === 0; },
    get dust() { return this.report?.dust.sets ? t('Weights that look converted, such as 99.79 kg: {n} sets', { n: this.report.dust.sets }) : ''; },
    get exercises() {
      return (this.report?.exercises ?? []).map((each) => ({ name: each.name, becomes: each.name === each.exerciseName ? setsText(each.sets) : `${each.exerciseName} · ${setsText(each.sets)}` }));
    },
    get doubts() { return (this.report?.doubts ?? []).slice(0, 20).map((doubt) => ({ key: `${doubt.line}-${doubt.what}`, text: t('Line {n}: {what}', { n: doubt.line, what: doubt.what }) })); },
    get moreDoubts() { return this.report && this.report.doubtCount > 20 ? t('and {n} more', { n: this.report.doubtCount - 20 }) : ''; },
    get past() { return this.imports.map((each) => ({ id: each.id, undone: each.undoneAt !== null, text: `${fullDayText(each.importedAt)} · ${tn('{n} workout', '{n} workouts', each.workouts)}` })); },
    init() { void this.list(); },
    async list() {
      const reply = await call<{ items: Import[] }>('GET', '/imports');
      if (reply.kind === 'ok') this.imports = reply.body.items;
    },
    async chosen(event) {
      const input = event.target as HTMLInputElement;
      this.file = input.files?.[0] ?? null;
      input.value = '';
      if (this.file) await this.preview();
    },
    async preview() {
      const reply = await this.send(true);
      this.report = reply.kind === 'ok' ? reply.body : null;
    },
    async send(dryRun) {
      this.busy = true;
      this.key = dryRun ? uuidv7() : this.key;
      const query = `dryRun=${dryRun}&weightUnit=${this.unit}&undust=${this.undust}&timeZone=${encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone)}`;
      const reply = await call<Report>('POST', `/import?${query}`, { file: this.file!, key: dryRun ? uuidv7() : this.key });
      this.busy = false;
      this.wrong = trouble(reply);
      return reply;
    },
    async confirm() {
      const reply = await this.send(false);
      if (reply.kind !== 'ok') return;
      app().say(t('Imported: {what}', { what: this.summary }));
      this.cancel();
      await Promise.all([this.list(), app().gym.sync()]);
    },
    cancel() { Object.assign(this, { report: null, file: null, wrong: '' }); },
    async takeBack(id) {
      const reply = await call('DELETE', `/imports/${id}`);
      this.wrong = trouble(reply);
      await Promise.all([this.list(), app().gym.sync()]);
    },
    async save(format) {
      const file = await download(`/export.csv?format=${format}`);
      if (file) saveFile(file, `titan-trakr-${format}.csv`);
      else this.wrong = t('No connection. Your sets are safe on this phone; try again later.');
    },
  };
}

Alpine.data('exchangeScreen', exchangeScreen);
