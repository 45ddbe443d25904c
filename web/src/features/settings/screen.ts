import Alpine from '@alpinejs/csp';
import type { Component } from '../../component';
import { numberText, parseNumber } from '../../format';
import { chosenLocale, t } from '../../i18n';
import { prefs, setPrefs, type Prefs } from '../../prefs';
import { app } from '../../store';
import type { Settings, WeightUnit } from '../../types';
import { takeUpdate } from '../../worker';
import { account, fetchSettings, saveSettings, type Account } from '../account/session';
import { usualBar, usualPlates } from '../log/plates';
import { canInstall, install } from './install';
import { storageText } from './storage-state';

const rests = [0, 60, 90, 120, 150, 180, 240, 300];

interface Screen {
  prefs: Prefs; account: Account | null; ready: boolean; storage: string; bar: string; plates: string; wrong: boolean; installable: boolean; language: string;
  readonly unit: WeightUnit; readonly speakBack: boolean; readonly rest: string; readonly rests: { value: string; label: string }[]; readonly sent: string; readonly who: string; readonly isGuest: boolean; readonly onOff: string; readonly handsOff: string;
  init(): void; read(): Promise<void>; save(change: Partial<Settings>): Promise<void>; fillPlates(): void;
  pickTheme(theme: Prefs['theme']): void; pickSize(textSize: Prefs['textSize']): void; pickLanguage(): void; pickVoice(): void; pickUnit(unit: WeightUnit): void; pickRest(): void;
  toggleSpeakBack(): void; toggleHandsFree(): void; savePlates(): void; install(): Promise<void>; update(): void;
  restChoice: string; voice: string;
}

function settingsScreen(): Component<Screen> {
  return {
    prefs: prefs(), account: null, ready: false, storage: '', bar: '', plates: '', wrong: false, installable: canInstall(), language: chosenLocale(), restChoice: '', voice: prefs().voice,
    get unit() { return app().settings.weightUnit; },
    get speakBack() { return app().settings.speakBack; },
    get onOff() { return this.speakBack ? t('On') : t('Off'); },
    get handsOff() { return this.prefs.handsFree ? t('On') : t('Off'); },
    get rest() { return String(app().settings.restSeconds); },
    get rests() {
      const all = [...new Set([...rests, app().settings.restSeconds])].sort((a, b) => a - b);
      return all.map((seconds) => ({ value: String(seconds), label: seconds === 0 ? t('None') : t('{m}:{s} minutes', { m: Math.floor(seconds / 60), s: String(seconds % 60).padStart(2, '0') }) }));
    },
    get sent() { return app().chip.text; },
    get isGuest() { return this.account?.isGuest ?? true; },
    get who() { return this.account?.email ?? (this.account ? t('You are logging as a guest.') : t('No account yet: one is made with the first connection.')); },
    init() {
      this.restChoice = this.rest;
      this.fillPlates();
      void this.read();
    },
    async read() {
      this.account = (await account()) ?? null;
      this.storage = await storageText();
      this.ready = true;
    },
    fillPlates() {
      const { barLoad, plates, weightUnit } = app().settings;
      this.bar = numberText(barLoad?.unit === weightUnit ? barLoad.value : usualBar[weightUnit]);
      this.plates = (plates?.length ? plates : usualPlates[weightUnit]).map(numberText).join('  ');
    },
    async save(change) {
      app().settings = { ...app().settings, ...change };
      const { sent, refusal } = await saveSettings(change);
      if (refusal) app().settings = await fetchSettings();
      app().say(refusal ?? (sent ? t('Saved') : t('Saved here; sent with the next connection')));
    },
    pickTheme(theme) { this.prefs = setPrefs({ theme }); },
    pickSize(textSize) { this.prefs = setPrefs({ textSize }); },
    pickVoice() { this.prefs = setPrefs({ voice: this.voice }); },
    pickLanguage() {
      localStorage.setItem('locale', this.language);
      void saveSettings({ locale: this.language }).finally(() => location.reload());
    },
    pickUnit(weightUnit) {
      // Plates in the other unit are other plates.
      void this.save({ weightUnit, plates: usualPlates[weightUnit], barLoad: { value: usualBar[weightUnit], unit: weightUnit } }).then(() => this.fillPlates());
    },
    pickRest() { void this.save({ restSeconds: Number(this.restChoice) }); },
    toggleSpeakBack() { void this.save({ speakBack: !this.speakBack }); },
    toggleHandsFree() { this.prefs = setPrefs({ handsFree: !this.prefs.handsFree }); },
    savePlates() {
      const plates = this.plates.split(/[\s;]+/).filter(Boolean).map(parseNumber);
      const bar = parseNumber(this.bar);
      this.wrong = !(bar >= 0 && bar <= 2000) || plates.length > 20 || plates.some((plate) => !(plate > 0 && plate <= 100));
      if (!this.wrong) void this.save({ plates: [...new Set(plates)].sort((a, b) => b - a), barLoad: { value: bar, unit: this.unit } });
    },
    update() { takeUpdate(); },
    async install() { this.installable = !(await install()); },
  };
}

Alpine.data('settingsScreen', settingsScreen);
