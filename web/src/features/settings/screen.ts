import Alpine from '@alpinejs/csp';
import { app } from '../../store';
import type { Settings, WeightUnit } from '../../types';
import { saveSettings } from '../account/session';
import { applyTheme, chooseTheme, type Theme } from './theme';

function settingsScreen() {
  return {
    theme: applyTheme(),
    get unit() { return app().settings.weightUnit; },
    get speakBack() { return app().settings.speakBack; },
    get rest() { return String(app().settings.restSeconds); },
    get kept() { return app().chip.text; },
    pickTheme(theme: Theme) { this.theme = chooseTheme(theme); },
    pickUnit(weightUnit: WeightUnit) { void this.save({ weightUnit }); },
    pickRest(value: string) { void this.save({ restSeconds: Number(value) }); },
    toggleSpeakBack() { void this.save({ speakBack: !this.speakBack }); },
    async save(change: Partial<Settings>) {
      app().settings = { ...app().settings, ...change };
      app().say((await saveSettings(change)) ? 'Saved' : 'Saved on this phone only: no connection');
    },
  };
}

Alpine.data('settingsScreen', settingsScreen);
