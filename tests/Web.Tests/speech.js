// Recognition does not run headless: this one has the standard's shape and replays what a test hands it. Speech is recorded.
(() => {
  const turns = [];
  const speech = {
    spoken: [], starts: 0, listening: false, overheard: 0,
    /** The next start() replays these steps: {type, ...} a step, `wait` milliseconds before it. */
    next: (...steps) => turns.push(steps),
  };
  const list = (results) => results.map(({ final = false, said }) => Object.assign([said].flat().map((transcript, place) => ({ transcript, confidence: 0.9 - place / 10 })), { isFinal: final }));

  class ScriptedRecognition {
    continuous = false; interimResults = false; maxAlternatives = 1; lang = '';
    onstart = null; onresult = null; onerror = null; onend = null;

    start() {
      speech.starts += 1;
      speech.listening = true;
      this.over = false;
      void this.play(turns.shift() ?? []);
    }

    async play(steps) {
      for (const { wait = 5, type, ...more } of steps) {
        await new Promise((go) => setTimeout(go, wait));
        if (this.over) return;
        if (type === 'start') this.onstart?.(new Event('start'));
        if (type === 'error') this.onerror?.({ error: more.error });
        if (type === 'end') this.stop();
        if (type === 'result') this.onresult?.({ resultIndex: more.at ?? 0, results: list(more.results) });
      }
    }

    stop() {
      if (this.over) return;
      this.over = true;
      speech.listening = false;
      this.onend?.(new Event('end'));
    }

    abort() { this.stop(); }
  }

  const voice = {
    speak(utterance) {
      if (utterance.volume > 0) speech.spoken.push(utterance.text);
      if (speech.listening && utterance.volume > 0) speech.overheard += 1;
      setTimeout(() => utterance.onend?.(new Event('end')), 5);
    },
    cancel() {}, pause() {}, resume() {}, getVoices: () => [], speaking: false, pending: false, paused: false,
  };
  Object.assign(window, { speech, SpeechRecognition: ScriptedRecognition, webkitSpeechRecognition: ScriptedRecognition });
  Object.defineProperty(window, 'speechSynthesis', { value: voice });
})();
