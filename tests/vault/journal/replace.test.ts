import { afterEach, describe, expect, it, vi } from 'vitest';
import { VaultDatabase } from '@/vault/database';
import { forgetDevice, newVault, NOTE, onDisk, PASSPHRASE, write } from '../testDoor';
import { deleteDatabase, doorOn } from './journalDoor';
import { MemoryFiles, type Cut } from './memoryFiles';

afterEach(() => {
  vi.restoreAllMocks();
  forgetDevice();
});

const OTHERS = 'quarry bramble window tinsel';
const IDS = ['a1', 'a2', 'a3'] as const;

async function office(files: MemoryFiles) {
  const { vault } = await newVault(doorOn(files));
  await vault.save(IDS.map((id) => write(id, `words of ${id}`)), [NOTE]);
  await vault.saveDraft('assessment:a2', 'typed');
  await vault.addOfficer({ name: 'Ishbel Testperson', role: 'Link Officer', agency: 'rsl', passphrase: OTHERS });
  return { vault, vaultId: vault.vaultId, leaver: vault.officers()[1]?.officerId ?? '' };
}

/** The database goes off at its nth writing transaction: before it begins, or just before it would commit. */
function cutDatabaseAt(nth: number, when: 'before' | 'at its end'): () => boolean {
  let begun = 0;
  const transact = VaultDatabase.prototype.transaction;
  vi.spyOn(VaultDatabase.prototype, 'transaction').mockImplementation(function mocked(this: VaultDatabase, ...args: unknown[]) {
    if (args[0] !== 'rw') return (transact as (...all: unknown[]) => never).apply(this, args);
    begun += 1;
    if (begun < nth) return (transact as (...all: unknown[]) => never).apply(this, args);
    if (begun > nth || when === 'before') throw new Error('The device is off.');
    const act = args.at(-1) as () => Promise<unknown>;
    return (transact as (...all: unknown[]) => never).apply(this, [...args.slice(0, -1), async () => {
      await act();
      throw new Error('The device is off.');
    }]);
  });
  return () => begun >= nth;
}

async function unlocked(files: MemoryFiles, vaultId: string, passphrase: string) {
  const result = await doorOn(files).unlock(vaultId, passphrase);
  if (result.is === 'open') return result.vault;
  return result.is === 'repair' ? result.repair.run() : null;
}

/** Everything is there, under one set of keys; whose passphrase opens it says which. */
async function expectWhole(files: MemoryFiles, vaultId: string): Promise<'before' | 'after'> {
  const vault = await unlocked(files, vaultId, PASSPHRASE);
  if (!vault) throw new Error('The officer who stays opens it.');
  expect(await Promise.all(IDS.map(async (id) => (await vault.read('assessment', id))?.value))).toEqual(IDS.map((id) => `words of ${id}`));
  expect(vault.list('assessment').map(({ id }) => id).toSorted()).toEqual([...IDS]);
  expect(await vault.readDraft('assessment:a2')).toBe('typed');
  const is = vault.epoch() === 1 ? 'before' : 'after';
  const leaver = vault.officers()[1];
  expect(leaver?.hasLeft).toBe(is === 'after');
  expect((await vault.readLog()).some(({ act }) => act === 'officer removed')).toBe(is === 'after');
  expect(vault.secondCopy().is).toBe('kept');
  // And it goes on: both stores take the next save.
  await vault.save([write('a9', 'goes on')], [NOTE]);
  await vault.lock();
  files.restart();
  const theirs = await doorOn(files).unlock(vaultId, OTHERS);
  expect(theirs.is, `the leaver, ${is}`).toBe(is === 'before' ? 'open' : 'wrong');
  if (theirs.is === 'open') await theirs.vault.lock();
  files.restart();
  return is;
}

type Off = { readonly files: Cut } | { readonly database: number; readonly when: 'before' | 'at its end' };

/** Removes the officer on a device that goes off on the way. `told`: the removal was acknowledged. */
async function removed(off: Off | null) {
  forgetDevice();
  const files = new MemoryFiles();
  const { vault, vaultId, leaver } = await office(files);
  files.cutAfter(off && 'files' in off ? off.files : { after: Infinity, share: 1 });
  const databaseWentOff = off && 'database' in off ? cutDatabaseAt(off.database, off.when) : () => false;
  const wentOff = () => files.isCut || databaseWentOff();
  // Once the files are off, the whole device is.
  if (off && 'files' in off) {
    const transact = VaultDatabase.prototype.transaction;
    vi.spyOn(VaultDatabase.prototype, 'transaction').mockImplementation(function mocked(this: VaultDatabase, ...args: unknown[]) {
      if (files.isCut && args[0] === 'rw') throw new Error('The device is off.');
      return (transact as (...all: unknown[]) => never).apply(this, args);
    });
  } else if (off) files.refuses = () => databaseWentOff();
  const told = await vault.removeOfficer(leaver).then(({ is }) => is === 'removed', () => false);
  const operations = files.operations;
  const off2 = wentOff();
  await vault.lock();
  vi.restoreAllMocks();
  files.refuses = null;
  files.restart();
  return { files, vaultId, told, operations, wentOff: off2 };
}

describe('a removal on a device that goes off', () => {
  it('at each operation of its files: the vault is wholly before or wholly after, and after where that was said', async () => {
    const { operations } = await removed(null);
    expect(operations, 'there is something to cut').toBeGreaterThan(5);
    const seen = new Set<string>();
    for (let after = 0; after < operations; after += 1) {
      for (const share of [0, 0.5, 1]) {
        const { files, vaultId, told } = await removed({ files: { after, share, zeros: share === 0.5 && after % 2 === 0 } });
        const is = await expectWhole(files, vaultId);
        if (told) expect(is, `cut after ${String(after)}`).toBe('after');
        seen.add(is);
      }
    }
    expect([...seen].toSorted(), 'both ends were met').toEqual(['after', 'before']);
  }, 60_000);

  it('at each transaction of its database, before it or at its end: the same', async () => {
    const seen: string[] = [];
    for (let database = 1; database <= 10; database += 1) {
      for (const when of ['before', 'at its end'] as const) {
        const { files, vaultId, told, wentOff } = await removed({ database, when });
        const is = await expectWhole(files, vaultId);
        if (told) expect(is).toBe('after');
        if (wentOff) seen.push(is);
      }
    }
    expect(seen.length, 'some were cut').toBeGreaterThan(2);
  }, 60_000);

  it('is after, once it was said, also where the database is gone then; the leaver opens neither copy', async () => {
    const { files, vaultId, told } = await removed(null);
    expect(told).toBe(true);
    await deleteDatabase(vaultId);
    expect(await doorOn(files).unlock(vaultId, OTHERS)).toMatchObject({ is: 'wrong' });
    files.restart();
    expect(await expectWhole(files, vaultId)).toBe('after');
  });

  it('would be found neither before nor after, were the two copies of different keys taken for whole (control)', async () => {
    const files = new MemoryFiles();
    const { vault, vaultId, leaver } = await office(files);
    const before = files.copy();
    await vault.removeOfficer(leaver);
    await vault.lock();
    files.restart();
    const rows = await onDisk(vaultId, (db) => db.row.toArray());
    await onDisk(vaultId, (db) => db.row.delete(rows[0]?.id ?? ''));
    files.putBack(before);
    await expect(expectWhole(files, vaultId)).rejects.toThrow();
  });
});

const ERASURE = { event: 'erasure', act: 'record disposed of', about: [], detail: {} } as const;

/** What can go wrong with the database after an erasure. */
const DAMAGES: Readonly<Record<string, (vaultId: string) => Promise<void>>> = {
  'nothing': () => Promise.resolve(),
  'the database gone': deleteDatabase,
  'its list gone': (vaultId) => onDisk(vaultId, (db) => db.page.clear()),
  'its records gone': (vaultId) => onDisk(vaultId, (db) => db.row.clear()),
  'its log gone': (vaultId) => onDisk(vaultId, (db) => db.log.clear()),
  'something did not open': (vaultId) => onDisk(vaultId, async (db) => { await db.clear.put({ id: 'suspect' }); }),
};

async function erased(files: MemoryFiles, wait: boolean) {
  forgetDevice();
  const { vault, vaultId } = await office(files);
  const row = (await onDisk(vaultId, (db) => db.row.toArray())).map(({ id, ct }) => ({ id, ct }));
  await vault.erase([{ table: 'assessment', id: 'a2', baseRev: 1 }], [ERASURE], { dropDrafts: ['assessment:a2'] });
  const left = new Set(await onDisk(vaultId, (db) => db.row.toCollection().primaryKeys()));
  // The journal is folded behind the answer; a read stands behind it in the queue.
  if (wait) await vault.readDraft('none');
  return { vault, vaultId, gone: row.find(({ id }) => !left.has(id)) };
}

const lies = (files: MemoryFiles, bytes: Uint8Array | undefined): boolean => [...files.folders.values()].flatMap((folder) => [...folder.values()]).some((file) => Buffer.from(file).includes(Buffer.from(bytes ?? [])));

describe('an erased record', () => {
  it.each(Object.entries(DAMAGES))('never comes back: %s', async (_, damage) => {
    for (const folded of [true, false]) {
      const files = new MemoryFiles();
      const { vault, vaultId, gone } = await erased(files, folded);
      if (folded) expect(lies(files, gone?.ct), 'its bytes are in no file').toBe(false);
      // Unfolded: the browser is gone right after the answer.
      await (folded ? vault.lock() : Promise.resolve());
      if (!folded) files.cutAfter({ after: -1, share: 0 });
      await damage(vaultId);
      files.restart();
      const again = await unlocked(files, vaultId, PASSPHRASE);
      if (!again) throw new Error('It opens.');
      expect(await again.read('assessment', 'a2')).toBeNull();
      expect(again.list('assessment').map(({ id }) => id).toSorted()).toEqual(['a1', 'a3']);
      expect(await again.readDraft('assessment:a2')).toBeNull();
      expect((await again.readLog()).map(({ act }) => act)).toContain(ERASURE.act);
      await again.lock();
    }
  });

  it('comes back from a journal of before (control)', async () => {
    const files = new MemoryFiles();
    const { vault, vaultId } = await office(files);
    const before = files.copy();
    await vault.erase([{ table: 'assessment', id: 'a2', baseRev: 1 }], [ERASURE]);
    await vault.lock();
    await deleteDatabase(vaultId);
    files.restart();
    files.putBack(before);
    expect((await (await unlocked(files, vaultId, PASSPHRASE))?.read('assessment', 'a2'))?.value).toBe('words of a2');
  });
});
