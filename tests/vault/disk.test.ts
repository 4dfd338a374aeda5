import { afterEach, describe, expect, it } from 'vitest';
import { DamagedRow, DamagedVault, NewerFormat, type OpenVault } from '@/vault';
import { VaultDatabase } from '@/vault/database';
import { readsAnywhere } from './canary';
import { forgetDevice, newVault, NOTE, onDisk, PASSPHRASE, reopened, testDoor, write } from './testDoor';

afterEach(forgetDevice);

const CANARIES = ['Grizelda Canaryperson', '14 Canary Wynd', 'canary-draft-words', 'assessment:canary-id', 'canary-act', 'canary-recipient', 'Morag Testperson', 'canary-summary', PASSPHRASE];

async function filledVault(): Promise<OpenVault> {
  const { vault } = await newVault();
  await vault.save(
    [write('canary-id', { name: CANARIES[0], address: CANARIES[1] }, 0, { summary: { line: 'canary-summary' } })],
    [{ event: 'disclosure', act: 'canary-act', about: [{ table: 'assessment', id: 'canary-id', rev: 1 }], detail: { recipient: 'canary-recipient' } }],
  );
  await vault.saveDraft('assessment:canary-id', { text: 'canary-draft-words' });
  await vault.lock();
  return vault;
}

async function everythingOnDisk(vaultId: string): Promise<unknown[]> {
  return onDisk(vaultId, async (db) => {
    await db.open();
    return [db.name, ...(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])))];
  });
}

describe('the disk', () => {
  it('holds nothing readable: not in UTF-8, UTF-16 or base64', async () => {
    const { vaultId } = await filledVault();
    const disk = await everythingOnDisk(vaultId);
    expect(CANARIES.filter((canary) => readsAnywhere(disk, canary))).toEqual([]);
  });

  it('would show it: the same search finds a row that was left plain', async () => {
    const { vaultId } = await filledVault();
    await onDisk(vaultId, (db) => db.row.put({ id: 'plain', rev: 1, epoch: 1, iv: new Uint8Array(12), ct: new TextEncoder().encode(`..${CANARIES.join('|')}..`) }));
    const disk = await everythingOnDisk(vaultId);
    expect(CANARIES.filter((canary) => readsAnywhere(disk, canary))).toEqual(CANARIES);
  });

  it('holds rows of five fields and no kind of document', async () => {
    const { vaultId } = await filledVault();
    await onDisk(vaultId, async (db) => {
      for (const row of [...(await db.row.toArray()), ...(await db.page.toArray()), ...(await db.draft.toArray()), ...(await db.about.toArray())]) {
        expect(Object.keys(row).sort()).toEqual(['ct', 'epoch', 'id', 'iv', 'rev']);
        expect(row.id).toMatch(/^[0-9a-f]{32}$/u);
        expect((row.ct.length - 16) % 1024).toBe(0);
      }
      for (const row of await db.log.toArray()) expect(Object.keys(row).sort()).toEqual(['ct', 'epoch', 'hash', 'iv', 'prevHash', 'seq']);
    });
  });
});

describe('a row that was tampered with', () => {
  async function twoDocuments(): Promise<string> {
    const { vault } = await newVault();
    await vault.save([write('a1', 'first of a1'), write('a2', 'first of a2')], [NOTE]);
    const { vaultId } = vault;
    await vault.lock();
    return vaultId;
  }
  const rows = (vaultId: string) => onDisk(vaultId, (db) => db.row.toArray());

  it('opens while it is whole (control)', async () => {
    const vault = await reopened(await twoDocuments());
    expect((await vault.read('assessment', 'a1'))?.value).toBe('first of a1');
  });

  it('does not open where two rows changed places', async () => {
    const vaultId = await twoDocuments();
    const [one, two] = await rows(vaultId);
    if (!one || !two) throw new Error('Two rows were saved.');
    await onDisk(vaultId, (db) => db.row.bulkPut([{ ...one, id: two.id }, { ...two, id: one.id }]));
    const vault = await reopened(vaultId);
    await expect(vault.read('assessment', 'a1')).rejects.toThrow(DamagedRow);
    await expect(vault.read('assessment', 'a2')).rejects.toThrow(/assessment record is damaged/u);
  });

  it('does not open as an older revision put back', async () => {
    const vaultId = await twoDocuments();
    const before = await rows(vaultId);
    const editing = await reopened(vaultId);
    await editing.save([write('a1', 'second of a1', 1)], [NOTE]);
    await editing.lock();
    await onDisk(vaultId, (db) => db.row.bulkPut(before));
    const vault = await reopened(vaultId);
    await expect(vault.read('assessment', 'a1')).rejects.toThrow(DamagedRow);
    expect((await vault.read('assessment', 'a2'))?.value).toBe('first of a2');
  });

  it('does not open under another revision, epoch, or with a changed byte', async () => {
    const vaultId = await twoDocuments();
    const whole = await rows(vaultId);
    const flipped = (ct: Uint8Array<ArrayBuffer>) => ct.map((byte, at) => (at === 5 ? byte ^ 1 : byte));
    for (const change of [{ rev: 2 }, { epoch: 2 }]) {
      await onDisk(vaultId, (db) => db.row.bulkPut(whole.map((row) => ({ ...row, ...change }))));
      const vault = await reopened(vaultId);
      await expect(vault.read('assessment', 'a1')).rejects.toThrow(DamagedRow);
      await vault.lock();
    }
    await onDisk(vaultId, (db) => db.row.bulkPut(whole.map((row) => ({ ...row, ct: flipped(row.ct) }))));
    const vault = await reopened(vaultId);
    await expect(vault.read('assessment', 'a1')).rejects.toThrow(DamagedRow);
  });

  it('is missed where it was removed, and where its index page was', async () => {
    const vaultId = await twoDocuments();
    const [first] = await rows(vaultId);
    await onDisk(vaultId, (db) => db.row.delete(first?.id ?? ''));
    const vault = await reopened(vaultId);
    const reads = await Promise.allSettled(['a1', 'a2'].map((id) => vault.read('assessment', id)));
    expect(reads.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await vault.lock();
    await onDisk(vaultId, (db) => db.page.clear());
    await expect(testDoor().unlock(vaultId, PASSPHRASE)).rejects.toThrow(DamagedVault);
  });
});

describe('a newer format', () => {
  it('is refused by name, keyring and list, with the way out', async () => {
    const { vaultId } = await filledVault();
    const door = testDoor();
    const rewrite = (from: string, to: string) => onDisk(vaultId, async (db) => {
      const stored = await db.clear.get('keyring');
      if (stored?.id === 'keyring') await db.clear.put({ ...stored, text: stored.text.replace(from, to) });
    });
    await rewrite('"minWriter":1', '"minWriter":2');
    await expect(door.unlock(vaultId, PASSPHRASE)).rejects.toThrow(NewerFormat);
    await expect(door.unlock(vaultId, PASSPHRASE)).rejects.toThrow(/update the app/u);
    await rewrite('"minWriter":2', '"minWriter":1');
    await rewrite('"format":1', '"format":7');
    await expect(door.unlock(vaultId, PASSPHRASE)).rejects.toThrow(NewerFormat);
    await rewrite('"format":7', '"format":1');
    await (await reopened(vaultId)).lock();

    const newer = new VaultDatabase(vaultId);
    Object.defineProperty(newer, 'name', { value: `steading-vault-2-${vaultId}` });
    await newer.open();
    newer.close();
    await expect(door.list()).rejects.toThrow(NewerFormat);
  });
});
