import Alpine from '@alpinejs/csp';
import { app, hearAnswers } from '../../store';
import { ordinals, quiet, voice, type VoiceEffect, type VoiceEvent, type VoiceState } from './machine';
import { hush, prime, speak } from './speak';
import { listen, recognitionIn } from './speech';

let stopListening: () => void = () => undefined;
let fading: ReturnType<typeof setTimeout> | undefined;

const words: Record<VoiceState['phase'], string> = {
  idle: 'Tap to talk', starting: 'Starting', listening: 'Listening', thinking: 'Working it out', heard: 'Heard', asking: 'Which one?', unheard: 'Not understood', kept: 'Kept',
};

interface Panel {
  state: VoiceState; typed: string; patient: boolean;
  readonly word: string; readonly open: boolean; readonly hot: boolean; readonly thinking: boolean; readonly micName: string;
  readonly options: { label: string; index: number }[]; readonly tone: string; readonly shown: string;
  init(): void; step(event: VoiceEvent): void; perform(effect: VoiceEffect): void; hear(): void;
  send(text: string, alternatives: string[]): Promise<void>;
  tap(): void; submit(): void; choose(index: number): void; dismiss(): void; undo(): void;
  $refs: Record<string, HTMLElement>;
}

function voicePanel() {
  return {
    state: quiet,
    typed: '',
    patient: false,
    get word() { return words[this.state.phase]; },
    get hot() { return this.state.phase === 'starting' || this.state.phase === 'listening'; },
    get thinking() { return this.state.phase === 'thinking' && this.patient; },
    get open() { return this.state.phase !== 'idle' && (this.state.phase !== 'thinking' || this.patient); },
    get micName() { return this.hot ? 'Stop listening' : 'Talk: say a set'; },
    get tone() { return this.state.phase; },
    get shown() { return this.state.transcript ? `“${this.state.transcript}”` : ''; },
    get options() { return this.state.options.map((label, index) => ({ label, index })); },

    init() {
      hearAnswers((answer) => this.step({ type: 'answered', answer }), (reason) => this.step({ type: 'refused', reason }));
    },
    step(event) {
      const { state, effects } = voice(this.state, event);
      this.state = state;
      clearTimeout(fading);
      if (state.phase === 'heard' || state.phase === 'kept') fading = setTimeout(() => this.step({ type: 'dismissed' }), 8000);
      if (state.phase === 'thinking') app().toast = '';
      if (state.message) app().status = state.message;
      for (const effect of effects) this.perform(effect);
    },
    perform(effect) {
      if (effect.type === 'listen') this.hear();
      if (effect.type === 'stopListening') stopListening();
      if (effect.type === 'send') void this.send(effect.text, effect.alternatives);
      if (effect.type === 'speak' && app().settings.speakBack) speak(effect.text);
      if (effect.type === 'focusBox') this.$refs['box']?.focus();
    },
    hear() {
      hush();
      prime();
      stopListening = listen(recognitionIn(globalThis), {
        started: () => this.step({ type: 'started' }),
        interim: (text) => this.step({ type: 'interim', text }),
        sentence: (text, alternatives) => this.step({ type: 'sentence', text, alternatives, spoken: true }),
        failed: (reason) => this.step({ type: 'failed', reason }),
        stopped: () => this.step({ type: 'stopped' }),
      }, 'en-US');
    },
    async send(text, alternatives) {
      // Nothing for a moment: most answers are there before a word about waiting could be read.
      this.patient = false;
      const wait = setTimeout(() => { this.patient = true; }, 300);
      const stop = await app().gym.say(text, alternatives);
      clearTimeout(wait);
      this.patient = true;
      if (stop !== 'empty') this.step({ type: 'kept' });
    },
    tap() { this.step({ type: 'tapped' }); },
    submit() {
      const text = this.typed.trim();
      if (!text) return;
      prime();
      this.typed = '';
      this.step({ type: 'sentence', text, alternatives: [], spoken: false });
    },
    choose(index) {
      prime();
      this.step({ type: 'sentence', text: ordinals[index] ?? '', alternatives: [], spoken: false });
    },
    dismiss() { this.step({ type: 'dismissed' }); },
    undo() {
      this.step({ type: 'dismissed' });
      void app().undo();
    },
  } as Panel;
}

Alpine.data('voicePanel', voicePanel);
