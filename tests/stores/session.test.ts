import { useSession } from '@/stores';
import type { OpenVault, VaultDoor } from '@/vault';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeDoor, fakeVault, RECOVERY_CODE } from '../views/fakeDoor';
import { forgetDevice, OFFICER, PASSPHRASE, testDoor } from '../vault/testDoor';
import { testChannels, testLocks } from '../vault/testTabs';
import { stores, until } from './stores';

afterEach(() => { vi.useRealTimers(); forgetDevice(); });

const REQUEST = { kind: 'work', officer: OFFICER, passphrase: PASSPHRASE } as const;

function page(door: VaultDoor = testDoor()) {
  const made = stores({ door });
  return { ...made, session: useSession(made.pinia) };
}

describe('a lock', () => {
  function lockable(change: Partial<OpenVault> = {}) {
    const order: string[] = [];
    const made = page(fakeDoor().door);
    made.session.vault = fakeVault({ lock: () => { order.push('locked'); return Promise.resolve(); }, ...change });
    return { ...made, order };
  }

  it('puts every open form on disk, then locks the vault, then leaves the page', async () => {
    const { session, order, reloads } = lockable();
    session.beforeLock(() => { order.push('first form'); return Promise.resolve(); });
    session.beforeLock(async () => { await Promise.resolve(); order.push('second form'); });
    const takenBack = session.beforeLock(() => { order.push('a form that was closed'); return Promise.resolve(); });
    takenBack();
    await session.lock();
    expect(order).toEqual(['first form', 'second form', 'locked']);
    expect([session.vault, reloads()]).toEqual([null, 1]);
  });

  it('locks and leaves though a form cannot be put on disk', async () => {
    const { session, order, reloads } = lockable();
    session.beforeLock(() => Promise.reject(new Error('The device is full.')));
    await session.lock();
    expect([order, session.vault, reloads()]).toEqual([['locked'], null, 1]);
  });

  it('locks and leaves though the disk never answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { session, order, reloads } = lockable();
    session.beforeLock(() => new Promise<void>(() => undefined));
    const locking = session.lock();
    expect(order).toEqual([]);
    vi.advanceTimersByTime(5_000);
    await locking;
    expect([order, reloads()]).toEqual([['locked'], 1]);
  });

  it('leaves the page though the vault does not lock in good order', async () => {
    const { session, reloads } = lockable({ lock: () => Promise.reject(new Error('The log could not be signed.')) });
    await expect(session.lock()).rejects.toThrow('signed');
    expect([session.vault, reloads()]).toEqual([null, 1]);
  });

  it('happens once, however often it is asked for', async () => {
    const { session, order, reloads } = lockable();
    await Promise.all([session.lock(), session.lock()]);
    expect([order, reloads()]).toEqual([['locked'], 1]);
  });
});

describe('a new vault', () => {
  it('is not open to the screens until its recovery code is kept', async () => {
    const { session } = page();
    await session.create(REQUEST);
    expect(session.recoveryCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){6}$/u);
    expect(session.vault).not.toBeNull();
    expect(session.isOpen).toBe(false);
    session.recoveryCode = null;
    expect(session.isOpen).toBe(true);
    expect(session.onDevice.map(({ kind }) => kind)).toEqual(['work']);
  });

  it('asks the trainee to keep no code, and opens once its first content is written', async () => {
    const { session } = page(fakeDoor({ create: () => Promise.resolve({ vault: fakeVault({ kind: 'training' }), recoveryCode: RECOVERY_CODE }) }).door);
    let openWhilePreparing: boolean | null = null;
    await session.create({ ...REQUEST, kind: 'training', prepare: () => { openWhilePreparing = session.isOpen; return Promise.resolve(); } });
    expect(openWhilePreparing).toBe(false);
    expect([session.isOpen, session.isTraining]).toEqual([true, true]);
  });

  it('opens with its recovery code, and stays shut to a wrong passphrase', async () => {
    const { session } = page();
    await session.create(REQUEST);
    const code = session.recoveryCode ?? '';
    const vaultId = session.openVault().vaultId;
    await session.lock();
    const next = page().session;
    expect(await next.unlock({ vaultId, passphrase: 'quite the wrong passphrase' })).toMatchObject({ is: 'wrong' });
    expect(next.isOpen).toBe(false);
    expect(() => next.openVault()).toThrow('No vault is open');
    expect(await next.unlock({ vaultId, recoveryCode: code })).toMatchObject({ is: 'open' });
    expect(next.isOpen).toBe(true);
  });
});

it('a vault taken over by another window keeps its draft, locks and leaves here', async () => {
  const shared = { locks: testLocks(), channel: testChannels(), takeOverPatienceMs: 2_000 };
  const first = page(testDoor(shared));
  await first.session.create(REQUEST);
  const { vaultId } = first.session.openVault();
  first.session.beforeLock(() => first.session.openVault().saveDraft('d', 'typed a moment ago'));
  const second = page(testDoor(shared)).session;
  expect(await second.unlock({ vaultId, passphrase: PASSPHRASE })).toEqual({ is: 'otherTab' });
  expect(first.reloads()).toBe(0);
  await second.unlock({ vaultId, passphrase: PASSPHRASE, takeOver: true });
  await until(() => first.reloads() === 1, 'the first window left');
  expect(first.session.vault).toBeNull();
  expect(await second.openVault().readDraft('d')).toBe('typed a moment ago');
});

describe('a vault whose two copies differ', () => {
  const repair = (change = {}) => ({ finding: { why: 'older', expected: null, found: null, lost: { documents: [], drafts: 0, logEntries: [], listRebuilt: false, unsure: false } } as const, copy: null, run: () => Promise.resolve(fakeVault()), leave: () => undefined, onTaken: () => undefined, ...change });

  it.each(['passphrase', 'passkey'] as const)('waits for its repair, also where it was unlocked by %s', async (way) => {
    const { session } = page(fakeDoor({ unlock: () => Promise.resolve({ is: 'repair', repair: repair() }), unlockWithPasskey: () => Promise.resolve({ is: 'repair', repair: repair() }) }).door);
    if (way === 'passkey') await session.unlockWithPasskey({ vaultId: 'work-1' });
    else await session.unlock({ vaultId: 'work-1', passphrase: PASSPHRASE });
    expect([session.repair !== null, session.hasKeys, session.isOpen]).toEqual([true, true, false]);
  });

  it('is let go of by a lock, and the page is left', async () => {
    let left = 0;
    const { session, reloads } = page(fakeDoor({ unlock: () => Promise.resolve({ is: 'repair', repair: repair({ leave: () => { left += 1; } }) }) }).door);
    await session.unlock({ vaultId: 'work-1', passphrase: PASSPHRASE });
    await session.lock('idle');
    expect([left, session.repair, reloads()]).toEqual([1, null, 1]);
  });

  it('stays on the screen where the repair fails, with its reason', async () => {
    const { session } = page(fakeDoor({ unlock: () => Promise.resolve({ is: 'repair', repair: repair({ run: () => Promise.reject(new Error('The disk does not answer.')) }) }) }).door);
    await session.unlock({ vaultId: 'work-1', passphrase: PASSPHRASE });
    await expect(session.mend()).rejects.toThrow('does not answer');
    expect(session.repair).not.toBeNull();
  });
});
