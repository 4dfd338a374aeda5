import { argon2id } from 'hash-wasm';
import { ARGON_LIMITS, type Argon } from './kdf';

/** What an officer waits at each unlocking. */
const TARGET_MS = 700;
const STEP_KIB = 64 * 1024;
/** More memory than this may fail on a tablet that is short of it; what may be read goes further (ARGON_LIMITS). */
const WRITE_CEILING_KIB = 256 * 1024;
const WRITE_MOST_ITERATIONS = 8;

/** What is measured, and the least that is ever chosen: a slow device waits longer, it is never given less. */
export const FLOOR: Argon = { memoryKiB: ARGON_LIMITS.floorKiB, iterations: 3, parallelism: 1 };

/** The strongest that stays within the target, by the time that FLOOR took: memory first, which costs an attacker most; iterations once memory is at its ceiling. */
export function argonFor(floorMs: number): Argon {
  const msPerPass = (memoryKiB: number) => (floorMs / FLOOR.iterations) * (memoryKiB / FLOOR.memoryKiB);
  let memoryKiB = FLOOR.memoryKiB;
  while (memoryKiB + STEP_KIB <= WRITE_CEILING_KIB && msPerPass(memoryKiB + STEP_KIB) * FLOOR.iterations <= TARGET_MS) memoryKiB += STEP_KIB;
  if (memoryKiB < WRITE_CEILING_KIB) return { ...FLOOR, memoryKiB };
  const affordable = Math.floor(TARGET_MS / Math.max(msPerPass(memoryKiB), 1));
  return { ...FLOOR, memoryKiB, iterations: Math.min(WRITE_MOST_ITERATIONS, Math.max(FLOOR.iterations, affordable)) };
}

/** Measured where it will run. The first, small derivation compiles and is not counted. */
export async function calibrated(now: () => number, derive: (argon: Argon) => Promise<unknown> = deriveOnce): Promise<Argon> {
  await derive({ memoryKiB: 64, iterations: 1, parallelism: 1 });
  const before = now();
  await derive(FLOOR);
  return argonFor(now() - before);
}

function deriveOnce({ memoryKiB, iterations, parallelism }: Argon): Promise<unknown> {
  return argon2id({ password: 'measured', salt: new Uint8Array(16), memorySize: memoryKiB, iterations, parallelism, hashLength: 32, outputType: 'binary' });
}
