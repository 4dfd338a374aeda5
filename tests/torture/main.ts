import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { serve, type Served } from '../e2e/app';
import { killRounds } from './killRounds';
import { whyNoLoopDisk } from './loopDisk';
import { powerCuts } from './powerCuts';
import type { SavingResult } from './savingRounds';

/**
 * `npm run torture [-- part …] [--kills 200] [--cuts 50] [--seed N]`: the long runs of what tests/run.ts runs in short, each beside its control. Needs a
 * built application (`npm run build`). Prints a table; ends with 1 where anything that was acknowledged is lost.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kills: { type: 'string', default: '200' }, cuts: { type: 'string', default: '50' }, seed: { type: 'string' } },
});
const seed = values.seed ?? String(Date.now() % 1_000_000);

/** Of a run that is stopped halfway, what it found so far stands on the screen. */
const progress = (line: string): void => { console.error(`  ${line}`); };

interface Outcome { readonly what: string; readonly times: number | string; readonly found: string; readonly holds: boolean }

const told = ({ acknowledged, faults, repairs, restarts }: SavingResult): string =>
  `${String(acknowledged)} saves acknowledged, ${String(faults.length)} rounds with a loss, ${String(repairs.length)} repairs by hand, ${String(restarts)} second starts of the browser`;

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new RangeError('How many times? Give a whole number.');
  return number;
}

async function onApp(run: (app: Served) => Promise<readonly Outcome[]>): Promise<readonly Outcome[]> {
  const app = await serve();
  try {
    return await run(app);
  } finally {
    await app.stop();
  }
}

async function kills(app: Served): Promise<readonly Outcome[]> {
  const result = await killRounds(app, count(values.kills), Math.random, progress);
  return [{ what: 'kill −9 in the middle of saving', times: result.cuts, found: told(result), holds: result.faults.length === 0 }];
}

async function cuts(app: Served): Promise<readonly Outcome[]> {
  const why = whyNoLoopDisk();
  if (why !== null) return [{ what: 'power cut in the middle of saving', times: 0, found: `left out: ${why}`, holds: true }];
  const [ours, control] = [await powerCuts(app, count(values.cuts), Math.random, 'strict', progress), await powerCuts(app, Math.max(2, Math.ceil(count(values.cuts) / 10)), Math.random, 'relaxed', progress)];
  return [
    { what: 'power cut in the middle of saving', times: ours.cuts, found: told(ours), holds: ours.faults.length === 0 },
    { what: 'the same, promised too early and without a second copy (control: must lose)', times: control.cuts, found: told(control), holds: control.faults.length > 0 },
  ];
}

/** Tests of the short runs, with another seed and larger counts where their files take them; each file holds its own control. */
const TESTS: Readonly<Record<string, { readonly what: string; readonly files: readonly string[]; readonly env: Readonly<Record<string, string>> }>> = {
  tabs: { what: '2, 3 and 4 tabs, 2,000 edits each', files: ['tests/vault/manyTabs.test.ts', 'tests/vault/race.test.ts'], env: { STEADING_EDITS: '2000' } },
  damage: { what: 'damaged stores of 21 kinds × 5 seeds; 10,000 swapped rows', files: ['tests/vault/journal/damage.test.ts'], env: { STEADING_SEED: seed } },
  crash: { what: 'a device that goes off at any operation and byte; removal of an officer, erasure', files: ['tests/vault/journal/crash.test.ts', 'tests/vault/journal/replace.test.ts'], env: { STEADING_SEED: seed } },
  log: { what: '10,000 tampered logs', files: ['tests/vault/format/tamperedLog.test.ts'], env: { STEADING_SEED: seed } },
  files: { what: '20,000 mutated hand-over files', files: ['tests/vault/format/handOver/file.test.ts'], env: { STEADING_SEED: seed } },
};

function tests(name: string): readonly Outcome[] {
  const { what, files, env } = TESTS[name] ?? { what: '', files: [], env: {} };
  const { status } = spawnSync('npx', ['--no-install', 'vitest', 'run', '--reporter=dot', ...files], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  return [{ what, times: `seed ${seed}`, found: status === 0 ? 'every test and every control holds' : 'see above', holds: status === 0 }];
}

const PARTS: Readonly<Record<string, () => readonly Outcome[] | Promise<readonly Outcome[]>>> = {
  kill: () => onApp(kills),
  power: () => onApp(cuts),
  ...Object.fromEntries(Object.keys(TESTS).map((name) => [name, () => tests(name)])),
};

const unknown = positionals.find((name) => !(name in PARTS));
if (unknown !== undefined) throw new Error(`There is no part '${unknown}': ${Object.keys(PARTS).join(', ')}.`);
const outcomes: Outcome[] = [];
for (const [name, run] of Object.entries(PARTS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`\n${name}`);
  outcomes.push(...await run());
}
console.table(outcomes);
process.exitCode = outcomes.every(({ holds }) => holds) ? 0 : 1;
