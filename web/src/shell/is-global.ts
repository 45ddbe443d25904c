/** Those that log a warning where they are read. */
const warning = ['styleMedia', 'sharedStorage', 'fence'];
/** What the app itself is made of, and what it is handed: the event of the moment is a global, too, and its handler's to read. */
const plain = /^(Object|Array|Map|Set|Date|Promise|.*Element|.*Event)$/;

let held: Set<unknown> | null = null;

/** The browser's own objects: window, navigator, storage. Their names begin small, those of interfaces large. */
function objects(): Set<unknown> {
  const names = Object.getOwnPropertyNames(globalThis).filter((name) => /^[a-z]/.test(name) && !name.startsWith('on') && !warning.includes(name));
  return (held ??= new Set(names.map((name) => (globalThis as Record<string, unknown>)[name])));
}

/** Whether this is one of the browser's globals, by whatever way an expression came to it. A function and a namespace (Math) know their own name. */
export function isGlobal(value: object): boolean {
  const name = typeof value === 'function' ? (value as { name: unknown }).name : Object.prototype.toString.call(value).slice(8, -1);
  if ((globalThis as Record<string, unknown>)[String(name)] === value) return true;
  return typeof value === 'object' && !plain.test(String(name)) && objects().has(value);
}
