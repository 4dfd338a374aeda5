import { afterEach, describe, expect, it } from 'vitest';
import { VaultLocked, vaultsOpen } from '@/vault';
import { forgetDevice, newVault, NOTE, opened, PASSPHRASE, testDoor, write } from './testDoor';
import { testChannels, testLocks } from './testTabs';

afterEach(forgetDevice);

/** Two tabs of one browser: the same locks and channels, a door each. */
function twoTabs() {
  const shared = { locks: testLocks(), channel: testChannels(), takeOverPatienceMs: 60 };
  return [testDoor(shared), testDoor(shared)] as const;
}

describe('one writing tab', () => {
  it('is told that another tab has the vault, before any passphrase is tried', async () => {
    const [first, second] = twoTabs();
    const { vault } = await newVault(first);
    expect(await second.unlock(vault.vaultId, 'quite the wrong passphrase')).toEqual({ is: 'otherTab' });
    await vault.lock();
    opened(await second.unlock(vault.vaultId, PASSPHRASE));
  });

  it('takes over: the other tab keeps its draft, signs its log and locks first', async () => {
    const [first, second] = twoTabs();
    const { vault } = await newVault(first);
    await vault.save([write('a1', 1)], [NOTE]);
    vault.onTakenOver(() => vault.saveDraft('d', 'typed a moment ago'));
    const taken = opened(await second.unlock(vault.vaultId, PASSPHRASE, { takeOver: true }));
    expect(await taken.readDraft('d')).toBe('typed a moment ago');
    await expect(vault.saveDraft('d', 'too late')).rejects.toThrow(VaultLocked);
    expect(await first.unlock(vault.vaultId, PASSPHRASE)).toEqual({ is: 'otherTab' });
  });

  it('leaves the other tab alone where the passphrase is wrong', async () => {
    const [first, second] = twoTabs();
    const { vault } = await newVault(first);
    let asked = false;
    vault.onTakenOver(() => { asked = true; });
    expect((await second.unlock(vault.vaultId, 'quite the wrong passphrase', { takeOver: true })).is).toBe('wrong');
    expect(asked).toBe(false);
    await vault.save([write('a1', 1)], [NOTE]);
  });

  it('takes the vault from a tab that never answers, which can then write nothing', async () => {
    const locks = testLocks();
    const [deaf, second] = [testDoor({ locks, channel: testChannels() }), testDoor({ locks, channel: testChannels(), takeOverPatienceMs: 30 })];
    const { vault } = await newVault(deaf);
    let told = false;
    vault.onTakenOver(() => { told = true; });
    const taken = opened(await second.unlock(vault.vaultId, PASSPHRASE, { takeOver: true }));
    expect(told).toBe(true);
    await expect(vault.save([write('a1', 'stale')], [NOTE])).rejects.toThrow(VaultLocked);
    await taken.save([write('a1', 'fresh')], [NOTE]);
  });

  it('may lock from inside its own callback', async () => {
    const [first, second] = twoTabs();
    const { vault } = await newVault(first);
    vault.onTakenOver(async () => { await vault.lock(); });
    opened(await second.unlock(vault.vaultId, PASSPHRASE, { takeOver: true }));
  });
});

describe('an update that waits for every tab', () => {
  const asking = (names: readonly (string | undefined)[]) => ({ query: () => Promise.resolve({ held: names.map((name) => (name === undefined ? {} : { name })), pending: [{ name: 'steading-vault-waiting' }] }) });

  it.each<[string, Parameters<typeof asking>[0], number]>([
    ['none is open', [], 0],
    ['one is open, be its tab frozen or not: the browser tells, not the tab', ['steading-vault-0e189a330ceb1c4b276eec148df27a03'], 1],
    ['another lock of this site is no vault', ['workbox', undefined], 0],
  ])('%s', async (_, names, open) => {
    expect(await vaultsOpen(asking(names))).toBe(open);
  });

  it('does not wait where the browser has no such locks', async () => {
    expect(await vaultsOpen(null)).toBe(0);
  });
});
