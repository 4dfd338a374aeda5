import { spawnSync } from 'node:child_process';

/** The first of these commands on this machine, or null. */
function found(names: readonly string[]): string | null {
  for (const name of names) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return null;
}

/** A command of this machine by any of its names; Debian's package is installed where there is none and we may. null: neither. */
export function debianCommand(names: readonly string[], debianName: string): string | null {
  const there = found(names);
  if (there !== null) return there;
  const mayInstall = process.getuid?.() === 0 && spawnSync('sh', ['-c', 'command -v apt-get']).status === 0;
  if (!mayInstall) return null;
  console.log(`No ${debianName} was found: installing Debian’s.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  spawnSync('apt-get', ['install', '-y', '-qq', debianName], { stdio: ['ignore', 'ignore', 'inherit'], env });
  return found(names);
}
