let primed = false;
const synthesis = (): SpeechSynthesis | null => ('speechSynthesis' in globalThis ? speechSynthesis : null);

/** iOS lets a page speak later only if it spoke once inside a tap. */
export function prime(): void {
  if (primed || !synthesis()) return;
  primed = true;
  const silence = new SpeechSynthesisUtterance(' ');
  silence.volume = 0;
  speechSynthesis.speak(silence);
}

/** Speaks, and tells when it is quiet again: listening must not hear the answer. Voices that never end are given up on. */
export function speak(text: string): Promise<void> {
  const voice = synthesis();
  if (!voice || !text) return Promise.resolve();
  voice.cancel();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'en';
  return new Promise((quiet) => {
    const patience = setTimeout(quiet, 3000 + text.length * 120);
    utterance.onend = utterance.onerror = () => {
      clearTimeout(patience);
      quiet();
    };
    voice.speak(utterance);
  });
}

export function hush(): void {
  synthesis()?.cancel();
}
