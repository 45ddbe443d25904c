import Alpine from '@alpinejs/csp';
import { defaults, fetchSettings, settings } from './features/account/session';
import { extended, keepRest, keptRest, restFor, type Rest } from './features/log/rest';
import type { OutboxEntry } from './features/sync/entry';
import { createGym, type Picture } from './features/sync/gym';
import type { SpokenCommand, VoiceAnswer } from './features/voice/answer';
import type { LoggedSet, Settings, Workout } from './types';

export type Tab = 'log' | 'history' | 'exercises' | 'settings';
interface Sheet { workoutId: string; name: string; set: LoggedSet }

const tabs: Tab[] = ['log', 'history', 'exercises', 'settings'];
const tabNow = (): Tab | undefined => tabs.find((tab) => `#${tab}` === location.hash);

let answerTo: (answer: VoiceAnswer) => void = () => undefined;
let sentenceRefused: (reason: string) => void = () => undefined;

const gym = createGym({
  changed(picture) { app().show(picture); },
  answered(answer, live) {
    if (!live) return app().say(answer.message);
    for (const command of answer.outcome === 'applied' ? answer.commands ?? [] : []) app().obey(command);
    answerTo(answer);
  },
  refused(entry, live) {
    if (live) sentenceRefused(entry.refusal ?? '');
    else app().say(entry.refusal ?? '');
  },
});

export function hearAnswers(answered: (answer: VoiceAnswer) => void, refused: (reason: string) => void): void {
  answerTo = answered;
  sentenceRefused = refused;
}

const state = {
  gym,
  tab: tabNow() ?? 'log',
  workout: null as Workout | null,
  entries: [] as OutboxEntry[],
  chip: { text: 'Opening', tone: 'waiting' } as Picture['chip'],
  signedOut: false,
  loaded: false,
  live: null as string | null,
  focus: null as string | null,
  menu: false,
  sheet: null as Sheet | null,
  settings: { ...defaults } as Settings,
  rest: null as Rest | null,
  toast: '',
  toastUndo: false,
  status: '',
  toastTimer: 0,

  show(picture: Picture) {
    this.workout = picture.workout;
    this.entries = picture.entries;
    this.chip = picture.chip;
    this.signedOut = picture.stop === 'unauthenticated';
    this.loaded = picture.loaded;
    this.live = picture.live;
  },
  go(tab: Tab) {
    location.hash = tab;
  },
  /** One line, said once to a screen reader and shown for a moment. */
  say(text: string, undo = false) {
    this.status = text;
    this.toast = text;
    this.toastUndo = undo;
    clearTimeout(this.toastTimer);
    this.toastTimer = window.setTimeout(() => { this.toast = ''; }, 8000);
  },
  logged(text: string) {
    this.say(text, true);
    this.startRest();
  },
  async undo() {
    await gym.run('Undo', {});
    this.say('Taken back');
  },
  startRest(seconds?: number) {
    this.setRest(restFor(seconds ?? this.settings.restSeconds, Date.now()));
  },
  setRest(rest: Rest | null) {
    this.rest = rest;
    void keepRest(rest ? { ...rest } : null);
  },
  /** Rest and speech are the phone's own affair: the server only says that they were asked for. */
  obey(command: SpokenCommand) {
    if (command.type === 'LogSet') this.startRest();
    if (command.type === 'StartRest') this.startRest(command.seconds);
    if (command.type === 'ExtendRest') this.setRest(extended(this.rest, command.seconds ?? 30, Date.now()));
    if (command.type === 'StopRest') this.setRest(null);
    if (command.type === 'AddExercise' || command.type === 'LogSet') this.focus = command.exerciseId ?? this.focus;
    if (command.type === 'SetSpeakBack' || command.type === 'SetWeightUnit') void fetchSettings().then((fresh) => { this.settings = fresh; });
  },
  async open() {
    addEventListener('hashchange', () => { this.tab = tabNow() ?? this.tab; });
    this.settings = await settings();
    this.rest = await keptRest(Date.now());
    await gym.open();
    this.settings = await fetchSettings();
  },
};

export type App = typeof state;

export const app = (): App => Alpine.store('app') as App;

Alpine.store('app', state);
