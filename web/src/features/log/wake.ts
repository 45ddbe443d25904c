let lock: WakeLockSentinel | null = null;
let wanted = false;

async function take(): Promise<void> {
  if (!wanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
  // Refused on a low battery: then the screen goes dark, and nothing else.
  lock = await navigator.wakeLock.request('screen').catch(() => null);
}

document.addEventListener('visibilitychange', () => void take());

/** A phone on a bench stays lit while a workout runs. */
export function keepAwake(on: boolean): void {
  wanted = on;
  if (on) return void take();
  void lock?.release();
  lock = null;
}
