import { afterEach, describe, expect, it } from 'vitest';
import { atClock, afterFailure, NO_FAILURES, waitMsAfter, waitUntilMs } from '@/vault/format/throttle';
import { forgetDevice, newVault, opened, PASSPHRASE, testClock, testDoor } from './testDoor';

afterEach(forgetDevice);

describe('the wait after wrong passphrases', () => {
  it('is nothing up to the fourth, doubles from 30 seconds, and stays at 15 minutes for ever', () => {
    const seconds = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 50, 5000].map((failures) => waitMsAfter(failures) / 1000);
    expect(seconds).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900]);
  });

  it('starts again, and grows no longer, where the clock was set back', () => {
    const failed = { failures: 5, lastFailedAt: Date.parse('2026-11-20T09:00:00Z') };
    const yearsBack = Date.parse('2020-01-01T00:00:00Z');
    expect(waitUntilMs(atClock(failed, yearsBack), yearsBack)).toBe(yearsBack + 30_000);
    expect(waitUntilMs(failed, yearsBack)).toBe(failed.lastFailedAt + 30_000);
    expect(afterFailure(NO_FAILURES, 7)).toEqual({ failures: 1, lastFailedAt: 7 });
  });

  it('holds at the door, over a new page, and ends', async () => {
    const time = testClock();
    const { vault } = await newVault(testDoor({ clock: time.clock }));
    await vault.lock();
    const { vaultId } = vault;
    const door = () => testDoor({ clock: time.clock });
    const left = [];
    for (let at = 0; at < 4; at += 1) {
      const wrong = await door().unlock(vaultId, `wrong passphrase ${String(at)}`);
      left.push(wrong.is === 'wrong' && wrong.waitUntil === null ? wrong.freeTriesLeft : wrong);
    }
    expect(left).toEqual([4, 3, 2, 1]);
    expect(await door().unlock(vaultId, 'wrong passphrase again')).toEqual({ is: 'wrong', freeTriesLeft: 0, waitUntil: '2026-11-20T09:00:30.000Z' });
    time.forward(29_999);
    expect(await door().unlock(vaultId, PASSPHRASE)).toEqual({ is: 'wait', waitUntil: '2026-11-20T09:00:30.000Z' });
    time.forward(1);
    expect(await door().unlock(vaultId, 'wrong passphrase')).toEqual({ is: 'wrong', freeTriesLeft: 0, waitUntil: '2026-11-20T09:01:30.000Z' });
    time.forward(60_000);
    await opened(await door().unlock(vaultId, PASSPHRASE)).lock();
    expect(await door().unlock(vaultId, 'wrong passphrase')).toMatchObject({ is: 'wrong', freeTriesLeft: 4 });
  });

  it('does not hold up the recovery code', async () => {
    const door = testDoor();
    const { vault, recoveryCode } = await newVault(door);
    await vault.lock();
    for (let at = 0; at < 5; at += 1) await door.unlock(vault.vaultId, 'quite the wrong passphrase');
    expect((await door.unlock(vault.vaultId, PASSPHRASE)).is).toBe('wait');
    opened(await door.unlockWithRecoveryCode(vault.vaultId, recoveryCode));
  });

  it('counts a try before it is made, so that ten at once are not ten free ones', async () => {
    const door = testDoor();
    const { vault } = await newVault(door);
    await vault.lock();
    const tries = await Promise.all(Array.from({ length: 10 }, () => door.unlock(vault.vaultId, 'quite the wrong passphrase')));
    expect(tries.filter(({ is }) => is === 'wait')).toHaveLength(5);
  });
});
