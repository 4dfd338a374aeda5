import { describe, expect, it } from 'vitest';
import { runCases } from './run';
import { withRealFiles } from './subjects';

const CASES = 20_000;
const SEED = Number(process.env.STEADING_SEED ?? 2017);

describe(`files with something wrong with them, ${CASES.toLocaleString('en-GB')} in all, ${withRealFiles ? 'beginnings of real ones and made-up ones' : 'made-up ones alone (real open data is not on this machine; set STEADING_SHARED_DATA)'}`, () => {
  it('are read with an account that adds up, or refused in words that tell what to do: nothing else, and none past 30 seconds', async () => {
    const { read, refused, faults } = await runCases({ seed: SEED, from: 0, to: CASES, processes: 2 });
    expect(faults.map(({ case: n, message }) => `npm run fuzz -- --seed ${String(SEED)} --case ${String(n)}: ${message}`)).toEqual([]);
    expect(read + refused).toBe(CASES);
    expect(Math.min(read, refused)).toBeGreaterThan(CASES / 10);
  }, 300_000);

  it.each([['hangs', /no end after 0\.5 s/u], ['throws', /TypeError/u]] as const)('would be told of a reader that %s (negative control)', async (broken, message) => {
    const { faults } = await runCases({ seed: SEED, from: 0, to: 30, processes: 1, watchdogMs: 500, broken });
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every((fault) => message.test(fault.message))).toBe(true);
  }, 60_000);
});
