import { debianCommand } from '../debianPackage';

/** A Chromium or Chrome of this machine; Debian's is installed where there is none and we may. Throws with the one thing to do otherwise. */
export function browserPath(): string {
  const given = process.env['STEADING_BROWSER'];
  if (given) return given;
  const there = debianCommand(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'], 'chromium');
  if (there === null) throw new Error('No Chromium or Chrome was found. Install one, for example: sudo apt-get install chromium');
  return there;
}
