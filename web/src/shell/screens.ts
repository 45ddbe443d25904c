let opened: Promise<typeof import('../screens') | undefined> | null = null;

/** The screens behind Log are a chunk of their own, with what is seldom needed: the first set waits for none of it. */
export function openScreens(): Promise<typeof import('../screens') | undefined> {
  opened ??= import('../screens').catch(() => void (opened = null));
  return opened;
}
