import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { NoSuchVault, StaleRevision, VaultLocked, WeakPassphrase } from '@/vault';
import { forgetDevice, newVault, NOTE, OFFICER, onDisk, opened, PASSPHRASE, reopened, testDoor, write } from './testDoor';

afterEach(forgetDevice);

describe('a vault', () => {
  it('keeps documents, their summaries and their revisions over a lock', async () => {
    const { vault } = await newVault();
    await vault.save([write('a1', { rationale: 'Annual review due' }), write('p1', { reference: 'V-17' }, 0, { table: 'person' })], [NOTE]);
    await vault.save([write('a1', { rationale: 'Annual review done' }, 1)], [NOTE]);
    await vault.lock();

    const again = await reopened(vault.vaultId);
    expect(await again.read('assessment', 'a1')).toEqual({ id: 'a1', rev: 2, value: { rationale: 'Annual review done' } });
    expect(await again.read('person', 'p1')).toEqual({ id: 'p1', rev: 1, value: { reference: 'V-17' } });
    expect(again.list('assessment')).toEqual([{ table: 'assessment', id: 'a1', rev: 2, summary: { of: 'a1' } }]);
    expect(again.officer).toEqual({ officerId: vault.officer.officerId, ...OFFICER });
  });

  it('tells a document that is not there from one that does not open', async () => {
    const { vault } = await newVault();
    expect(await vault.read('assessment', 'nowhere')).toBeNull();
    await vault.save([write('a1', 1)], [NOTE]);
    expect(await vault.read('person', 'a1')).toBeNull();
  });

  it('lists itself on the device without names or dates', async () => {
    const door = testDoor();
    expect(await door.list()).toEqual([]);
    const { vault } = await newVault(door);
    expect(await door.list()).toEqual([{ vaultId: vault.vaultId, kind: 'work', code: vault.code }]);
    expect(vault.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/u);
  });

  it('fills index pages of at most 512 entries and 32 KiB, and finds everything after a lock', async () => {
    const { vault } = await newVault();
    await vault.save(Array.from({ length: 700 }, (_, at) => write(`a${String(at)}`, at)), [NOTE]);
    await vault.save([write('late', 'one more'), write('a3', 'changed', 1)], [NOTE]);
    await vault.lock();
    const sizes = await onDisk(vault.vaultId, async (db) => (await db.page.toArray()).map(({ ct }) => ct.length));
    const TAG_BYTES = 16;
    expect(sizes.sort((a, b) => a - b)).toEqual([16 * 1024 + TAG_BYTES, 32 * 1024 + TAG_BYTES]);
    const again = await reopened(vault.vaultId);
    expect(again.list('assessment')).toHaveLength(701);
    expect((await again.read('assessment', 'a3'))?.value).toBe('changed');
    expect((await again.read('assessment', 'a699'))?.value).toBe(699);
  });

  it('keeps pages of 32 KiB where what is listed of a record is long, and one that is longer than that on a page of its own', async () => {
    const { vault } = await newVault();
    const listed = (id: string, letters: number) => write(id, id, 0, { summary: { of: 'x'.repeat(letters) } });
    await vault.save([...Array.from({ length: 60 }, (_, at) => listed(`a${String(at)}`, 1_000)), listed('long', 40_000), listed('last', 10)], [NOTE]);
    await vault.lock();
    const sizes = await onDisk(vault.vaultId, async (db) => (await db.page.toArray()).map(({ ct }) => ct.length - 16));
    expect(sizes.sort((a, b) => a - b)).toEqual([1, 32, 32, 64].map((kib) => kib * 1024));
    const again = await reopened(vault.vaultId);
    expect(again.list('assessment')).toHaveLength(62);
    await again.erase([{ table: 'assessment', id: 'long', baseRev: 1 }], [{ ...NOTE, event: 'erasure' }]);
    expect(again.list('assessment').map(({ id }) => id)).not.toContain('long');
    expect((await again.read('assessment', 'last'))?.value).toBe('last');
  });

  it('saves a copy: what the screen changes afterwards is not saved', async () => {
    const { vault } = await newVault();
    const value = { answer: 'met' };
    const saving = vault.save([write('a1', value)], [NOTE]);
    value.answer = 'notMet';
    await saving;
    expect((await vault.read('assessment', 'a1'))?.value).toEqual({ answer: 'met' });
  });

  it('refuses a save without a log entry, the same document twice, and what JSON cannot hold', async () => {
    const { vault } = await newVault();
    await expect(vault.save([write('a1', 1)], [])).rejects.toThrow(/log entry/u);
    await expect(vault.save([write('a1', 1), write('a1', 2)], [NOTE])).rejects.toThrow(/once/u);
    await expect(vault.save([write('a1', Number.NaN)], [NOTE])).rejects.toThrow(TypeError);
    expect(vault.list('assessment')).toEqual([]);
  });

  it('refuses everything once locked, and can be locked twice', async () => {
    const { vault } = await newVault();
    await vault.lock();
    await vault.lock();
    await expect(vault.read('assessment', 'a1')).rejects.toThrow(VaultLocked);
    await expect(vault.save([write('a1', 1)], [NOTE])).rejects.toThrow(VaultLocked);
    await expect(vault.saveDraft('d', 1)).rejects.toThrow(VaultLocked);
  });

  it('is made with a long passphrase only, and leaves nothing behind otherwise', async () => {
    const door = testDoor();
    await expect(door.create({ kind: 'work', officer: OFFICER, passphrase: 'fourteen chars' })).rejects.toThrow(WeakPassphrase);
    await expect(door.unlock('0'.repeat(32), PASSPHRASE)).rejects.toThrow(NoSuchVault);
    expect(await Dexie.getDatabaseNames()).toEqual([]);
  });
});

describe('a draft', () => {
  it('is overwritten in place, survives a lock, and is never logged', async () => {
    const { vault } = await newVault();
    await vault.saveDraft('assessment:a1', { text: 'He said' });
    await vault.saveDraft('assessment:a1', { text: 'He said that' });
    expect(await vault.readLog()).toEqual([]);
    await vault.lock();
    expect(await onDisk(vault.vaultId, (db) => db.draft.count())).toBe(1);
    expect(await onDisk(vault.vaultId, (db) => db.log.count())).toBe(0);
    const again = await reopened(vault.vaultId);
    expect(await again.readDraft('assessment:a1')).toEqual({ text: 'He said that' });
    expect(await again.readDraft('other')).toBeNull();
    await again.dropDraft('assessment:a1');
    expect(await again.readDraft('assessment:a1')).toBeNull();
  });

  it('is dropped with the save it became, even while an autosave is on its way', async () => {
    const { vault } = await newVault();
    const autosave = vault.saveDraft('assessment:a1', { text: 'late' });
    await vault.save([write('a1', { text: 'final' })], [NOTE], ['assessment:a1']);
    await autosave;
    expect(await vault.readDraft('assessment:a1')).toBeNull();
  });

  it('stays where the save fails', async () => {
    const { vault } = await newVault();
    await vault.saveDraft('d', 'precious');
    await expect(vault.save([write('a1', 1, 7)], [NOTE], ['d'])).rejects.toThrow(StaleRevision);
    expect(await vault.readDraft('d')).toBe('precious');
  });
});

describe('the passphrase', () => {
  it('can be changed: the new one opens, the old one does not, the recovery code still does', async () => {
    const door = testDoor();
    const { vault, recoveryCode } = await newVault(door);
    await vault.save([write('a1', 'kept')], [NOTE]);
    await expect(vault.changePassphrase('too short')).rejects.toThrow(WeakPassphrase);
    await vault.changePassphrase('an entirely different sentence');
    await vault.changePassphrase('a third sentence, straight after');
    await vault.lock();
    expect((await door.unlock(vault.vaultId, PASSPHRASE)).is).toBe('wrong');
    expect((await door.unlock(vault.vaultId, 'an entirely different sentence')).is).toBe('wrong');
    const again = opened(await door.unlock(vault.vaultId, 'a third sentence, straight after'));
    expect((await again.read('assessment', 'a1'))?.value).toBe('kept');
    await again.lock();
    opened(await door.unlockWithRecoveryCode(vault.vaultId, recoveryCode));
  });

  it('makes a new recovery code, after which the old one opens nothing', async () => {
    const door = testDoor();
    const { vault, recoveryCode } = await newVault(door);
    await vault.save([write('a1', 'kept')], [NOTE]);
    const next = await vault.newRecoveryCode();
    expect(next).not.toBe(recoveryCode);
    expect((await vault.readLog()).at(-1)?.act).toBe('recovery code changed');
    await vault.lock();
    expect((await door.unlockWithRecoveryCode(vault.vaultId, recoveryCode)).is).toBe('wrong');
    const again = opened(await door.unlockWithRecoveryCode(vault.vaultId, next));
    expect((await again.read('assessment', 'a1'))?.value).toBe('kept');
    await again.lock();
    opened(await door.unlock(vault.vaultId, PASSPHRASE));
  });

  it('opens however the accents were typed', async () => {
    const door = testDoor();
    const { vault } = await door.create({ kind: 'training', officer: OFFICER, passphrase: 'Caf\u00e9 of the long afternoon' });
    await vault.lock();
    opened(await door.unlock(vault.vaultId, 'Cafe\u0301 of the long afternoon'));
  });
});

describe('the recovery code', () => {
  it('opens the vault, typing slips of look-alikes included, and that is logged', async () => {
    const door = testDoor({ random: (count) => new Uint8Array(count).fill(8) });
    const { vault, recoveryCode } = await newVault(door);
    await vault.lock();
    const typed = recoveryCode.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ');
    expect(typed).toMatch(/[ol]/u);
    const again = opened(await door.unlockWithRecoveryCode(vault.vaultId, typed));
    expect((await again.readLog()).map(({ act }) => act)).toEqual(['opened with the recovery code']);
  });

  it('is refused where a character is wrong', async () => {
    const door = testDoor();
    const { vault, recoveryCode } = await newVault(door);
    await vault.lock();
    const slip = (recoveryCode.startsWith('A') ? 'B' : 'A') + recoveryCode.slice(1);
    expect(await door.unlockWithRecoveryCode(vault.vaultId, slip)).toEqual({ is: 'wrong', freeTriesLeft: 5, waitUntil: null });
  });
});
