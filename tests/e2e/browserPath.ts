import { spawnSync } from 'node:child_process';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function found(): string | null {
  for (const name of NAMES) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return null;
}

/** A Chromium or Chrome of this machine; Debian's is installed where there is none and we may. Throws with the one thing to do otherwise. */
export function browserPath(): string {
  const given = process.env['STEADING_BROWSER'];
  if (given) return given;
  const there = found();
  if (there !== null) return there;
  const mayInstall = process.getuid?.() === 0 && spawnSync('sh', ['-c', 'command -v apt-get']).status === 0;
  if (!mayInstall) throw new Error('No Chromium or Chrome was found. Install one, for example: sudo apt-get install chromium');
  console.log('No Chromium or Chrome was found: installing Debian’s chromium.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  const installed = found();
  if (installed === null) throw new Error('Debian’s chromium could not be installed. Install it by hand: apt-get install chromium');
  return installed;
}
