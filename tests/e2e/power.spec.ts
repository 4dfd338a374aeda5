import { expect, test } from '@playwright/test';
import { seeded } from '../geo/geodesic';
import { whyNoLoopDisk } from '../torture/loopDisk';
import { powerCuts } from '../torture/powerCuts';
import { serve } from './app';

/** A repair by hand is no loss: the browser's own database may come out of a power cut older than it was (docs/reliability.md). */
const WAYS = [
  ['everything that was acknowledged is there each time', 'strict'],
  ['of what is promised too early, and kept once, something is lost (control)', 'relaxed'],
] as const;

for (const [at, [what, durability]] of WAYS.entries()) {
  test(`the power cut twice in the middle of saving: ${what}`, async () => {
    const why = whyNoLoopDisk();
    test.skip(why !== null, `The power cannot be cut here: ${why ?? ''}.`);
    const app = await serve();
    try {
      const result = await powerCuts(app, 2, seeded(7 + at), durability);
      expect(result.acknowledged, 'something was acknowledged').toBeGreaterThan(0);
      if (durability === 'strict') expect(result.faults).toEqual([]);
      else expect(result.faults.length, 'something was lost').toBeGreaterThan(0);
    } finally {
      await app.stop();
    }
  });
}
