import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenVault } from '@/vault';
import type { VaultDatabase } from '@/vault/database';
import type { Bytes } from '@/vault/format/bytes';
import { readKeyring } from '@/vault/format/readKeyring';
import { scanTail } from '@/vault/journal/frames';
import { keysInThisThread } from '@/vault/keyHolder';
import { forgetDevice, newVault, NOTE, onDisk, PASSPHRASE, write } from '../testDoor';
import { copyOfDatabase, deleteDatabase, doorOn, openedOn } from './journalDoor';
import { MemoryFiles } from './memoryFiles';

afterEach(forgetDevice);

const IDS = Array.from({ length: 6 }, (_, at) => `a${String(at)}`);

interface Device {
  readonly files: MemoryFiles;
  readonly vaultId: string;
  readonly random: (below: number) => number;
  readonly putBackOldDatabase: () => Promise<void>;
}

/** Six records at revision 2, a draft, a log; and a state of the database from before. */
async function device(seed: number): Promise<Device> {
  const files = new MemoryFiles();
  const { vault } = await newVault(doorOn(files));
  await vault.save(IDS.map((id) => write(id, `${id} 1`)), [NOTE]);
  const putBackOldDatabase = await copyOfDatabase(vault.vaultId);
  for (const id of IDS) await vault.save([write(id, `${id} 2`, 1)], [NOTE]);
  await vault.saveDraft('d', 'typed');
  await vault.lock();
  let state = seed * 7919 + 1;
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return { files, vaultId: vault.vaultId, random, putBackOldDatabase };
}

function flipped(bytes: Bytes, random: Device['random']): Bytes {
  const copy = bytes.slice();
  const at = random(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 + random(255));
  return copy;
}

async function flipIn(store: 'row' | 'page' | 'about' | 'draft' | 'log', { vaultId, random }: Device): Promise<void> {
  await onDisk(vaultId, async (db) => {
    const rows = await db[store].toArray();
    const row = rows[random(rows.length)];
    if (!row) throw new Error('There is one.');
    await (db[store] as VaultDatabase['row']).put({ ...(row as never as { id: string; rev: number; epoch: number; iv: Bytes }), ct: flipped(row.ct, random) });
  });
}

function changeFile({ files, vaultId }: Device, name: RegExp, change: (bytes: Bytes) => Bytes): void {
  const folder = files.folders.get(vaultId);
  for (const [each, bytes] of folder ?? []) if (name.test(each) && bytes.length > 0) folder?.set(each, change(bytes));
}

const KINDS: Readonly<Record<string, (device: Device) => Promise<void> | void>> = {
  'the database emptied': ({ vaultId }) => deleteDatabase(vaultId),
  'a record missing': ({ vaultId, random }) => onDisk(vaultId, async (db) => { await db.row.delete((await db.row.toCollection().primaryKeys())[random(6)] ?? ''); }),
  'two records in each other’s place': ({ vaultId, random }) => onDisk(vaultId, async (db) => {
    const rows = await db.row.toArray();
    const [one, two] = [rows[random(3)], rows[3 + random(3)]];
    if (one && two) await db.row.bulkPut([{ ...one, id: two.id }, { ...two, id: one.id }]);
  }),
  'a byte of a record changed': (one) => flipIn('row', one),
  'a byte of the list changed': (one) => flipIn('page', one),
  'a byte of what the vault knows of itself changed': (one) => flipIn('about', one),
  'a byte of a draft changed': (one) => flipIn('draft', one),
  'a byte of the log changed': (one) => flipIn('log', one),
  'a byte of the keyring changed': ({ vaultId, random }) => onDisk(vaultId, async (db) => {
    const stored = await db.clear.get('keyring');
    if (stored?.id !== 'keyring') throw new Error('There is one.');
    const at = random(stored.text.length - 2) + 1;
    await db.clear.put({ ...stored, text: `${stored.text.slice(0, at)}${stored.text[at] === 'A' ? 'B' : 'A'}${stored.text.slice(at + 1)}` });
  }),
  'the list gone': ({ vaultId }) => onDisk(vaultId, (db) => db.page.clear()),
  'the log gone': ({ vaultId }) => onDisk(vaultId, (db) => db.log.clear()),
  'an older database': ({ putBackOldDatabase }) => putBackOldDatabase(),
  'the tail cut off': (one) => { changeFile(one, /^tail/u, (bytes) => bytes.slice(0, one.random(bytes.length))); },
  'a byte of the tail changed': (one) => { changeFile(one, /^tail/u, (bytes) => flipped(bytes, one.random)); },
  'the heads gone': (one) => { changeFile(one, /^head/u, () => new Uint8Array()); },
  'a byte of a head changed': (one) => { changeFile(one, /^head-0/u, (bytes) => flipped(bytes, one.random)); },
  'the snapshot gone': (one) => { changeFile(one, /^snapshot/u, () => new Uint8Array()); },
  'a byte of the snapshot changed': (one) => { changeFile(one, /^snapshot/u, (bytes) => flipped(bytes, one.random)); },
  'the tail damaged and the database emptied': async (one) => {
    changeFile(one, /^tail/u, (bytes) => flipped(bytes, one.random));
    await deleteDatabase(one.vaultId);
  },
  'the snapshot gone and records missing': async (one) => {
    changeFile(one, /^snapshot/u, () => new Uint8Array());
    await onDisk(one.vaultId, async (db) => { await db.row.bulkDelete((await db.row.toCollection().primaryKeys()).slice(0, 2)); });
  },
  'the tail damaged and the database older': async (one) => {
    changeFile(one, /^tail/u, (bytes) => flipped(bytes, one.random));
    await one.putBackOldDatabase();
  },
};

/** What an officer is left with: each record right, told to be lost, or refused aloud. Anything else is silently wrong. */
async function silentlyWrong({ files, vaultId }: Device): Promise<readonly string[]> {
  const named = new Set<string>();
  let lostMore = false;
  let vault: OpenVault;
  for (let openings = 0; ; openings += 1) {
    let result;
    try {
      result = await doorOn(files).unlock(vaultId, PASSPHRASE);
    } catch {
      return [];
    }
    if (result.is === 'repair') {
      const { lost } = result.repair.finding;
      for (const { id } of lost.documents) named.add(id);
      lostMore ||= lost.unsure || lost.listRebuilt;
      vault = await result.repair.run();
    } else if (result.is === 'open') vault = result.vault;
    else throw new Error(result.is);
    try {
      const wrong: string[] = [];
      for (const id of IDS) {
        const stored = await vault.read('assessment', id);
        if (stored?.rev !== 2 && !named.has(id) && !lostMore) wrong.push(`${id} at ${String(stored?.rev)}`);
        if (stored && stored.value !== `${id} ${String(stored.rev)}`) wrong.push(`${id} says ${JSON.stringify(stored.value)}`);
      }
      await vault.readDraft('d');
      await vault.readLog().catch(() => undefined);
      await vault.lock();
      return wrong;
    } catch (error) {
      // Told aloud, while reading: then the next unlocking finds and mends it.
      expect(error).toBeInstanceOf(Error);
      await vault.lock();
      if (openings === 2) return ['never mended'];
    }
  }
}

describe('a damaged store', () => {
  it.each(Object.entries(KINDS))('%s: in 5 seeds never silently empty, never silently wrong', async (_, damage) => {
    for (let seed = 1; seed <= 5; seed += 1) {
      forgetDevice();
      const one = await device(seed);
      await damage(one);
      expect(await silentlyWrong(one)).toEqual([]);
    }
  });

  it('is silently wrong where its journal says nothing (control)', async () => {
    const one = await device(1);
    await one.putBackOldDatabase();
    one.files.folders.clear();
    await onDisk(one.vaultId, (db) => db.clear.delete('journal'));
    expect(await silentlyWrong(one)).not.toEqual([]);
  });

  it('loses nothing where each copy still holds what the other lacks', async () => {
    const one = await device(3);
    changeFile(one, /^snapshot/u, () => new Uint8Array());
    await onDisk(one.vaultId, (db) => db.row.clear());
    const result = await doorOn(one.files).unlock(one.vaultId, PASSPHRASE);
    if (result.is !== 'repair') throw new Error(result.is);
    // The tail holds revision 2 of every record.
    expect(result.repair.finding.lost).toEqual({ documents: [], drafts: 0, logEntries: [], listRebuilt: false, unsure: false });
    expect((await (await result.repair.run()).read('assessment', 'a3'))?.value).toBe('a3 2');
  });

  it('names a record whose last version is in neither, with the version that is kept', async () => {
    const files = new MemoryFiles();
    const { vault } = await newVault(doorOn(files));
    await vault.save([write('a1', 'a1 1', 0, { summary: { reference: 'ST-0001' } }), write('a2', 'a2 1')], [NOTE]);
    await vault.lock();
    const again = await openedOn(files, vault.vaultId);
    const [before] = [files.file(vault.vaultId, 'tail-1').length];
    await again.save([write('a1', 'a1 2', 1, { summary: { reference: 'ST-0001' } })], [NOTE]);
    const damagedEnd = files.file(vault.vaultId, 'tail-1').length;
    await again.save([write('a2', 'a2 2', 1)], [NOTE]);
    await again.lock();
    const folder = files.folders.get(vault.vaultId);
    const tail = files.file(vault.vaultId, 'tail-1').slice();
    tail[damagedEnd - 200] = (tail[damagedEnd - 200] ?? 0) ^ 1;
    expect(before).toBeLessThan(damagedEnd - 200);
    folder?.set('tail-1', tail);
    await deleteDatabase(vault.vaultId);
    const result = await doorOn(files).unlock(vault.vaultId, PASSPHRASE);
    if (result.is !== 'repair') throw new Error(result.is);
    expect(result.repair.finding.lost.documents).toEqual([{ table: 'assessment', id: 'a1', summary: { reference: 'ST-0001' }, expectedRev: 2, foundRev: 1 }]);
    expect(result.repair.finding.lost.logEntries.length).toBe(1);
    const repaired = await result.repair.run();
    expect((await repaired.read('assessment', 'a1'))?.value).toBe('a1 1');
    expect((await repaired.read('assessment', 'a2'))?.value).toBe('a2 2');
    expect(repaired.list('assessment').map(({ id, rev }) => [id, rev])).toEqual(expect.arrayContaining([['a1', 1], ['a2', 2]]));
    expect((await repaired.lastRepair())?.finding.lost.documents).toHaveLength(1);
    await repaired.save([write('a1', 'goes on', 1)], [NOTE]);
  });
});

describe('swapped rows', () => {
  it('of 100 records, 10,000 times: none is accepted', async () => {
    const { vault } = await newVault(doorOn(null));
    const ids = Array.from({ length: 100 }, (_, at) => `r${String(at)}`);
    await vault.save(ids.map((id) => write(id, id)), [NOTE]);
    const rows = await onDisk(vault.vaultId, (db) => db.row.toArray());
    const stored = await onDisk(vault.vaultId, (db) => db.clear.get('keyring'));
    const { keys } = keysInThisThread();
    await keys.unlock(await readKeyring(stored?.id === 'keyring' ? stored.text : '', { what: 'vault', argonLimits: { floorKiB: 8, ceilingKiB: 1024, mostIterations: 4 } }), { passphrase: PASSPHRASE });
    let accepted = 0;
    for (const { id } of rows) {
      const opened = await keys.open(rows.map((row) => ({ table: 'assessment', row: { ...row, id } })));
      accepted += opened.filter((text) => text !== null).length;
    }
    // Each row in its own place is the control: it opens.
    expect(accepted).toBe(rows.length);
  });
});

it('an entry of the journal opens in its own place only: moved, doubled or of another vault, it is found', async () => {
  const one = await device(1);
  const head = JSON.parse(new TextDecoder().decode(one.files.file(one.vaultId, 'head-0')).split('\n')[0] ?? '') as { n: number; start: string };
  const tail = one.files.file(one.vaultId, 'tail-1');
  const whole = await scanTail(tail, { vaultId: one.vaultId, n: head.n }, head.start);
  expect(whole).toMatchObject({ torn: false, broken: false });
  await fc.assert(fc.asyncProperty(fc.nat(whole.frames.length - 2), fc.nat(whole.frames.length - 2), async (a, b) => {
    fc.pre(a !== b);
    const cuts = whole.frames.map(({ at }, i) => tail.slice(at, whole.frames[i + 1]?.at ?? tail.length));
    [cuts[a], cuts[b]] = [cuts[b] as Bytes, cuts[a] as Bytes];
    const scan = await scanTail(new Uint8Array(Buffer.concat(cuts)), { vaultId: one.vaultId, n: head.n }, head.start);
    expect(scan.broken || scan.torn || scan.frames.some((frame) => !frame.whole)).toBe(true);
  }), { numRuns: 30 });
  expect((await scanTail(tail, { vaultId: 'f'.repeat(32), n: head.n }, head.start)).frames).toEqual([]);
});
