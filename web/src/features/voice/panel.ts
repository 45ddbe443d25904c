import Alpine from '@alpinejs/csp';
import type { Component } from '../../component';
import { focusShown } from '../../focus';
import { t, word } from '../../i18n';
import { uuidv7 } from '../../ids';
import { prefs } from '../../prefs';
import { app, hearAnswers } from '../../store';
import { lastLogged } from '../log/fold';
import { ordinals } from './answer';
import { fetchGrammarWhenIdle } from './grammar';
import { patienceLeft } from './hands-free';
import { quiet, voice, type VoiceEffect, type VoiceEvent, type VoiceState } from './machine';
import { forgetQuestion, hear, served } from './offline';
import { hush, prime, speak } from './speak';
import { deaf, listen, recognitionIn } from './speech';

let listening = deaf;
let fading: ReturnType<typeof setTimeout> | undefined;
let lastHeard = 0;
let warmed = false;

const words: Record<VoiceState['phase'], string> = {
  idle: word('Tap to talk'), starting: word('Starting'), listening: word('Listening'), thinking: word('Working it out'), heard: word('Heard'), asking: word('One question'), unheard: word('Not understood'), kept: word('Kept'),
};
// Told apart by shape as well as by word and colour: waves, dots, a tick, a question mark, a cross-out, a tray.
const signs: Record<VoiceState['phase'], string> = {
  idle: '', starting: 'M12 12h.01', listening: 'M4 10v4M8 7v10M12 4v16M16 7v10M20 10v4', thinking: 'M5 12h.01M12 12h.01M19 12h.01', heard: 'm5 13 4 4L19 7',
  asking: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18h.01', unheard: 'M12 7v6M12 17h.01M12 2 2 21h20Z', kept: 'M4 13v6h16v-6M12 4v10m-4-4 4 4 4-4',
};

/** Names the recogniser would not think of by itself: what is in the workout, and how sets are said. */
const expected = () => [...(app().workout?.exercises ?? []).map((entry) => entry.name), 'reps', 'kilos', 'RPE', 'warm-up', 'same again'];

interface Panel {
  state: VoiceState; typed: string; patient: boolean;
  readonly word: string; readonly sign: string; readonly open: boolean; readonly hot: boolean; readonly toasting: boolean; readonly told: boolean; readonly micName: string;
  readonly options: { label: string; index: number; nth: number }[]; readonly tone: string; readonly shown: string; readonly correctable: boolean;
  init(): void; step(event: VoiceEvent): void; perform(effect: VoiceEffect): void; hear(): void; spoken(text: string): Promise<void>; rearm(): void;
  say(text: string, alternatives?: string[]): void; send(id: string, text: string, alternatives: string[]): Promise<void>;
  tap(): void; submit(): void; choose(index: number): void; correct(): void; left(): void; dismiss(): void; undo(): void;
}

function voicePanel(): Component<Panel> {
  return {
    state: quiet,
    typed: '',
    patient: false,
    get word() { return t(words[this.state.phase]); },
    get told() { return this.state.message !== '' && !(this.state.phase === 'heard' && this.state.chips.length > 0); },
    get sign() { return signs[this.state.phase]; },
    get hot() { return this.state.phase === 'starting' || this.state.phase === 'listening'; },
    get open() { return this.state.phase !== 'idle' && (this.state.phase !== 'thinking' || this.patient); },
    get toasting() { return app().toast !== '' && !this.open; },
    get micName() { return this.hot ? t('Stop listening') : t('Talk: say a set'); },
    get tone() { return this.state.phase; },
    get shown() { return this.state.transcript ? ` · “${this.state.transcript}”` : ''; },
    get options() { return this.state.options.map((label, index) => ({ label, index, nth: index + 1 })); },
    get correctable() { return this.state.canUndo && app().workout !== null && lastLogged(app().workout!) !== null; },

    init() {
      hearAnswers((answer) => {
        served(answer);
        this.step({ type: 'answered', answer });
      }, (reason) => this.step({ type: 'refused', reason }));
    },
    step(event) {
      const { message } = this.state;
      const { state, effects } = voice(this.state, event);
      this.state = state;
      if (event.type === 'dismissed') forgetQuestion();
      clearTimeout(fading);
      if (state.phase === 'heard' || state.phase === 'kept') fading = setTimeout(() => this.step({ type: 'dismissed' }), 8000);
      if (state.phase === 'thinking') app().toast = '';
      if (state.message && state.message !== message) app().tell(state.message);
      for (const effect of effects) this.perform(effect);
      if (event.type === 'stopped' || event.type === 'failed') this.rearm();
    },
    perform(effect) {
      if (effect.type === 'listen') this.hear();
      if (effect.type === 'stopListening') listening.stop();
      if (effect.type === 'endSentence') listening.end();
      if (effect.type === 'send') void this.send(effect.id, effect.text, effect.alternatives);
      if (effect.type === 'speak') void this.spoken(effect.text);
      if (effect.type === 'focusBox') this.$refs['box']?.focus();
    },
    async spoken(text) {
      if (app().settings.speakBack) await speak(text);
      this.rearm();
    },
    /** Hands-free: listens again after each answer, until two minutes pass without a word. */
    rearm() {
      if (!prefs().handsFree || this.hot || this.state.phase === 'thinking' || lastHeard === 0) return;
      if (patienceLeft(lastHeard, Date.now()) > 0) return this.step({ type: 'tapped' });
      lastHeard = 0;
      app().say(t('Stopped listening after two minutes of silence'));
      void speak('Stopped listening.');
    },
    hear() {
      hush();
      prime();
      listening = listen(recognitionIn(globalThis), {
        started: () => this.step({ type: 'started' }),
        interim: (text) => this.step({ type: 'interim', text }),
        sentence: (text, alternatives) => {
          // A tap that ends the sentence ends the turns too.
          if (lastHeard > 0) lastHeard = Date.now();
          this.say(text, alternatives);
        },
        failed: (reason) => {
          if (prefs().handsFree && reason === 'no-speech') return this.step({ type: 'stopped' });
          // What is not silence does not pass by itself.
          lastHeard = 0;
          this.step({ type: 'failed', reason });
        },
        stopped: () => this.step({ type: 'stopped' }),
      }, prefs().voice, expected());
    },
    say(text, alternatives = []) { this.step({ type: 'sentence', id: uuidv7(), text, alternatives }); },
    async send(id, text, alternatives) {
      // Nothing for a moment: most answers are there before a word about waiting could be read.
      this.patient = false;
      const wait = setTimeout(() => { this.patient = true; }, 300);
      const heard = await hear({ transcript: text, alternatives });
      const stop = 'send' in heard ? await app().gym.say(heard.send.transcript, heard.send.alternatives, heard.about) : 'empty';
      clearTimeout(wait);
      this.patient = true;
      if ('answer' in heard) return this.step({ type: 'answered', answer: heard.answer });
      if (stop !== 'empty') return this.step({ type: 'kept', id, stop });
      // Another tab sent it together with its own, and has the answer.
      this.step({ type: 'elsewhere', id });
      if (warmed) return;
      fetchGrammarWhenIdle();
      warmed = true;
    },
    tap() {
      lastHeard = this.hot ? 0 : Date.now();
      this.step({ type: 'tapped' });
    },
    submit() {
      const text = this.typed.trim();
      if (!text) return;
      prime();
      this.typed = '';
      this.say(text);
    },
    choose(index) {
      prime();
      this.say(ordinals[index] ?? '');
      this.left();
    },
    /** What was tapped goes with the answer: the focus would fall back to the top of the page. */
    left() {
      // Looked up by what was tapped, which a moment later is in no page.
      const { mic } = this.$refs;
      focusShown(() => mic);
    },
    correct() {
      const last = app().workout ? lastLogged(app().workout!) : null;
      if (last) app().sheet = { workoutId: app().workout!.id, entry: last.entry, set: last.set, values: last.set };
    },
    dismiss() {
      lastHeard = 0;
      this.step({ type: 'dismissed' });
      this.left();
    },
    undo() {
      this.step({ type: 'dismissed' });
      this.left();
      void app().undo();
    },
  };
}

Alpine.data('voicePanel', voicePanel);
