// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseTheme, chosenTheme } from '@/stores';

const BEFORE_THE_FIRST_PAINT = readFileSync('public/theme.js', 'utf8');
const html = document.documentElement;
const meta = () => document.querySelector('meta[name="color-scheme"]')?.getAttribute('content');

/** A new page of this device: what was shown is gone, what was kept is not. */
function startAgain(): void {
  delete html.dataset['theme'];
  const scheme = document.createElement('meta');
  scheme.setAttribute('name', 'color-scheme');
  scheme.setAttribute('content', 'light dark');
  document.head.replaceChildren(scheme);
  runInThisContext(BEFORE_THE_FIRST_PAINT);
}

beforeEach(() => { localStorage.clear(); startAgain(); });
afterEach(() => { vi.unstubAllGlobals(); localStorage.clear(); delete html.dataset['theme']; document.head.replaceChildren(); });

describe('the theme of the device', () => {
  it('is the system’s where nobody chose, and leaves no trace', () => {
    expect([chosenTheme(), meta(), localStorage.length]).toEqual(['system', 'light dark', 0]);
  });

  it.each(['light', 'dark'] as const)('%s holds at once, and from the first paint of the next page on', (theme) => {
    expect(chooseTheme(theme)).toBe(true);
    expect([html.dataset['theme'], meta()]).toEqual([theme, theme]);
    startAgain();
    expect([chosenTheme(), meta()]).toEqual([theme, theme]);
  });

  it('is the system’s again, without a trace', () => {
    chooseTheme('dark');
    chooseTheme('system');
    expect([chosenTheme(), meta(), localStorage.length]).toEqual(['system', 'light dark', 0]);
    startAgain();
    expect(chosenTheme()).toBe('system');
  });

  it('keeps one word and nothing else', () => {
    chooseTheme('dark');
    expect({ ...localStorage }).toEqual({ 'steading-theme': 'dark' });
  });

  it('holds until the page is closed where the browser keeps nothing, and says so', () => {
    vi.stubGlobal('localStorage', { setItem: () => { throw new Error('full'); } });
    expect(chooseTheme('dark')).toBe(false);
    expect(chosenTheme()).toBe('dark');
  });

  it('negative control: what else may stand there is no theme', () => {
    localStorage.setItem('steading-theme', 'purple');
    startAgain();
    expect(chosenTheme()).toBe('system');
  });
});
