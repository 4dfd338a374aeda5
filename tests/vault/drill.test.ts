import { afterEach, describe, expect, it } from 'vitest';
import { Dexie } from 'dexie';
import { readFileSync } from 'node:fs';
import { DamagedBackup } from '@/vault';
import { backupFile, backupHead, splitBackup } from '@/vault/format/backupFile';
import { readBackupContent, writeBackupContent, type BackupContent } from '@/vault/format/backupContent';
import { ARGON_LIMITS } from '@/vault/format/kdf';
import { readKeyring } from '@/vault/format/readKeyring';
import { createKeyHolder } from '@/vault/keyHolder';
import { forgetDevice, newVault, NOTE, onDisk, PASSPHRASE, reopened, testClock, testDoor, write } from './testDoor';

afterEach(forgetDevice);

async function backedUp() {
  const { vault, recoveryCode } = await newVault();
  await vault.save([write('a1', { text: 'one' }), write('a2', { text: 'two' })], [NOTE]);
  await vault.saveDraft('assessment:a1', 'a draft');
  const { bytes } = await vault.backup();
  return { vault, recoveryCode, bytes };
}

/** The same backup, sealed anew by its own keys with other content: what no tag of the file can tell. */
async function resealed(bytes: Uint8Array, change: (content: BackupContent) => BackupContent): Promise<Uint8Array> {
  const { keyringText, head, sealed } = splitBackup(bytes);
  const keyring = await readKeyring(keyringText, { what: 'backup', argonLimits: { ...ARGON_LIMITS, floorKiB: 8 } });
  const keys = createKeyHolder();
  await keys.unlock(keyring, { passphrase: PASSPHRASE });
  const content = await keys.openBackup(head, sealed);
  if (!content) throw new Error('It did not open.');
  return backupFile(backupHead(keyring), await keys.sealBackup(backupHead(keyring), writeBackupContent(change(readBackupContent(content)))));
}

describe('a backup that is tried', () => {
  it('opens whole with the passphrase or the recovery code, beside the vault that is open, and nothing is written', async () => {
    const { vault, recoveryCode, bytes } = await backedUp();
    const before = await Dexie.getDatabaseNames();
    const opened = { is: 'opened', vaultId: vault.vaultId, code: vault.code, records: 2, drafts: 1, logEntries: 2, headCode: await vault.logHeadCode() };
    expect(await testDoor().drill(bytes, { passphrase: PASSPHRASE })).toEqual(opened);
    expect(await testDoor().drill(bytes, { recoveryCode })).toEqual(opened);
    expect(vault.recordCount()).toBe(2);
    expect(await Dexie.getDatabaseNames()).toEqual(before);
    await vault.save([write('a3', 1)], [NOTE]);
  });

  it('opens on a device that has no vault, and makes none', async () => {
    const { bytes } = await backedUp();
    forgetDevice();
    expect(await testDoor().drill(bytes, { passphrase: PASSPHRASE })).toMatchObject({ is: 'opened', records: 2 });
    expect(await Dexie.getDatabaseNames()).toEqual([]);
  });

  it('says wrong of a wrong passphrase, and of a code with a slip in it', async () => {
    const { bytes } = await backedUp();
    expect(await testDoor().drill(bytes, { passphrase: 'quite the wrong passphrase' })).toEqual({ is: 'wrong' });
    expect(await testDoor().drill(bytes, { recoveryCode: 'ABCD' })).toEqual({ is: 'wrong' });
  });

  it('of format 1 opens for ever', async () => {
    const frozen = new Uint8Array(readFileSync(new URL('./fixtures/format-1.steadingbackup', import.meta.url)));
    expect(await testDoor({ weakArgonForTests: false }).drill(frozen, { passphrase: 'frozen-heron-copper-lantern' })).toMatchObject({ is: 'opened', records: 2, drafts: 1 });
  });

  const flipped = (ct: Uint8Array<ArrayBuffer>) => Uint8Array.from(ct, (byte, at) => (at === 3 ? byte ^ 1 : byte));
  it.each<[string, (content: BackupContent) => BackupContent, RegExp]>([
    ['whose record does not open', (content) => ({ ...content, row: content.row.map((row, at) => (at === 0 ? { ...row, ct: flipped(row.ct) } : row)) }), /a record in it does not open/u],
    ['whose record is missing', (content) => ({ ...content, row: content.row.slice(1) }), /names 2 of 1 records/u],
    ['whose record took another’s place', (content) => ({ ...content, row: content.row.map((row, at) => ({ ...row, ct: content.row[1 - at]?.ct ?? row.ct, iv: content.row[1 - at]?.iv ?? row.iv })) }), /a record in it does not open/u],
    ['whose list of records is gone', (content) => ({ ...content, page: [] }), /names 0 of 2 records/u],
    ['whose draft does not open', (content) => ({ ...content, draft: content.draft.map((row) => ({ ...row, ct: flipped(row.ct) })) }), /a draft in it does not open/u],
    ['without its list of officers', (content) => ({ ...content, about: [] }), /list of officers is missing/u],
    ['whose log was changed', (content) => ({ ...content, log: content.log.map((row) => ({ ...row, ct: flipped(row.ct) })) }), /log does not hold at entry 1/u],
    ['whose log lost its first entry', (content) => ({ ...content, log: content.log.slice(1) }), /log does not hold at entry 1/u],
  ])('is refused %s', async (_, change, words) => {
    const { bytes } = await backedUp();
    const error = await testDoor().drill(await resealed(bytes, change), { passphrase: PASSPHRASE }).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(DamagedBackup);
    expect((error as Error).message).toMatch(words);
  });

  it('opens where it was sealed anew with nothing changed (control)', async () => {
    const { bytes } = await backedUp();
    expect(await testDoor().drill(await resealed(bytes, (content) => content), { passphrase: PASSPHRASE })).toMatchObject({ is: 'opened', records: 2 });
  });
});

describe('the last drill', () => {
  it('is kept sealed with the vault and stands on the log; the last backup stays what it was', async () => {
    const time = testClock();
    const { vault } = await newVault(testDoor({ clock: time.clock }));
    await vault.backup();
    expect(vault.lastDrillAt()).toBeNull();
    time.forward(60_000);
    await vault.noteDrill('7Q2F9XKA');
    expect([vault.lastDrillAt(), vault.lastBackupAt()]).toEqual(['2026-11-20T09:01:00.000Z', '2026-11-20T09:00:00.000Z']);
    expect((await vault.readLog()).at(-1)).toMatchObject({ event: 'consultation', act: 'backup tried', detail: { head: '7Q2F9XKA' } });
    time.forward(60_000);
    await vault.backup();
    await vault.lock();
    expect((await reopened(vault.vaultId)).lastDrillAt()).toBe('2026-11-20T09:01:00.000Z');
  });
});

describe('a vault that a newer Steading has made its own', () => {
  /** As a migration does to the database that it leaves behind. */
  const takenByNewer = (vaultId: string) => onDisk(vaultId, async (db) => {
    const stored = await db.clear.get('keyring');
    if (stored?.id !== 'keyring') throw new Error('No keyring.');
    await db.clear.put({ ...stored, text: JSON.stringify({ ...JSON.parse(stored.text) as object, minWriter: 2 }) });
  });

  it.each<[string, (vault: Awaited<ReturnType<typeof reopened>>) => Promise<unknown>]>([
    ['a save', (vault) => vault.save([write('a2', 1)], [NOTE])],
    ['a log entry', (vault) => vault.note(NOTE)],
    ['a draft', (vault) => vault.saveDraft('d', 'typed')],
    ['a backup', (vault) => vault.backup()],
  ])('refuses %s of the tab that is stale, writes nothing, ends the keys and says why', async (_, act) => {
    const { vault } = await newVault();
    await vault.save([write('a1', 1)], [NOTE]);
    await takenByNewer(vault.vaultId);
    const count = () => onDisk(vault.vaultId, (db) => Promise.all([db.row.count(), db.draft.count(), db.log.count()]));
    const before = await count();
    const told: unknown[] = [];
    vault.onTakenOver((why) => { told.push(why); });
    await expect(act(vault)).rejects.toThrow('written by a newer Steading');
    expect(told).toEqual(['newer']);
    expect(await count()).toEqual(before);
    await expect(vault.note(NOTE)).rejects.toThrow('locked');
  });

  it('negative control: the same tab writes on where nobody took the vault', async () => {
    const { vault } = await newVault();
    await vault.saveDraft('d', 'typed');
    await vault.save([write('a2', 1)], [NOTE]);
    expect(await vault.readDraft('d')).toBe('typed');
  });
});
