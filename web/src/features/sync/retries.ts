import type { Stop } from './flush';

const [first, longest] = [1000, 15_000];

/** When to try again by itself: soon after the first failure, then less and less often, and not before the server said. */
export function createRetries(again: () => void) {
  let wait = first;
  let earliest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  return {
    notBefore(seconds: number): void {
      earliest = performance.now() + Math.min(seconds, 600) * 1000;
    },
    after(stop: Stop, waiting: boolean): void {
      clearTimeout(timer);
      if (stop === 'empty') wait = first;
      // Nobody signs in within a second.
      if (stop === 'unauthenticated') wait = longest;
      if (stop === 'empty' || !waiting) return;
      timer = setTimeout(again, Math.max(wait, earliest - performance.now()));
      wait = Math.min(wait * 2, longest);
    },
  };
}
