import { afterEach, describe, expect, it, vi } from 'vitest';
import { StaleRevision, type OpenVault } from '@/vault';
import type { VaultDatabase } from '@/vault/database';
import { forgetDevice, newVault, NOTE, onDisk, reopened, write } from './testDoor';

afterEach(() => {
  vi.restoreAllMocks();
  forgetDevice();
});

/** Two windows on one vault, without Web Locks: only the revision check keeps their edits apart. */
async function twoWindows(): Promise<readonly [OpenVault, OpenVault]> {
  const { vault } = await newVault();
  await vault.save([write('a1', { edits: [] })], [NOTE]);
  return [vault, await reopened(vault.vaultId)];
}

async function addEdit(vault: OpenVault, edit: string): Promise<void> {
  for (;;) {
    const stored = await vault.read<{ edits: string[] }>('assessment', 'a1');
    if (!stored) throw new Error('a1 is there.');
    try {
      await vault.save([write('a1', { edits: [...stored.value.edits, edit] }, stored.rev)], [NOTE]);
      return;
    } catch (error) {
      if (!(error instanceof StaleRevision)) throw error;
    }
  }
}

/** As an app without the check would do it: read, wait, write. */
async function addEditNaively(db: VaultDatabase, edit: string): Promise<void> {
  const stored = await db.clear.get('keyring');
  const before = stored?.id === 'keyring' ? stored.text : '';
  await new Promise((resolve) => setTimeout(resolve, 1));
  await db.clear.put({ id: 'keyring', rev: 1, text: `${before}${edit},` });
}

describe('two windows', () => {
  it('refuses the save of whoever read before the other saved', async () => {
    const [one, two] = await twoWindows();
    await one.save([write('a1', 'from one', 1)], [NOTE]);
    const late = two.save([write('a1', 'from two', 1)], [NOTE]);
    await expect(late).rejects.toThrow(StaleRevision);
    await expect(late).rejects.toMatchObject({ table: 'assessment', id: 'a1', baseRev: 1, storedRev: 2 });
    expect(await two.read('assessment', 'a1')).toEqual({ id: 'a1', rev: 2, value: 'from one' });
  });

  it('lose none of 60 racing edits, and the log holds every one', async () => {
    const [one, two] = await twoWindows();
    await Promise.all([one, two].map(async (vault, window) => {
      for (let at = 0; at < 30; at += 1) await addEdit(vault, `${String(window)}-${String(at)}`);
    }));
    const stored = await one.read<{ edits: string[] }>('assessment', 'a1');
    expect(new Set(stored?.value.edits).size).toBe(60);
    expect(await one.readLog()).toHaveLength(61);
  });

  it('would lose some without the check (control)', async () => {
    const { vault } = await newVault();
    await onDisk(vault.vaultId, async (db) => {
      await db.clear.clear();
      await Promise.all(['x', 'y'].map(async (window) => {
        for (let at = 0; at < 30; at += 1) await addEditNaively(db, `${window}${String(at)}`);
      }));
      const stored = await db.clear.get('keyring');
      expect((stored?.id === 'keyring' ? stored.text : '').split(',').length - 1).toBeLessThan(60);
    });
  });

  it('keep both of two different documents on one index page', async () => {
    const [one, two] = await twoWindows();
    await one.save([write('b1', 1)], [NOTE]);
    await two.save([write('b2', 2)], [NOTE]);
    await one.save([write('b3', 3)], [NOTE]);
    const ids = (await reopened(one.vaultId)).list('assessment').map(({ id }) => id);
    expect(ids).toEqual(['a1', 'b1', 'b2', 'b3']);
  });
});

describe('a save that is cut off', () => {
  it('leaves all or nothing, whichever step it was cut at', async () => {
    const { vault } = await newVault();
    await vault.save([write('a1', 'old')], [NOTE]);
    await vault.saveDraft('d', 'draft');
    const snapshot = () => onDisk(vault.vaultId, (db) => Promise.all(db.tables.map((table) => table.toArray())));
    const before = await snapshot();
    const { IDBObjectStore } = await import('fake-indexeddb');
    for (const cutAt of [1, 2, 3]) {
      let writes = 0;
      for (const method of ['put', 'add'] as const) {
        const original = IDBObjectStore.prototype[method];
        vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function cut(this: IDBObjectStore, ...args: Parameters<IDBObjectStore['put']>) {
          writes += 1;
          if (writes === cutAt) this.transaction.abort();
          return original.apply(this, args);
        });
      }
      await expect(vault.save([write('a1', 'new', 1), write('a2', 'new')], [NOTE], ['d'])).rejects.toThrow();
      vi.restoreAllMocks();
      expect(await snapshot()).toEqual(before);
    }
    await vault.save([write('a1', 'new', 1), write('a2', 'new')], [NOTE], ['d']);
    expect(await snapshot()).not.toEqual(before);
    expect(await vault.readLog()).toHaveLength(2);
  });
});
