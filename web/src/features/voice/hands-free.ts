const patience = 120_000;

/** Milliseconds of silence left before hands-free listening stops. */
export const patienceLeft = (lastHeard: number, now: number): number => Math.max(0, lastHeard + patience - now);
