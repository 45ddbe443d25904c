let primed = false;

/** iOS lets a page speak later only if it spoke once inside a tap. */
export function prime(): void {
  if (primed || !('speechSynthesis' in globalThis)) return;
  primed = true;
  const silence = new SpeechSynthesisUtterance(' ');
  silence.volume = 0;
  speechSynthesis.speak(silence);
}

export function speak(text: string): void {
  if (!('speechSynthesis' in globalThis) || !text) return;
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'en';
  speechSynthesis.speak(utterance);
}

export function hush(): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
}
