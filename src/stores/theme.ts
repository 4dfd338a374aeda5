/** A setting of the device and of nobody's case: known before a vault is opened, and the same in all of them. */
export type Theme = 'system' | 'light' | 'dark';

/** Read by public/theme.js before anything is drawn. */
const KEY = 'steading-theme';

export function chosenTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** At once, and for the next start. Returns whether the browser keeps it. */
export function chooseTheme(theme: Theme): boolean {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  document.querySelector('meta[name="color-scheme"]')?.setAttribute('content', theme === 'system' ? 'light dark' : theme);
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
    return true;
  } catch {
    return false;
  }
}
