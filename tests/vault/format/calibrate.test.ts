import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argonFor, calibrated, FLOOR } from '@/vault/format/calibrate';
import { ARGON_LIMITS, isWithin } from '@/vault/format/kdf';

const MIB = 1024;

describe('what a passphrase costs', () => {
  it.each([
    { device: 'very slow', floorMs: 5_000, memoryMiB: 64, iterations: 3 },
    { device: 'that needs 0.7 s for the least', floorMs: 700, memoryMiB: 64, iterations: 3 },
    { device: 'in use, 0.3 s for the least', floorMs: 300, memoryMiB: 128, iterations: 3 },
    { device: 'at the edge of 256 MiB', floorMs: 175, memoryMiB: 256, iterations: 3 },
    { device: 'twice as fast', floorMs: 87, memoryMiB: 256, iterations: 6 },
    { device: 'very fast', floorMs: 10, memoryMiB: 256, iterations: 8 },
    { device: 'whose clock stands still', floorMs: 0, memoryMiB: 256, iterations: 8 },
  ])('on a device $device', ({ floorMs, memoryMiB, iterations }) => {
    expect(argonFor(floorMs)).toEqual({ memoryKiB: memoryMiB * MIB, iterations, parallelism: 1 });
  });

  it('is within what may be read, never below the floor, and never less on a faster device', () => {
    const cost = (floorMs: number) => argonFor(floorMs).memoryKiB * argonFor(floorMs).iterations;
    fc.assert(fc.property(fc.double({ min: 0, max: 60_000, noNaN: true }), fc.double({ min: 0, max: 60_000, noNaN: true }), (a, b) => {
      expect(isWithin(argonFor(a), ARGON_LIMITS)).toBe(true);
      expect(cost(a)).toBeGreaterThanOrEqual(FLOOR.memoryKiB * FLOOR.iterations);
      expect(cost(Math.min(a, b))).toBeGreaterThanOrEqual(cost(Math.max(a, b)));
    }));
  });

  it('is measured on the floor, after a first derivation that does not count', async () => {
    let now = 0;
    const derived: unknown[] = [];
    const chosen = await calibrated(() => now, (argon) => { derived.push(argon); now += derived.length === 1 ? 9_000 : 300; return Promise.resolve(); });
    expect(derived).toEqual([{ memoryKiB: 64, iterations: 1, parallelism: 1 }, FLOOR]);
    expect(chosen).toEqual(argonFor(300));
  });
});
