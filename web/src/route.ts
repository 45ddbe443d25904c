/** The address is the hash: it survives a reload, works offline and never reaches the server. */
export const tabs = ['log', 'history', 'exercises', 'templates', 'settings'] as const;
export type Tab = (typeof tabs)[number];
export type View = Tab | 'session' | 'exercise' | 'template' | 'account' | 'import' | 'stats' | 'weight' | 'names';

export interface Route { view: View; tab: Tab; id: string }

const tabOf: Record<Exclude<View, Tab>, Tab> = { session: 'history', exercise: 'exercises', template: 'templates', account: 'settings', import: 'settings', stats: 'history', weight: 'history', names: 'settings' };

/** Null where it was mangled on its way here, as links are. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

export function parseRoute(hash: string): Route {
  // Mailed links carry their secret here, where no server sees it.
  if (/^#(reset|confirm)=/.test(hash)) return { view: 'account', tab: 'settings', id: hash.slice(1) };
  const [name = '', ...rest] = hash.replace(/^#/, '').split('/');
  const id = decoded(rest.join('/'));
  if (id === null) return { view: 'log', tab: 'log', id: '' };
  if ((tabs as readonly string[]).includes(name)) return { view: name as Tab, tab: name as Tab, id };
  const tab = tabOf[name as Exclude<View, Tab>];
  return tab ? { view: name as View, tab, id } : { view: 'log', tab: 'log', id: '' };
}

export function go(view: View, id = ''): void {
  location.hash = id ? `${view}/${encodeURIComponent(id)}` : view;
}
