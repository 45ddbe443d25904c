/** What Alpine adds to a component. */
export interface Magics {
  $watch(name: string, react: (value: boolean) => void): void;
  $nextTick(run: () => void): void;
  $refs: Record<string, HTMLElement>;
}

/** A component as it is written: Alpine's magics are there at run time only. */
export type Component<T> = Omit<T, keyof Magics> & ThisType<T & Magics>;

/** A component inside another one's markup: what the outer one has is in its reach. */
export type Inside<Outer, T> = Omit<T, keyof Magics> & ThisType<T & Outer & Magics>;
