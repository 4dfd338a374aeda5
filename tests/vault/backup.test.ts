import { Dexie } from 'dexie';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { DamagedBackup, NewerFormat, VaultAlreadyHere } from '@/vault';
import { readsAnywhere } from './canary';
import { forgetDevice, newVault, NOTE, OFFICER, opened, PASSPHRASE, reopened, testClock, testDoor, write } from './testDoor';

afterEach(forgetDevice);

async function backedUp() {
  const { vault, recoveryCode } = await newVault();
  await vault.save([write('a1', { text: 'Grizelda Canaryperson' })], [NOTE]);
  await vault.saveDraft('assessment:a1', 'canary draft');
  const backup = await vault.backup();
  const headCode = await vault.logHeadCode();
  await vault.lock();
  return { ...backup, vaultId: vault.vaultId, code: vault.code, recoveryCode, headCode };
}

describe('a backup', () => {
  it('restores everything on an empty device: records, drafts, log, officer', async () => {
    const { bytes, vaultId, headCode } = await backedUp();
    forgetDevice();
    const door = testDoor();
    expect(await door.restore(bytes, { passphrase: PASSPHRASE })).toEqual({ is: 'restored', vaultId });
    const vault = opened(await door.unlock(vaultId, PASSPHRASE));
    expect((await vault.read('assessment', 'a1'))?.value).toEqual({ text: 'Grizelda Canaryperson' });
    expect(await vault.readDraft('assessment:a1')).toBe('canary draft');
    expect((await vault.readLog()).map(({ act }) => act)).toEqual(['assessment started', 'backup made']);
    expect(await vault.logHeadCode()).toBe(headCode);
    expect(vault.officer.name).toBe(OFFICER.name);
    expect(vault.lastBackupAt()).toBe('2026-11-20T09:00:00.000Z');
    await vault.save([write('a1', 'goes on', 1)], [NOTE]);
  });

  it('opens with the recovery code too', async () => {
    const { bytes, vaultId, recoveryCode } = await backedUp();
    forgetDevice();
    expect(await testDoor().restore(bytes, { recoveryCode })).toEqual({ is: 'restored', vaultId });
    (await reopened(vaultId)).list('assessment');
  });

  it('is named after vault, day and log head, never after a person', async () => {
    const { fileName, code, headCode } = await backedUp();
    expect(fileName).toBe(`steading-${code}-2026-11-20-log-${headCode}.steadingbackup`);
  });

  it('is remembered by its vault, sealed', async () => {
    const time = testClock();
    const { vault } = await newVault(testDoor({ clock: time.clock }));
    expect(vault.lastBackupAt()).toBeNull();
    await vault.backup();
    time.forward(60_000);
    await vault.backup();
    expect(vault.lastBackupAt()).toBe('2026-11-20T09:01:00.000Z');
    await vault.lock();
    expect((await reopened(vault.vaultId)).lastBackupAt()).toBe('2026-11-20T09:01:00.000Z');
  });

  it('holds nothing readable', async () => {
    const { bytes } = await backedUp();
    expect(['Grizelda', 'canary draft', 'assessment', 'backup made', OFFICER.name, OFFICER.agency, '2026-11'].filter((text) => readsAnywhere(bytes, text))).toEqual([]);
    expect(readsAnywhere(bytes, 'steading-backup')).toBe(true);
  });

  it('never overwrites a vault that is there', async () => {
    const { bytes, vaultId } = await backedUp();
    const vault = await reopened(vaultId);
    await vault.save([write('a1', 'newer', 1)], [NOTE]);
    await vault.lock();
    await expect(testDoor().restore(bytes, { passphrase: PASSPHRASE })).rejects.toThrow(VaultAlreadyHere);
    expect((await (await reopened(vaultId)).read('assessment', 'a1'))?.value).toBe('newer');
  });

  it('writes nothing where passphrase or code are wrong', async () => {
    const { bytes } = await backedUp();
    forgetDevice();
    const door = testDoor();
    expect(await door.restore(bytes, { passphrase: 'quite the wrong passphrase' })).toEqual({ is: 'wrong' });
    expect(await door.restore(bytes, { recoveryCode: 'ABCD' })).toEqual({ is: 'wrong' });
    expect(await Dexie.getDatabaseNames()).toEqual([]);
  });
});

describe('a file that is no whole backup', () => {
  async function refusal(bytes: Uint8Array): Promise<unknown> {
    return testDoor().restore(bytes, { passphrase: PASSPHRASE }).catch((error: unknown) => error);
  }

  it('is refused at whatever byte it was cut, and nothing is written', async () => {
    const { bytes } = await backedUp();
    forgetDevice();
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
      expect(await refusal(bytes.subarray(0, length))).toBeInstanceOf(DamagedBackup);
    }), { numRuns: 150 });
    expect(await Dexie.getDatabaseNames()).toEqual([]);
  });

  it('is refused whichever byte was changed, added or doubled, and nothing is written', async () => {
    const { bytes } = await backedUp();
    forgetDevice();
    const change = fc.record({ at: fc.integer({ min: 0, max: bytes.length - 1 }), mask: fc.integer({ min: 1, max: 255 }), insert: fc.boolean() });
    await fc.assert(fc.asyncProperty(change, async ({ at, mask, insert }) => {
      const mutated = Uint8Array.from([...bytes.subarray(0, at), (bytes[at] ?? 0) ^ mask, ...bytes.subarray(insert ? at : at + 1)]);
      const error = await refusal(mutated);
      expect(error instanceof DamagedBackup || error instanceof NewerFormat).toBe(true);
    }), { numRuns: 300 });
    expect(await Dexie.getDatabaseNames()).toEqual([]);
  });

  it('is restored where it is whole (control)', async () => {
    const { bytes, vaultId } = await backedUp();
    forgetDevice();
    expect(await refusal(bytes)).toEqual({ is: 'restored', vaultId });
  });

  it('is refused with the way out where it is of a newer format', async () => {
    const { bytes } = await backedUp();
    forgetDevice();
    const newer = Uint8Array.from(Buffer.from(Buffer.from(bytes).toString('latin1').replace('steading-backup 1\n', 'steading-backup 2\n'), 'latin1'));
    expect(await refusal(newer)).toBeInstanceOf(NewerFormat);
    expect(await refusal(new TextEncoder().encode('PK\u0003\u0004 some other file\n\n'))).toMatchObject({ why: 'it is not a Steading backup' });
  });
});

/** Made once by format 1 with 64 MiB of Argon2id. It opens for ever, or records in the field are lost. */
describe('the frozen backup of format 1', () => {
  const FROZEN = new URL('./fixtures/format-1.steadingbackup', import.meta.url);
  const VAULT_ID = '0e189a330ceb1c4b276eec148df27a03';
  const strict = () => testDoor({ weakArgonForTests: false });

  it.each([
    { by: 'passphrase', secret: { passphrase: 'frozen-heron-copper-lantern' } },
    { by: 'recovery code', secret: { recoveryCode: '8BHT-AXPE-NH7S-G5Q5-2VY6-PYM7-7W2J' } },
  ])('restores and opens with its $by, under the limits of the app', async ({ secret }) => {
    const door = strict();
    const restored = await door.restore(new Uint8Array(readFileSync(FROZEN)), secret);
    expect(restored).toEqual({ is: 'restored', vaultId: VAULT_ID });
    const vault = opened('passphrase' in secret ? await door.unlock(VAULT_ID, secret.passphrase) : await door.unlockWithRecoveryCode(VAULT_ID, secret.recoveryCode));
    expect(await vault.read('assessment', 'frozen-1')).toEqual({ id: 'frozen-1', rev: 2, value: { text: 'Written by format 1, twice. Àèô' } });
    expect(vault.list('person')).toEqual([{ table: 'person', id: 'frozen-2', rev: 1, summary: { reference: 'V-0001' } }]);
    expect(await vault.readDraft('assessment:frozen-1')).toEqual({ text: 'A draft' });
    expect((await vault.readLog()).slice(0, 3).map(({ seq, act }) => [seq, act])).toEqual([[1, 'assessment started'], [2, 'record printed'], [4, 'backup made']]);
  });
});
