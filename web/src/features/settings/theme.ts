export type Theme = 'auto' | 'light' | 'dark';

const held = (): Theme => {
  const name = localStorage.getItem('theme');
  return name === 'light' || name === 'dark' ? name : 'auto';
};

export function applyTheme(): Theme {
  const theme = held();
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  return theme;
}

export function chooseTheme(theme: Theme): Theme {
  localStorage.setItem('theme', theme);
  return applyTheme();
}
