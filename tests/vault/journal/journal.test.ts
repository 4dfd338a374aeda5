import { afterEach, describe, expect, it } from 'vitest';
import { ReadOnlyVault, StaleRevision, VaultAlreadyHere } from '@/vault';
import { forgetDevice, newVault, NOTE, OFFICER, onDisk, PASSPHRASE, write } from '../testDoor';
import { copyOfDatabase, deleteDatabase, doorOn, openedOn, repairOn } from './journalDoor';
import { MemoryFiles } from './memoryFiles';

afterEach(forgetDevice);

async function filled(files: MemoryFiles) {
  const { vault } = await newVault(doorOn(files));
  await vault.save([write('a1', { text: 'first' }), write('a2', { text: 'second' })], [NOTE]);
  await vault.save([write('a1', { text: 'first, changed' }, 1)], [NOTE]);
  await vault.saveDraft('assessment:a2', { text: 'draft' });
  return vault;
}

describe('the second copy', () => {
  it('gives everything back where the database was deleted behind the app: listed, unlocked, repaired, on the log', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    const { vaultId } = vault;
    const headBefore = (await vault.readLog()).length;
    await vault.lock();
    await deleteDatabase(vaultId);
    expect((await doorOn(files).list()).map((one) => one.vaultId)).toEqual([vaultId]);
    const repair = await repairOn(files, vaultId);
    expect(repair.finding).toMatchObject({ why: 'emptied', expected: { documents: 2, drafts: 1 }, lost: { documents: [], drafts: 0, logEntries: [], listRebuilt: false, unsure: false } });
    const again = await repair.run();
    expect((await again.read('assessment', 'a1'))?.value).toEqual({ text: 'first, changed' });
    expect(await again.readDraft('assessment:a2')).toEqual({ text: 'draft' });
    const log = await again.readLog();
    expect(log).toHaveLength(headBefore + 1);
    expect(log.at(-1)).toMatchObject({ event: 'alteration', act: 'vault repaired from its second copy' });
    expect(await again.lastRepair()).toMatchObject({ finding: { why: 'emptied' }, restored: { documents: 2, drafts: 1 } });
    await again.dismissRepair();
    await again.save([write('a1', 'goes on', 2)], [NOTE]);
    await again.lock();
    const third = await openedOn(files, vaultId);
    expect(await third.lastRepair()).toBeNull();
    expect((await third.read('assessment', 'a1'))?.value).toBe('goes on');
  });

  it('is what gives it back: a vault without one is gone with its database (control)', async () => {
    const { vault } = await newVault(doorOn(null));
    await vault.save([write('a1', 1)], [NOTE]);
    expect(vault.secondCopy()).toEqual({ is: 'missing', why: 'browser' });
    await vault.lock();
    await deleteDatabase(vault.vaultId);
    expect(await doorOn(null).list()).toEqual([]);
    await expect(openedOn(null, vault.vaultId)).rejects.toThrow(/holds no such vault/u);
  });

  it('is made at the first unlocking of a vault that never had one, without a word', async () => {
    const { vault } = await newVault(doorOn(null));
    await vault.save([write('a1', 'made before')], [NOTE]);
    await vault.lock();
    const files = new MemoryFiles();
    const again = await openedOn(files, vault.vaultId);
    expect(again.secondCopy()).toEqual({ is: 'kept' });
    expect((await again.readLog()).map(({ act }) => act)).toEqual(['assessment started']);
    await again.lock();
    await deleteDatabase(vault.vaultId);
    const rebuilt = await (await repairOn(files, vault.vaultId)).run();
    expect((await rebuilt.read('assessment', 'a1'))?.value).toBe('made before');
  });

  it('is made anew, and that is logged, where it is gone', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    await vault.lock();
    files.folders.clear();
    const again = await openedOn(files, vault.vaultId);
    expect(again.secondCopy()).toEqual({ is: 'madeAnew', why: 'it was gone' });
    expect((await again.readLog()).at(-1)).toMatchObject({ event: 'alteration', act: 'second copy on this device made anew' });
    await again.lock();
    await deleteDatabase(vault.vaultId);
    expect((await repairOn(files, vault.vaultId)).finding.lost.documents).toEqual([]);
  });

  it('is held by one window: another one works without it, and says so', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    const other = await openedOn(files, vault.vaultId);
    expect(other.secondCopy()).toEqual({ is: 'missing', why: 'held' });
    await other.save([write('a2', 'by the other window', 1)], [NOTE]);
    await vault.save([write('a1', 'by the first', 2)], [NOTE]);
    await vault.lock();
    await other.lock();
    const again = await openedOn(files, vault.vaultId);
    expect((await again.read('assessment', 'a2'))?.value).toBe('by the other window');
    expect((await again.read('assessment', 'a1'))?.value).toBe('by the first');
  });

  it('takes in a changed passphrase, and the old one does not open what is rebuilt', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    await vault.changePassphrase('another passphrase, and longer');
    await vault.lock();
    await deleteDatabase(vault.vaultId);
    expect(await doorOn(files).unlock(vault.vaultId, PASSPHRASE)).toMatchObject({ is: 'wrong' });
    expect(await doorOn(files).unlock(vault.vaultId, 'another passphrase, and longer')).toMatchObject({ is: 'repair' });
  });

  it('comes with a restored backup, and a backup never goes over one that can be unlocked', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    const { bytes } = await vault.backup();
    await vault.lock();
    await deleteDatabase(vault.vaultId);
    await expect(doorOn(files).restore(bytes, { passphrase: PASSPHRASE })).rejects.toThrow(VaultAlreadyHere);
    forgetDevice();
    const elsewhere = new MemoryFiles();
    expect(await doorOn(elsewhere).restore(bytes, { passphrase: PASSPHRASE })).toEqual({ is: 'restored', vaultId: vault.vaultId });
    await deleteDatabase(vault.vaultId);
    const rebuilt = await (await repairOn(elsewhere, vault.vaultId)).run();
    expect((await rebuilt.read('assessment', 'a1'))?.value).toEqual({ text: 'first, changed' });
  });

  it('holds nothing readable but the keyring', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    await vault.lock();
    const all = Buffer.concat([...(files.folders.get(vault.vaultId)?.values() ?? [])]);
    expect(['first, changed', 'draft', 'assessment', OFFICER.name, NOTE.act].filter((text) => all.includes(text) || all.includes(Buffer.from(text, 'utf16le')))).toEqual([]);
    expect(all.includes('"vaultId"'), 'the head is found').toBe(true);
  });

  it('is folded into a new snapshot when its tail has grown, and still holds everything', async () => {
    const files = new MemoryFiles();
    const { vault } = await newVault(doorOn(files));
    const large = 'x'.repeat(900_000);
    for (let rev = 0; rev < 8; rev += 1) await vault.save([write('a1', { rev, large }, rev)], [NOTE]);
    await vault.readDraft('none');
    const tails = ['tail-0', 'tail-1'].map((name) => files.file(vault.vaultId, name).length);
    expect(Math.max(...tails)).toBeLessThan(4_500_000);
    await vault.lock();
    await deleteDatabase(vault.vaultId);
    const rebuilt = await (await repairOn(files, vault.vaultId)).run();
    expect((await rebuilt.read<{ rev: number }>('assessment', 'a1'))?.value.rev).toBe(7);
  });
});

describe('a save that the database refuses', () => {
  it('is taken back from the journal: it never comes back', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    const tail = () => files.file(vault.vaultId, 'tail-1').length;
    const before = tail();
    await expect(vault.save([write('a1', 'stale', 1)], [NOTE])).rejects.toThrow(StaleRevision);
    expect(tail()).toBe(before);
    await vault.lock();
    const again = await openedOn(files, vault.vaultId);
    expect((await again.read('assessment', 'a1'))?.value).toEqual({ text: 'first, changed' });
  });

  it('makes the vault read-only where it cannot be taken back, and says that it may be there later', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    files.refuses = () => true;
    await expect(vault.save([write('a1', 'lost', 2)], [NOTE])).rejects.toThrow(ReadOnlyVault);
    files.refuses = null;
    expect(vault.readOnly()).toContain('may be there when you unlock again');
    await expect(vault.save([write('a1', 'later', 2)], [NOTE])).rejects.toThrow(/can only be read now/u);
    await expect(vault.saveDraft('d', 1)).rejects.toThrow(ReadOnlyVault);
    expect((await vault.read('assessment', 'a1'))?.value).toEqual({ text: 'first, changed' });
    await vault.lock();
    await (await openedOn(files, vault.vaultId)).save([write('a1', 'now', 2)], [NOTE]);
  });
});

describe('a full device', () => {
  it('fails a save whole, and what was saved before stays', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    files.room = 0;
    await expect(vault.save([write('a3', 'x'.repeat(100_000))], [NOTE])).rejects.toMatchObject({ name: 'DeviceFull' });
    files.room = Infinity;
    await vault.lock();
    const again = await openedOn(files, vault.vaultId);
    expect(again.list('assessment')).toHaveLength(2);
    expect(await again.read('assessment', 'a3')).toBeNull();
  });

  it('still keeps the draft, in the room set aside, with its entry on the log; the room is set aside again later', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    expect(vault.reserve()).toBe('there');
    const used = [...(files.folders.get(vault.vaultId)?.values() ?? [])].reduce((sum, { length }) => sum + length, 0);
    files.room = used + 100;
    await vault.saveDraft('assessment:a2', { text: 'typed on a full device' });
    expect(vault.reserve()).toBe('used');
    expect((await vault.readLog()).at(-1)?.act).toBe('the device is full; draft kept in the reserve');
    await vault.lock();
    files.room = Infinity;
    const again = await openedOn(files, vault.vaultId);
    expect(await again.readDraft('assessment:a2')).toEqual({ text: 'typed on a full device' });
    expect(again.reserve()).toBe('there');
  });

  it('loses the draft without the reserve (control)', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    files.folders.get(vault.vaultId)?.delete('reserve');
    await vault.lock();
    files.room = [...(files.folders.get(vault.vaultId)?.values() ?? [])].reduce((sum, { length }) => sum + length, 0) + 100;
    const again = await openedOn(files, vault.vaultId);
    expect(again.reserve()).toBe('none');
    await expect(again.saveDraft('assessment:a2', { text: 'typed on a full device' })).rejects.toMatchObject({ name: 'DeviceFull' });
  });
});

describe('an older state put back', () => {
  it('of the database alone is found, and brought up to date only when the officer says so', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    const putBack = await copyOfDatabase(vault.vaultId);
    await vault.save([write('a1', 'newest', 2)], [NOTE]);
    await vault.save([write('a2', 'newest too', 1)], [NOTE]);
    await vault.lock();
    await putBack();
    const repair = await repairOn(files, vault.vaultId);
    expect(repair.finding.why).toBe('older');
    expect(await onDisk(vault.vaultId, (db) => db.log.count()), 'nothing was written').toBe(2);
    const again = await repair.run();
    expect((await again.read('assessment', 'a1'))?.value).toBe('newest');
  });

  it('of the journal alone is found: the database is the newer, and the journal is made anew', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    const older = files.copy();
    await vault.save([write('a1', 'newest', 2)], [NOTE]);
    await vault.lock();
    files.putBack(older);
    const again = await openedOn(files, vault.vaultId);
    expect(again.secondCopy()).toEqual({ is: 'madeAnew', why: 'it was older than the database' });
    expect((await again.read('assessment', 'a1'))?.value).toBe('newest');
  });

  it('and worked on, so that both go different ways, is explained and never guessed at', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    const putBack = await copyOfDatabase(vault.vaultId);
    await vault.save([write('a1', 'one way', 2)], [NOTE]);
    await vault.lock();
    await putBack();
    const other = await openedOn(null, vault.vaultId);
    await other.save([write('a2', 'the other way', 1)], [NOTE]);
    await other.lock();
    await expect(openedOn(files, vault.vaultId)).rejects.toMatchObject({ name: 'TwoHistories' });
  });

  it('of both stores together cannot be seen here: only the head code on paper tells (documented limit)', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    const older = files.copy();
    const putBack = await copyOfDatabase(vault.vaultId);
    await vault.save([write('a1', 'newest', 2)], [NOTE]);
    const code = await vault.logHeadCode();
    await vault.lock();
    files.putBack(older);
    await putBack();
    expect(await (await openedOn(files, vault.vaultId)).logHeadCode()).not.toBe(code);
  });
});

describe('a row and its list put back together', () => {
  it('are found at unlocking, though each opens by itself', async () => {
    const files = new MemoryFiles();
    const vault = await filled(files);
    const old = await onDisk(vault.vaultId, async (db) => ({ rows: await db.row.toArray(), pages: await db.page.toArray() }));
    await vault.save([write('a1', 'newest', 2)], [NOTE]);
    await vault.lock();
    await onDisk(vault.vaultId, async (db) => { await db.row.bulkPut(old.rows); await db.page.bulkPut(old.pages); });
    const repair = await repairOn(files, vault.vaultId);
    expect(repair.finding.why).toBe('damaged');
    expect((await (await repair.run()).read('assessment', 'a1'))?.value).toBe('newest');
  });

  it('are not seen without the journal (control)', async () => {
    const vault = await filled(new MemoryFiles());
    const old = await onDisk(vault.vaultId, async (db) => ({ rows: await db.row.toArray(), pages: await db.page.toArray() }));
    await vault.save([write('a1', 'newest', 2)], [NOTE]);
    await vault.lock();
    await onDisk(vault.vaultId, async (db) => { await db.row.bulkPut(old.rows); await db.page.bulkPut(old.pages); });
    expect((await (await openedOn(null, vault.vaultId)).read('assessment', 'a1'))?.value).toEqual({ text: 'first, changed' });
  });
});
