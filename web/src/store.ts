import Alpine from '@alpinejs/csp';
import { defaults, fetchSettings, settings } from './features/account/session';
import { extended, keepRest, keptRest, restFor, type Rest } from './features/log/rest';
import type { EntrySheet, SetSheetRequest } from './features/log/sheets';
import type { OutboxEntry } from './features/sync/entry';
import { createGym, type Picture } from './features/sync/gym';
import { luggage } from './features/account/luggage-kept';
import { knownExercises } from './features/exercises/known';
import type { SpokenCommand, VoiceAnswer } from './features/voice/answer';
import { t } from './i18n';
import { go, parseRoute, type View } from './route';
import { openScreens } from './shell/screens';
import { spaceIsShort } from './features/settings/persistence';
import { database } from './storage';
import type { Exercise, Settings, Workout } from './types';

let answerTo: (answer: VoiceAnswer) => void = () => undefined;
let sentenceRefused: (reason: string) => void = () => undefined;

// Not in the store: Alpine calls any function that an expression in the markup comes to.
let takeBack: () => void = () => undefined;

const gym = createGym({
  changed(picture) { app().show(picture); },
  answered(answer, live) {
    for (const command of answer.outcome === 'applied' ? answer.commands ?? [] : []) app().obey(command, live);
    if (live) answerTo(answer);
    else app().say(answer.message);
  },
  refused(entry, live) {
    if (live) sentenceRefused(entry.refusal ?? '');
    else app().say(entry.refusal ?? '');
  },
  followed() { void app().followed(); },
  keeping(works) {
    app().unkept = !works;
    if (!works) app().say(t('Not kept: the storage of this browser is full or private.'));
  },
  full() { app().say(t('A workout holds at most 50 exercises, and each of them 100 sets.')); },
});

export function hearAnswers(answered: (answer: VoiceAnswer) => void, refused: (reason: string) => void): void {
  answerTo = answered;
  sentenceRefused = refused;
}

const state = {
  gym,
  ...parseRoute(location.hash),
  workout: null as Workout | null,
  finished: [] as Workout[],
  entries: [] as OutboxEntry[],
  others: 0,
  chip: { text: t('Opening'), tone: 'waiting' } as Picture['chip'],
  signedOut: false,
  unkept: false,
  /** Little room is left: said before anything is lost. */
  short: false,
  /** A new version of the app waits for the lifter's word. */
  updateReady: false,
  /** A guest's log lies here that could be brought along. */
  luggage: false,
  loaded: false,
  live: null as string | null,
  focus: null as string | null,
  /** Goes up when the phone's copy of what is finished has changed. */
  revision: 0,
  exercises: [] as Exercise[],
  /** What the exercise list is picked for, other than adding to the workout. */
  picking: null as ((exercise: Exercise) => void) | null,
  menu: false,
  sheet: null as SetSheetRequest | null,
  entrySheet: null as EntrySheet | null,
  settings: { ...defaults } as Settings,
  rest: null as Rest | null,
  toast: '',
  toastUndo: false,
  status: '',
  toastTimer: 0,

  show(picture: Picture) {
    this.workout = picture.workout;
    this.finished = picture.finished;
    this.entries = picture.entries;
    this.others = picture.others;
    this.chip = picture.chip;
    this.signedOut = picture.stop === 'unauthenticated';
    this.loaded = picture.loaded;
    this.live = picture.live;
  },
  go(view: View, id = '') { go(view, id); },
  back() { history.back(); },
  /** Past the links of the shell: the address is the screen's, and stays. */
  skip() { document.getElementById('main')?.focus(); },
  async routed() {
    const route = parseRoute(location.hash);
    if (route.view !== 'log' && !(await openScreens())) return this.stayOnLog();
    Object.assign(this, route);
    Alpine.nextTick(() => document.querySelector<HTMLElement>(`[data-testid="${route.view}"] h1`)?.focus({ preventScroll: true }));
  },
  /** The screens behind it are not on this phone and can't be had now. */
  stayOnLog() {
    history.replaceState(null, '', '#log');
    Object.assign(this, parseRoute('#log'));
    this.say(t('This screen is not on this phone yet. It takes a connection, once.'));
  },
  /** To a screen reader, which is silent about what has not changed: the same again is emptied first. */
  tell(text: string) {
    this.status = '';
    requestAnimationFrame(() => { this.status = text; });
  },
  /** One line, said once to a screen reader and shown for a moment. */
  say(text: string, undo: boolean | (() => void) = false) {
    this.tell(text);
    this.toast = text;
    this.toastUndo = undo !== false;
    takeBack = undo === true ? () => void this.undo() : undo || takeBack;
    clearTimeout(this.toastTimer);
    this.toastTimer = window.setTimeout(() => { this.toast = ''; }, 8000);
  },
  logged(text: string, restSeconds?: number) {
    this.say(text, true);
    this.startRest(restSeconds);
  },
  async readExercises() {
    this.exercises = await knownExercises(this.entries);
  },
  async followed() {
    await this.readExercises();
    this.luggage = (await luggage()) !== undefined;
    this.revision += 1;
  },
  takeBack() {
    this.toast = '';
    takeBack();
  },
  async refreshAccount() {
    this.settings = await fetchSettings();
    await this.followed();
  },
  async undo() {
    if (await gym.run('Undo', {})) this.say(t('Taken back'));
  },
  /** The rest after a set of it: the plan's, else the exercise's; neither is the account's. */
  restOf(exerciseId: string | undefined): number | undefined {
    const planned = this.workout?.exercises.find((entry) => entry.exerciseId === exerciseId)?.target?.restSeconds;
    return planned ?? this.exercises.find((each) => each.id === exerciseId)?.restSeconds ?? undefined;
  },
  startRest(seconds?: number) {
    const length = seconds ?? this.settings.restSeconds;
    this.setRest(length > 0 ? restFor(length, Date.now()) : null);
  },
  setRest(rest: Rest | null) {
    this.rest = rest;
    void keepRest(rest ? { ...rest } : null);
  },
  /** Rest and speech are the phone's own affair: the server only says that they were asked for. What was said an hour ago is no reason to rest now. */
  obey(command: SpokenCommand, live = true) {
    if (live) this.restAfter(command);
    if (command.type === 'LogSet') this.focus = null;
    if (command.type === 'CompleteWorkout') this.setRest(null);
    if (command.type === 'AddExercise') this.focus = command.exerciseId ?? this.focus;
    if (command.type === 'SetSpeakBack' || command.type === 'SetWeightUnit') void fetchSettings().then((fresh) => { this.settings = fresh; });
  },
  restAfter({ type, seconds, exerciseId }: SpokenCommand) {
    if (type === 'LogSet') this.startRest(this.restOf(exerciseId));
    if (type === 'StartRest') this.startRest(seconds);
    if (type === 'ExtendRest') this.setRest(extended(this.rest, seconds ?? 30, Date.now()));
    if (type === 'StopRest') this.setRest(null);
  },
  async open() {
    // Closed storage is said, not waited for.
    if (!(await database().then(() => true, () => false))) return void Object.assign(this, { unkept: true, loaded: true });
    void spaceIsShort().then((short) => { this.short = short; });
    this.settings = await settings();
    this.rest = await keptRest(Date.now());
    await this.readExercises();
    await gym.open();
    await this.refreshAccount();
  },
};

export type App = typeof state;

export const app = (): App => Alpine.store('app') as App;

Alpine.store('app', state);
