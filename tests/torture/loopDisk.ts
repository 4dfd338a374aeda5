import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const SIZE = '300M';
const MOST_COPIES = 200;
const PATIENCE_MS = 10_000;
const run = (command: string, ...words: string[]): string => execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** Why no disk of our own can be mounted here; null: it can. */
export function whyNoLoopDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux may mount a disk of its own';
  if (!existsSync('/dev/loop-control')) return 'this machine has no loop devices';
  try {
    const disk = loopDisk();
    disk.remove();
    return null;
  } catch (error) {
    return `no ext4 image could be mounted: ${error instanceof Error ? error.message.split('\n')[0] ?? '' : ''}`;
  }
}

/** An ext4 file system in a file: what it has not yet written to that file is what a power cut takes away. */
export interface LoopDisk {
  readonly folder: string;
  /** All that was written so far would survive. */
  settle(): void;
  /** The file as it stands now, with nobody writing to it meanwhile; to be given to `goOnFrom`. */
  copy(): Promise<string>;
  /** Ends the disk as it is and mounts the copy in its place; the file system plays its own journal back, as after a power cut. */
  goOnFrom(copy: string): Promise<void>;
  remove(): void;
}

export function loopDisk(): LoopDisk {
  const home = mkdtempSync(join(tmpdir(), 'steading-disk-'));
  const folder = join(home, 'mounted');
  let [image, made] = [join(home, 'disk-0'), 0];
  mkdirSync(folder);
  run('truncate', '-s', SIZE, image);
  run('mkfs.ext4', '-q', '-F', image);
  const mount = (): string => run('mount', '-o', 'loop', image, folder);
  mount();

  /** Writes completed, and those under way, by the kernel's count. */
  function written(): string {
    const device = basename(run('losetup', '--noheadings', '--output', 'NAME', '--associated', image).split('\n')[0] ?? '');
    const numbers = readFileSync(`/sys/block/${device}/stat`, 'utf8').trim().split(/\s+/u);
    return `${numbers[4] ?? ''}, ${numbers[8] ?? ''} under way`;
  }

  async function unmount(): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        run('umount', folder);
        return;
      } catch (error) {
        // A process that was killed lets go of its files in its own time.
        if (Date.now() > until) throw error;
        await pause(50);
      }
    }
  }

  return {
    folder,
    settle: () => { run('sync', '--file-system', folder); },
    async copy() {
      made += 1;
      const to = join(home, `disk-${String(made)}`);
      // The file system may write by itself while it is copied: then the copy is of no instant, and is made again.
      for (let copies = 0; copies < MOST_COPIES; copies += 1) {
        const before = written();
        run('cp', '--sparse=always', image, to);
        if (before.endsWith(', 0 under way') && written() === before) return to;
        await pause(10);
      }
      throw new Error('The disk never stood still.');
    },
    async goOnFrom(copy) {
      await unmount();
      rmSync(image);
      image = copy;
      mount();
    },
    remove() {
      try {
        run('umount', folder);
      } finally {
        rmSync(home, { recursive: true, force: true });
      }
    },
  };
}
