const leastRoom = 5_000_000;

/** Whether the next weeks of training may find no room here: a phone that is full, or a private window. */
export async function spaceIsShort(): Promise<boolean> {
  const { usage = 0, quota } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  return quota !== undefined && quota - usage < leastRoom;
}

/** Asks the browser to keep what lies here even when space runs out. */
export async function askToLast(): Promise<void> {
  if (navigator.storage?.persist && !(await navigator.storage.persisted())) await navigator.storage.persist();
}
