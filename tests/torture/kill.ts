import { serve } from '../e2e/app';
import { killRounds } from './killRounds';

/** `tsx tests/torture/kill.ts [COUNT]`: so many kills in the middle of saving; ends with 1 where anything that was acknowledged is lost. */
const count = Number(process.argv[2] ?? '200');
if (!Number.isInteger(count) || count < 1) throw new RangeError('How many times? Give a whole number.');

const app = await serve();
try {
  const result = await killRounds(app, count, Math.random);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if (result.faults.length > 0) process.exitCode = 1;
} finally {
  await app.stop();
}
