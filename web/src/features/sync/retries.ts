import type { Stop } from './flush';

const [first, longest] = [1000, 15_000];
// The server repeats a renewed session for ten seconds: who has lost its answer is back twice by then.
const longestOutside = 4000;

/** When to try again by itself: soon after the first failure, then less and less often, and not before the server said. */
export function createRetries(again: () => void) {
  let wait = first;
  let earliest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  return {
    notBefore(seconds: number): void {
      earliest = performance.now() + Math.min(seconds, 600) * 1000;
    },
    /** @param outside Whether renewing the session got no answer, which is asked again though nothing waits to be sent. */
    after(stop: Stop, waiting: boolean, outside = false): void {
      clearTimeout(timer);
      if (stop === 'empty') wait = first;
      // Nobody signs in within a second.
      if (stop === 'unauthenticated') wait = longest;
      if (stop === 'empty' || !(waiting || outside)) return;
      timer = setTimeout(again, Math.max(outside ? Math.min(wait, longestOutside) : wait, earliest - performance.now()));
      wait = Math.min(wait * 2, longest);
    },
  };
}
