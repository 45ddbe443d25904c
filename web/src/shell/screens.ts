let opened: Promise<unknown> | null = null;

/** The screens behind Log are a chunk of their own: the first set waits for none of them. */
export function openScreens(): Promise<unknown> {
  opened ??= import('../screens').catch(() => { opened = null; });
  return opened;
}
