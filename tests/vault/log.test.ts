import { afterEach, describe, expect, it } from 'vitest';
import { BrokenLog, type OpenVault } from '@/vault';
import { CHECKPOINT_EVERY, linkHash, type LogRow } from '@/vault/format/chain';
import { forgetDevice, newVault, NOTE, onDisk, reopened, write } from './testDoor';

afterEach(forgetDevice);

async function loggedVault(entries = 6): Promise<OpenVault> {
  const { vault } = await newVault();
  for (let at = 1; at <= entries; at += 1) await vault.note({ ...NOTE, act: `act ${String(at)}` });
  return vault;
}

const links = (vaultId: string) => onDisk(vaultId, (db) => db.log.orderBy('seq').toArray());

async function replaceLinks(vaultId: string, next: readonly LogRow[]): Promise<void> {
  await onDisk(vaultId, async (db) => {
    await db.log.clear();
    await db.log.bulkAdd([...next]);
  });
}

/** As an attacker without the keys can: numbers and hashes made to fit again. */
async function relinked(vaultId: string, rows: readonly LogRow[]): Promise<LogRow[]> {
  const fitted: LogRow[] = [];
  for (const [at, row] of rows.entries()) {
    const moved = { ...row, seq: at + 1, prevHash: fitted.at(-1)?.hash ?? rows[0]?.prevHash ?? '' };
    fitted.push({ ...moved, hash: await linkHash(vaultId, moved) });
  }
  return fitted;
}

describe('the log', () => {
  it('tells who did what when, in order, with what it was about', async () => {
    const { vault } = await newVault();
    await vault.save([write('a1', 1)], [{ ...NOTE, about: [{ table: 'assessment', id: 'a1', rev: 1 }], detail: { reason: 'annual review' } }]);
    expect(await vault.readLog()).toEqual([{
      seq: 1, event: 'collection', act: 'assessment started', about: [{ table: 'assessment', id: 'a1', rev: 1 }], detail: { reason: 'annual review' },
      at: '2026-11-20T09:00:00.000Z', officerId: vault.officer.officerId, officerName: 'Morag Testperson',
    }]);
  });

  it('holds nothing of a save that failed', async () => {
    const vault = await loggedVault(1);
    await expect(vault.save([write('a1', 1, 4)], [NOTE])).rejects.toThrow();
    expect(await vault.readLog()).toHaveLength(1);
  });

  it('is signed at every lock, once, and goes on from there', async () => {
    const vault = await loggedVault(2);
    await vault.lock();
    expect(await links(vault.vaultId)).toHaveLength(3);
    const again = await reopened(vault.vaultId);
    await again.lock();
    expect(await links(vault.vaultId)).toHaveLength(3);
    const third = await reopened(vault.vaultId);
    await third.note(NOTE);
    expect((await third.readLog()).map(({ seq }) => seq)).toEqual([1, 2, 4]);
  });

  it(`is signed at least every ${String(CHECKPOINT_EVERY)} links, in one save and over several`, async () => {
    const { vault } = await newVault();
    await vault.save([write('a1', 1)], Array.from({ length: 120 }, () => NOTE));
    for (let at = 0; at < 5; at += 1) await vault.note(NOTE);
    expect(await vault.readLog()).toHaveLength(125);
    expect(await links(vault.vaultId)).toHaveLength(127);
  });
});

describe('a log that was tampered with', () => {
  async function brokenAt(change: (rows: LogRow[], vaultId: string) => readonly LogRow[] | Promise<readonly LogRow[]>): Promise<number | null> {
    const vault = await loggedVault();
    const { vaultId } = vault;
    await vault.lock();
    await replaceLinks(vaultId, await change(await links(vaultId), vaultId));
    const again = await reopened(vaultId);
    try {
      await again.readLog();
      return null;
    } catch (error) {
      if (error instanceof BrokenLog) return error.atSeq;
      throw error;
    }
  }

  it('holds where nothing was done (control)', async () => {
    expect(await brokenAt((rows) => rows)).toBeNull();
  });

  it('is found where an entry was edited', async () => {
    const edit = (row: LogRow): LogRow => ({ ...row, ct: row.ct.map((byte, at) => (at === 9 ? byte ^ 1 : byte)) });
    expect(await brokenAt((rows) => rows.map((row) => (row.seq === 3 ? edit(row) : row)))).toBe(3);
    expect(await brokenAt((rows, id) => relinked(id, rows.map((row) => (row.seq === 3 ? edit(row) : row))))).not.toBeNull();
  });

  it('is found where an entry was dropped in the middle, even with numbers and hashes made to fit', async () => {
    expect(await brokenAt((rows) => rows.filter(({ seq }) => seq !== 4))).toBe(4);
    expect(await brokenAt((rows, id) => relinked(id, rows.filter(({ seq }) => seq !== 4)))).not.toBeNull();
  });

  it('is found where two entries were swapped, or all reordered', async () => {
    const swapped = ([one, two, ...rest]: LogRow[]) => (one && two ? [two, one, ...rest] : []);
    expect(await brokenAt((rows, id) => relinked(id, swapped(rows)))).not.toBeNull();
    expect(await brokenAt((rows, id) => relinked(id, rows.toReversed()))).not.toBeNull();
  });

  it('is found where a signature was taken out and the rest closed up', async () => {
    const vault = await loggedVault(55);
    const { vaultId } = vault;
    await vault.lock();
    const rows = await links(vaultId);
    await replaceLinks(vaultId, await relinked(vaultId, rows.filter(({ seq }) => seq !== CHECKPOINT_EVERY)));
    await expect((await reopened(vaultId)).readLog()).rejects.toThrow(BrokenLog);
  });

  it('cannot be found where only its end was cut off: the printed head code tells', async () => {
    const vault = await loggedVault();
    const { vaultId } = vault;
    const printed = await vault.logHeadCode();
    expect(printed).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/u);
    expect(await vault.logHeadCode()).toBe(printed);
    await vault.lock();
    await replaceLinks(vaultId, (await links(vaultId)).slice(0, 4));
    const cut = await reopened(vaultId);
    expect(await cut.readLog()).toHaveLength(4);
    expect(await cut.logHeadCode()).not.toBe(printed);
  });

  it('is not continued where its end vanished while the vault was open', async () => {
    const vault = await loggedVault();
    await onDisk(vault.vaultId, (db) => db.log.where('seq').above(2).delete());
    await expect(vault.note(NOTE)).rejects.toThrow(/is gone/u);
    await onDisk(vault.vaultId, (db) => db.log.clear());
    await expect(vault.note(NOTE)).rejects.toThrow(/is gone/u);
  });

  it('is not continued where its end was replaced while the vault was open', async () => {
    const vault = await loggedVault();
    await onDisk(vault.vaultId, (db) => db.log.where('seq').equals(6).modify({ hash: '0'.repeat(64) }));
    await expect(vault.note(NOTE)).rejects.toThrow(BrokenLog);
  });

  it('does not pass where the links come from another vault', async () => {
    const other = await loggedVault();
    await other.lock();
    const foreign = await links(other.vaultId);
    expect(await brokenAt(() => foreign)).toBe(1);
  });
});
