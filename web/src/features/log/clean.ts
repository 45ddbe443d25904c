/** A value that is not there is left out: the contract tells null from absent. */
export function clean(values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}
