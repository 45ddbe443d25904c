/** What Alpine adds to a component. */
export interface Magics {
  $watch(name: string, react: (value: boolean) => void): void;
  $nextTick(run: () => void): void;
  $refs: Record<string, HTMLElement>;
}

/** Loads a screen now, and again whenever the phone's copy of the log or its queue has changed. */
export function keepLoaded(screen: Magics & { load(): Promise<void> }): void {
  for (const name of ['revision', 'entries']) screen.$watch(`$store.app.${name}`, () => void screen.load());
  void screen.load();
}

/** A component as it is written: Alpine's magics are there at run time only. */
export type Component<T> = Omit<T, keyof Magics> & ThisType<T & Magics>;

/** A component inside another one's markup: what the outer one has is in its reach. */
export type Inside<Outer, T> = Omit<T, keyof Magics> & ThisType<T & Outer & Magics>;
