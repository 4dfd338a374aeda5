import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Served } from '../e2e/app';
import { savingRounds, type SavingResult } from './savingRounds';

const ROUND_MS = { least: 0, most: 2_500 };

/** kill −9 of the whole browser, in the middle of saving. */
export async function killRounds(app: Served, kills: number, random: () => number, progress?: (line: string) => void): Promise<SavingResult> {
  const profile = mkdtempSync(join(tmpdir(), 'steading-kill-'));
  try {
    return await savingRounds(app, { profile, roundMs: ROUND_MS, cut: (browser) => browser.kill() }, kills, random, progress);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
