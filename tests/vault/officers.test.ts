import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BrokenLog, DamagedRow, LastOfficer, WeakPassphrase, type OpenVault } from '@/vault';
import { linkHash, type LogRow } from '@/vault/format/chain';
import { readKeyring } from '@/vault/format/readKeyring';
import { ARGON_LIMITS } from '@/vault/format/kdf';
import { createKeyHolder, keysInThisThread } from '@/vault/keyHolder';
import { forgetDevice, newVault, NOTE, OFFICER, onDisk, opened, PASSPHRASE, reopened, testClock, testDoor, write } from './testDoor';

afterEach(() => {
  vi.restoreAllMocks();
  forgetDevice();
});

const OTHERS = 'quarry bramble window tinsel';
const SECOND = { name: 'Ishbel Testperson', role: 'Link Officer', agency: 'rsl' };

/** Two officers; the first has the vault open. */
async function twoOfficers(door = testDoor()) {
  const { vault } = await newVault(door);
  await vault.save([write('a1', 'by the first')], [NOTE]);
  await vault.saveDraft('assessment:a1', 'a draft');
  const { recoveryCode } = await vault.addOfficer({ ...SECOND, passphrase: OTHERS });
  const secondId = vault.officers()[1]?.officerId ?? '';
  return { vault, vaultId: vault.vaultId, recoveryCode, secondId, door };
}

const as = async (vaultId: string, passphrase: string, door = testDoor()): Promise<OpenVault> => opened(await door.unlock(vaultId, passphrase));
const keyringOf = (vaultId: string) => onDisk(vaultId, async (db) => {
  const stored = await db.clear.get('keyring');
  return readKeyring(stored?.id === 'keyring' ? stored.text : '', { what: 'vault', argonLimits: { ...ARGON_LIMITS, floorKiB: 8 } });
});
const everything = (vaultId: string) => onDisk(vaultId, async (db) => {
  await db.open();
  return [await db.about.toArray(), await db.row.toArray(), await db.page.toArray(), await db.draft.toArray()];
});

describe('an added officer', () => {
  it('opens the vault as themselves, reads what there is, and writes under their own name', async () => {
    const { vault, vaultId } = await twoOfficers();
    expect(vault.officers().map(({ name, isYou, hasLeft }) => [name, isYou, hasLeft])).toEqual([[OFFICER.name, true, false], [SECOND.name, false, false]]);
    await vault.lock();
    const theirs = await as(vaultId, OTHERS);
    expect(theirs.officer).toMatchObject(SECOND);
    expect((await theirs.read('assessment', 'a1'))?.value).toBe('by the first');
    await theirs.save([write('a1', 'by the second', 1)], [NOTE]);
    await theirs.lock();
    const again = await reopened(vaultId);
    expect((await again.read('assessment', 'a1'))?.value).toBe('by the second');
    expect((await again.readLog()).map(({ act, officerName }) => [act, officerName])).toEqual([
      ['assessment started', OFFICER.name], ['officer added', OFFICER.name], ['assessment started', SECOND.name],
    ]);
  });

  it('has a recovery code of their own', async () => {
    const { vault, vaultId, recoveryCode, door } = await twoOfficers();
    await vault.lock();
    expect(opened(await door.unlockWithRecoveryCode(vaultId, recoveryCode)).officer.name).toBe(SECOND.name);
  });

  it('needs a passphrase that is long enough, and nothing is written without', async () => {
    const { vault } = await newVault();
    await expect(vault.addOfficer({ ...SECOND, passphrase: 'short' })).rejects.toThrow(WeakPassphrase);
    expect(vault.officers()).toHaveLength(1);
  });

  it('changes their own passphrase and nobody else’s', async () => {
    const { vault, vaultId, door } = await twoOfficers();
    await vault.lock();
    const theirs = await as(vaultId, OTHERS);
    await theirs.changePassphrase('a third long passphrase');
    expect(theirs.waysIn().map(({ kind }) => kind).sort()).toEqual(['passphrase', 'recoveryCode']);
    await theirs.lock();
    expect(await door.unlock(vaultId, OTHERS)).toMatchObject({ is: 'wrong' });
    expect((await as(vaultId, PASSPHRASE)).officer.name).toBe(OFFICER.name);
  });

  it('is found by their passphrase first where they opened last, and otherwise after the others', async () => {
    const { vault, vaultId } = await twoOfficers();
    await vault.lock();
    await (await as(vaultId, OTHERS)).lock();
    const last = await onDisk(vaultId, (db) => db.clear.get('lastOpened'));
    const { credentials } = await keyringOf(vaultId);
    const theirs = credentials.find(({ officerId, kind }) => kind === 'passphrase' && officerId !== vault.officer.officerId);
    expect(last).toEqual({ id: 'lastOpened', credentialId: theirs?.credentialId });
    const tried = vi.spyOn(crypto.subtle, 'unwrapKey');
    await createKeyHolder().unlock(await keyringOf(vaultId), { passphrase: OTHERS }, theirs?.credentialId ?? null);
    expect(tried).toHaveBeenCalledTimes(1);
    await createKeyHolder().unlock(await keyringOf(vaultId), { passphrase: OTHERS });
    expect(tried.mock.calls.length).toBeGreaterThan(2);
  });
});

describe('a removed officer', () => {
  it('opens nothing new: neither with the passphrase nor with the recovery code', async () => {
    const { vault, vaultId, recoveryCode, secondId, door } = await twoOfficers();
    expect(await vault.removeOfficer(secondId)).toEqual({ is: 'removed' });
    expect(vault.officers().map(({ hasLeft }) => hasLeft)).toEqual([false, true]);
    await vault.save([write('a2', 'after they left')], [NOTE]);
    await vault.lock();
    expect(await door.unlock(vaultId, OTHERS)).toMatchObject({ is: 'wrong' });
    expect(await door.unlockWithRecoveryCode(vaultId, recoveryCode)).toMatchObject({ is: 'wrong' });
    const again = await reopened(vaultId);
    expect((await again.read('assessment', 'a1'))?.value).toBe('by the first');
    expect((await again.read('assessment', 'a2'))?.value).toBe('after they left');
    expect(await again.readDraft('assessment:a1')).toBe('a draft');
    expect((await again.readLog()).map(({ act }) => act)).toEqual(['assessment started', 'officer added', 'officer removed', 'assessment started']);
    expect(again.epoch()).toBe(2);
  });

  it('still opens the copy from before, and none of the rows after with what it gives them (control)', async () => {
    const { vault, vaultId, secondId } = await twoOfficers();
    const [oldKeyring, oldRows] = [await keyringOf(vaultId), await onDisk(vaultId, (db) => db.row.toArray())];
    await vault.removeOfficer(secondId);
    const newRows = await onDisk(vaultId, (db) => db.row.toArray());
    const theirs = createKeyHolder();
    expect(await theirs.unlock(oldKeyring, { passphrase: OTHERS })).toMatchObject({ is: 'open', officerId: secondId });
    expect(await theirs.open(oldRows.map((row) => ({ table: 'assessment', row })))).toEqual([expect.stringContaining('by the first')]);
    expect(await theirs.open(newRows.map((row) => ({ table: 'assessment', row })))).toEqual([null]);
    expect(await theirs.open(newRows.map((row) => ({ table: 'assessment', row: { ...row, epoch: 1 } })))).toEqual([null]);
    expect(newRows.map(({ id }) => id)).not.toEqual(oldRows.map(({ id }) => id));
  });

  it('leaves no row, page or draft under the old keys, and the log’s links as they were', async () => {
    const { vault, vaultId, secondId } = await twoOfficers();
    const before = await onDisk(vaultId, (db) => db.log.orderBy('seq').toArray());
    await vault.removeOfficer(secondId);
    await onDisk(vaultId, async (db) => {
      for (const store of [db.about, db.row, db.page, db.draft]) expect((await store.toArray()).map(({ epoch }) => epoch)).toEqual([2]);
      const log = await db.log.orderBy('seq').toArray();
      expect(log.slice(0, before.length)).toEqual(before);
      expect(log.at(-1)?.epoch).toBe(2);
    });
  });

  it('leaves by another officer’s passphrase when they remove themselves, and writes nothing after', async () => {
    const { vault, vaultId } = await twoOfficers();
    const own = vault.officer.officerId;
    expect(await vault.removeOfficer(own, { passphraseOfAnother: PASSPHRASE })).toMatchObject({ is: 'wrong', freeTriesLeft: 4 });
    expect(await vault.removeOfficer(own, { passphraseOfAnother: OTHERS })).toEqual({ is: 'removed' });
    await expect(vault.note(NOTE)).rejects.toThrow();
    await vault.lock();
    expect(await testDoor().unlock(vaultId, PASSPHRASE)).toMatchObject({ is: 'wrong' });
    const theirs = await as(vaultId, OTHERS);
    expect((await theirs.readLog()).map(({ act }) => act)).toEqual(['assessment started', 'officer added', 'passphrase of a second officer refused', 'officer removed']);
    expect((await theirs.read('assessment', 'a1'))?.value).toBe('by the first');
  });

  it('is never the last one, nor nobody', async () => {
    const { vault } = await newVault();
    await expect(vault.removeOfficer(vault.officer.officerId)).rejects.toThrow(LastOfficer);
    await expect(vault.removeOfficer('f'.repeat(32))).rejects.toThrow(TypeError);
    expect(vault.epoch()).toBe(1);
  });

  it('signed the log up to then, and not after', async () => {
    const { vault, vaultId, secondId } = await twoOfficers();
    await vault.lock();
    const theirs = await as(vaultId, OTHERS);
    await theirs.note(NOTE);
    await theirs.lock();
    const again = await reopened(vaultId);
    await again.removeOfficer(secondId);
    expect(await again.readLog()).toHaveLength(4);
    await again.lock();
    const { officers } = await keyringOf(vaultId);
    expect(officers[1]?.leftInEpoch).toBe(2);
    // The same signature in a link of the epoch in which they are gone: as if they had signed on with a kept key.
    const before = await onDisk(vaultId, (db) => db.log.orderBy('seq').toArray());
    const theirsAt = 5;
    await onDisk(vaultId, (db) => db.log.where('seq').above(theirsAt).delete());
    const row = before[theirsAt - 1];
    if (!row) throw new Error('Their checkpoint is there.');
    const holder = createKeyHolder();
    await holder.unlock(await keyringOf(vaultId), { passphrase: PASSPHRASE });
    const [text] = await holder.open([{ table: 'log', row: { ...row, id: String(row.seq), rev: 1 } }]);
    expect(text).toContain('"is":"checkpoint"');
    expect(text).toContain(secondId);
    const [sealed] = await holder.seal([{ table: 'log', id: String(row.seq), rev: 1, text: text ?? '' }]);
    if (!sealed) throw new Error('It was sealed.');
    const moved = { seq: row.seq, prevHash: row.prevHash, epoch: sealed.epoch, iv: sealed.iv, ct: sealed.ct };
    const planted: LogRow = { ...moved, hash: await linkHash(vaultId, moved) };
    await onDisk(vaultId, (db) => db.log.put(planted));
    await expect((await reopened(vaultId)).readLog()).rejects.toMatchObject({ atSeq: theirsAt, why: 'it is signed by an officer who had left' });
    await onDisk(vaultId, (db) => db.log.bulkPut(before));
    await expect((await reopened(vaultId)).readLog()).resolves.toHaveLength(4);
  });

  it('cannot take the log back to the epoch that they know', async () => {
    const { vault, vaultId, secondId } = await twoOfficers();
    await vault.removeOfficer(secondId);
    await vault.lock();
    const whole = await onDisk(vaultId, (db) => db.log.orderBy('seq').toArray());
    await onDisk(vaultId, (db) => db.log.bulkDelete(whole.filter(({ epoch }) => epoch === 2).map(({ seq }) => seq)));
    await expect((await reopened(vaultId)).readLog()).rejects.toThrow(BrokenLog);
    await onDisk(vaultId, (db) => db.log.bulkPut(whole));
    await expect((await reopened(vaultId)).readLog()).resolves.toHaveLength(3);
  });
});

describe('a new epoch', () => {
  it('goes on as if nothing had been: saves, drafts, log, officers, a further one, a backup and its restore', async () => {
    const { vault, vaultId, door } = await twoOfficers();
    const seen: number[] = [];
    await vault.newEpoch((done, of) => { seen.push(done / of); });
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(1);
    await vault.save([write('a1', 'second epoch', 1)], [NOTE]);
    await vault.newEpoch();
    await vault.save([write('a1', 'third epoch', 2), write('a3', 'new')], [NOTE], ['assessment:a1']);
    const { recoveryCode } = await vault.addOfficer({ name: 'Third', role: 'r', agency: 'police', passphrase: 'the third one’s passphrase' });
    const { bytes } = await vault.backup();
    await vault.lock();
    forgetDevice();
    expect(await door.restore(bytes, { passphrase: OTHERS })).toEqual({ is: 'restored', vaultId });
    for (const way of [() => door.unlock(vaultId, OTHERS), () => door.unlock(vaultId, 'the third one’s passphrase'), () => door.unlockWithRecoveryCode(vaultId, recoveryCode)]) {
      const again = opened(await way());
      expect((await again.read('assessment', 'a1'))?.value).toBe('third epoch');
      expect(again.epoch()).toBe(3);
      expect((await again.readLog())[0]).toMatchObject({ act: 'assessment started' });
      expect(await again.readDraft('assessment:a1')).toBeNull();
      await again.lock();
    }
  });

  it('after a changed passphrase still reaches whoever is added later', async () => {
    const { vault } = await newVault();
    await vault.changePassphrase('changed to something long');
    await vault.newEpoch();
    await vault.addOfficer({ ...SECOND, passphrase: OTHERS });
    await vault.lock();
    const theirs = await as(vault.vaultId, OTHERS);
    expect((await theirs.readLog()).map(({ act }) => act)).toEqual(['passphrase changed', 'new epoch', 'officer added']);
  });

  it('carries over a draft that does not tell its own id', async () => {
    const { vault, vaultId } = await twoOfficers();
    const holder = createKeyHolder();
    await holder.unlock(await keyringOf(vaultId), { passphrase: PASSPHRASE });
    const bare = await holder.seal([{ table: 'draft', id: 'assessment:a1', rev: 1, text: '{"value":"from before"}' }]);
    await onDisk(vaultId, (db) => db.draft.bulkPut([...bare]));
    await vault.newEpoch();
    expect(await vault.readDraft('assessment:a1')).toBe('from before');
  });

  it('is refused where a row does not open, and nothing is changed', async () => {
    const { vault, vaultId, secondId } = await twoOfficers();
    await onDisk(vaultId, async (db) => {
      const [row] = await db.row.toArray();
      if (row) await db.row.put({ ...row, ct: row.ct.map((byte, at) => (at === 9 ? byte ^ 1 : byte)) });
    });
    const before = await everything(vaultId);
    await expect(vault.removeOfficer(secondId)).rejects.toThrow(DamagedRow);
    expect(await everything(vaultId)).toEqual(before);
    expect((await keyringOf(vaultId)).epoch).toBe(1);
    await vault.saveDraft('assessment:a1', 'goes on');
    expect(await vault.readDraft('assessment:a1')).toBe('goes on');
  });
});

/** Where a crash may cut: each step fails once, and the vault is wholly in the one epoch or wholly in the other. */
describe('a new epoch that is cut off', () => {
  const STEPS = ['beginEpoch', 'reseal', 'seal', 'about', 'row', 'page', 'draft', 'log', 'clear', 'settleEpoch'] as const;

  it.each(STEPS)('at %s leaves a vault that opens, whole, with everybody or without the one who left', async (step) => {
    const boom = new Error('cut off');
    let armed = false;
    const door = testDoor({
      makeKeys: () => {
        const room = keysInThisThread();
        const keys = { ...room.keys };
        for (const name of ['beginEpoch', 'reseal', 'settleEpoch', 'seal'] as const) {
          if (name !== step) continue;
          const real = keys[name] as (...given: unknown[]) => Promise<unknown>;
          Object.assign(keys, { [name]: (...given: unknown[]) => (armed ? Promise.reject(boom) : real(...given)) });
        }
        return { ...room, keys };
      },
    });
    const { vault, vaultId, secondId } = await twoOfficers(door);
    await vault.note(NOTE);
    if (['about', 'row', 'page', 'draft', 'log', 'clear'].includes(step)) {
      const store = IDBObjectStore.prototype as Record<'put' | 'add', (...given: unknown[]) => unknown>;
      for (const way of ['put', 'add'] as const) {
        const real = store[way];
        vi.spyOn(store, way).mockImplementation(function fail(this: { readonly name: string }, ...given) {
          if (armed && this.name === step) throw new DOMException('cut off', 'QuotaExceededError');
          return Reflect.apply(real, this, given);
        });
      }
    }
    armed = true;
    const outcome = await vault.removeOfficer(secondId).then(() => 'done', () => 'failed');
    armed = false;
    vi.restoreAllMocks();
    expect(outcome).toBe('failed');
    const now = await keyringOf(vaultId);
    expect(now.epoch).toBe(step === 'settleEpoch' ? 2 : 1);
    expect(await testDoor().unlock(vaultId, OTHERS)).toMatchObject({ is: step === 'settleEpoch' ? 'wrong' : 'open' });
    const again = await reopened(vaultId);
    expect((await again.read('assessment', 'a1'))?.value).toBe('by the first');
    expect(await again.readDraft('assessment:a1')).toBe('a draft');
    expect((await again.readLog()).filter(({ act }) => act === 'officer removed')).toHaveLength(step === 'settleEpoch' ? 1 : 0);
  });
});

describe('a second officer’s authority', () => {
  const TEXT = 'Assessment ST-7F3K-2M: not conducted';

  it('is their own key over this text and no other, by the passphrase that they type', async () => {
    const { vault, vaultId, secondId } = await twoOfficers();
    const signed = await vault.countersign(TEXT, OTHERS);
    if (signed.is !== 'signed') throw new Error(signed.is);
    expect(signed.authority).toMatchObject({ ...SECOND, officerId: secondId, at: '2026-11-20T09:00:00.000Z' });
    expect(await vault.checkAuthority(signed.authority, TEXT)).toBe(true);
    expect(await vault.checkAuthority(signed.authority, `${TEXT}.`)).toBe(false);
    expect(await vault.checkAuthority({ ...signed.authority, officerId: vault.officer.officerId }, TEXT)).toBe(false);
    expect(await vault.checkAuthority({ ...signed.authority, at: '2026-11-21T09:00:00.000Z' }, TEXT)).toBe(false);
    await vault.removeOfficer(secondId);
    expect(await vault.checkAuthority(signed.authority, TEXT)).toBe(true);
    await vault.lock();
    expect(await (await reopened(vaultId)).checkAuthority(signed.authority, TEXT)).toBe(true);
  });

  it('is never one’s own, and a refused passphrase is counted and on the log', async () => {
    const { vault, vaultId } = await twoOfficers();
    expect(await vault.countersign(TEXT, PASSPHRASE)).toEqual({ is: 'wrong', freeTriesLeft: 4, waitUntil: null });
    expect((await vault.readLog()).at(-1)).toMatchObject({ event: 'consultation', act: 'passphrase of a second officer refused' });
    expect(await onDisk(vaultId, (db) => db.clear.get('throttle'))).toMatchObject({ failures: 1 });
  });

  it('waits like an unlocking after five wrong ones, without trying', async () => {
    const time = testClock();
    const { vault } = await twoOfficers(testDoor({ clock: time.clock }));
    for (let at = 0; at < 5; at += 1) await vault.countersign(TEXT, 'not anybody’s passphrase');
    expect(await vault.countersign(TEXT, OTHERS)).toMatchObject({ is: 'wait' });
    time.forward(31_000);
    expect(await vault.countersign(TEXT, OTHERS)).toMatchObject({ is: 'signed' });
  });

  it('does not come from somebody who left', async () => {
    const { vault, secondId } = await twoOfficers();
    await vault.removeOfficer(secondId);
    expect(await vault.countersign(TEXT, OTHERS)).toMatchObject({ is: 'wrong' });
  });
});
