let opened: Promise<unknown> | null = null;

/** The screens behind Log are a chunk of their own: the first set waits for none of them. */
export function openScreens(): Promise<unknown> {
  opened ??= import('../screens').catch(() => { opened = null; });
  return opened;
}

export function openScreensWhenIdle(): void {
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 2000));
  addEventListener('load', () => idle(() => void openScreens()));
}
