/** Asks the browser to keep what lies here even when space runs out. */
export async function askToLast(): Promise<void> {
  if (navigator.storage?.persist && !(await navigator.storage.persisted())) await navigator.storage.persist();
}
