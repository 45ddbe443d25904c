/** How this phone likes things; what the account likes is in its settings. */
export interface Prefs {
  theme: 'auto' | 'light' | 'dark' | 'contrast';
  textSize: '100' | '115' | '130' | '150';
  handsFree: boolean;
  voice: string;
}

const defaults: Prefs = { theme: 'auto', textSize: '100', handsFree: false, voice: 'en-US' };

export function prefs(): Prefs {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem('prefs') ?? '{}') as Partial<Prefs>) };
  } catch {
    return defaults;
  }
}

export function applyPrefs({ theme, textSize } = prefs()): void {
  const { dataset, style } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
  style.fontSize = textSize === '100' ? '' : `${textSize}%`;
}

export function setPrefs(change: Partial<Prefs>): Prefs {
  const next = { ...prefs(), ...change };
  localStorage.setItem('prefs', JSON.stringify(next));
  applyPrefs(next);
  return next;
}
