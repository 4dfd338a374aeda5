import { fork } from 'node:child_process';
import type { Job, Told } from './worker';

export interface Fault { readonly case: number; readonly message: string }
export interface Run { readonly read: number; readonly refused: number; readonly faults: readonly Fault[] }

interface Options {
  readonly seed: number;
  /** Cases from … to, of the seed. */
  readonly from: number;
  readonly to: number;
  readonly processes: number;
  /** A case that takes longer is a fault, and is ended. */
  readonly watchdogMs?: number;
  readonly broken?: 'hangs' | 'throws';
}

/** Every case is tried in a process of its own kind, which can be ended from outside: a reader that hangs never gives the turn back. */
export async function runCases({ seed, from, to, processes, watchdogMs = 30_000, broken }: Options): Promise<Run> {
  const faults: Fault[] = [];
  let [read, refused] = [0, 0];
  async function share(first: number): Promise<void> {
    for (let next = first; next < to;) {
      const { begun, ended } = await one({ seed, from: next, to, step: processes });
      if (!ended) faults.push({ case: begun, message: `no end after ${String(watchdogMs / 1000)} s, or the process ended itself` });
      next = ended ? to : begun + processes;
    }
  }
  function one(job: Job): Promise<{ begun: number; ended: boolean }> {
    return new Promise((resolve) => {
      const child = fork(new URL('worker.ts', import.meta.url), { execArgv: ['--import', 'tsx'], env: { ...process.env, ...(broken && { STEADING_FUZZ_BROKEN: broken }) } });
      let begun = job.from;
      let counted = 0;
      let ended = false;
      let timer = setTimeout(() => child.kill('SIGKILL'), watchdogMs + 30_000);
      child.on('message', (told: Told) => {
        if ('begun' in told) {
          if (told.begun !== job.from) counted++;
          begun = told.begun;
          clearTimeout(timer);
          timer = setTimeout(() => child.kill('SIGKILL'), watchdogMs);
        } else if ('case' in told) {
          counted--;
          faults.push({ case: told.case, message: `${told.subject}, ${told.what}: ${told.message}` });
        } else {
          ended = true;
          ({ read, refused } = { read: read + told.read, refused: refused + told.refused });
        }
      });
      child.on('exit', () => {
        clearTimeout(timer);
        // Of a process that was ended, it is known how many came to an end without a fault, not how.
        if (!ended) refused += counted;
        resolve({ begun, ended });
      });
      child.send(job);
    });
  }
  await Promise.all(Array.from({ length: processes }, (_, k) => share(from + k)));
  return { read, refused, faults: faults.toSorted((a, b) => a.case - b.case) };
}
