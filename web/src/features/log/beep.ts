let context: AudioContext | null = null;

/** Two short notes and a buzz; only in front, where a page may make itself heard. */
export function beep(): void {
  if ('vibrate' in navigator) navigator.vibrate([200, 100, 200]);
  if (document.visibilityState !== 'visible' || !('AudioContext' in globalThis) || !navigator.userActivation?.hasBeenActive) return;
  context ??= new AudioContext();
  for (const [at, pitch] of [[0, 660], [0.18, 880]] as const) {
    const [note, gain] = [context.createOscillator(), context.createGain()];
    note.frequency.value = pitch;
    gain.gain.setValueAtTime(0.15, context.currentTime + at);
    gain.gain.exponentialRampToValueAtTime(0.001, context.currentTime + at + 0.15);
    note.connect(gain).connect(context.destination);
    note.start(context.currentTime + at);
    note.stop(context.currentTime + at + 0.16);
  }
}
