import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { caseOf, runCase } from './cases';
import { runCases } from './run';
import { allSubjects, withRealFiles } from './subjects';

/** `npm run fuzz -- [--minutes 5] [--seed N]`: other cases at every run; `--seed N --case K` runs one again and shows it. */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string' }, case: { type: 'string' } } });
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const BATCH = 20_000;

if (values.case !== undefined) {
  const subjects = await allSubjects();
  const n = Number(values.case);
  const { subject, bytes, what } = caseOf(subjects, seed, n);
  console.log(`${subject.name}: ${what.join(', then ')}; ${String(bytes.length)} bytes\n${JSON.stringify(new TextDecoder().decode(bytes.subarray(0, 2_000)))}`);
  console.log(await runCase(subjects, seed, n));
} else {
  console.log(`Seed ${String(seed)}. Real files: ${withRealFiles ? 'their beginnings are tried too' : 'not on this machine (set STEADING_SHARED_DATA), made-up files alone'}.`);
  const until = Date.now() + Number(values.minutes) * 60_000;
  let [tried, found] = [0, 0];
  for (let from = 0; Date.now() < until; from += BATCH) {
    const { read, refused, faults } = await runCases({ seed, from, to: from + BATCH, processes: availableParallelism() });
    tried += BATCH;
    found += faults.length;
    console.log(`${tried.toLocaleString('en-GB')} tried: in the last ${BATCH.toLocaleString('en-GB')}, ${String(read)} read, ${String(refused)} refused with what to do, ${String(faults.length)} faults`);
    for (const fault of faults) console.log(`  npm run fuzz -- --seed ${String(seed)} --case ${String(fault.case)}\n    ${fault.message}`);
  }
  process.exitCode = found > 0 ? 1 : 0;
}
