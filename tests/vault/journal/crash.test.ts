import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OpenVault } from '@/vault';
import { VaultDatabase } from '@/vault/database';
import { forgetDevice, newVault, NOTE, write } from '../testDoor';
import { deleteDatabase, doorOn, openedOn, repairOn } from './journalDoor';
import { MemoryFiles } from './memoryFiles';

afterEach(() => {
  vi.restoreAllMocks();
  forgetDevice();
});

type Step = { readonly is: 'save'; readonly id: string } | { readonly is: 'draft' } | { readonly is: 'drop' };

/** What a device was told to be safe, and what was on its way when it went off. */
interface Told {
  readonly revs: Map<string, number>;
  draft: number | null;
  readonly onTheWay: { id: string; rev: number } | { draft: number | null } | null;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.oneof(
  fc.record({ is: fc.constant('save' as const), id: fc.constantFrom('a1', 'a2', 'a3') }),
  fc.constant({ is: 'draft' as const }), fc.constant({ is: 'drop' as const }),
), { minLength: 1, maxLength: 6 });

async function work(vault: OpenVault, todo: readonly Step[]): Promise<Told> {
  const revs = new Map<string, number>();
  let draft: number | null = null;
  for (const [at, step] of todo.entries()) {
    const next: { id: string; rev: number } | { draft: number | null } = step.is === 'save' ? { id: step.id, rev: (revs.get(step.id) ?? 0) + 1 } : { draft: step.is === 'draft' ? at : null };
    try {
      if ('id' in next) {
        await vault.save([write(next.id, `${next.id} ${String(next.rev)}`, next.rev - 1)], [NOTE]);
        revs.set(next.id, next.rev);
      } else {
        await (next.draft === null ? vault.dropDraft('d') : vault.saveDraft('d', next.draft));
        draft = next.draft;
      }
    } catch {
      return { revs, draft, onTheWay: next };
    }
  }
  return { revs, draft, onTheWay: null };
}

/** Each acknowledged save is there; the one on its way is there whole or not at all. */
async function expectKept(vault: OpenVault, { revs, draft, onTheWay }: Told): Promise<void> {
  for (const id of ['a1', 'a2', 'a3']) {
    const stored = await vault.read<string>('assessment', id);
    const acknowledged = revs.get(id) ?? 0;
    const allowed = onTheWay && 'id' in onTheWay && onTheWay.id === id ? [acknowledged, onTheWay.rev] : [acknowledged];
    expect(allowed).toContain(stored?.rev ?? 0);
    if (stored) expect(stored.value).toBe(`${id} ${String(stored.rev)}`);
    expect(vault.list('assessment').find((entry) => entry.id === id)?.rev ?? 0).toBe(stored?.rev ?? 0);
  }
  const kept = await vault.readDraft<number>('d');
  expect(onTheWay && 'draft' in onTheWay ? [draft, onTheWay.draft] : [draft]).toContain(kept);
  await vault.readLog();
}

/** The database goes off as well: its transactions are refused from a given one on, before or after they commit. */
function cutDatabase(files: MemoryFiles): void {
  const transact = VaultDatabase.prototype.transaction;
  vi.spyOn(VaultDatabase.prototype, 'transaction').mockImplementation(function mocked(this: VaultDatabase, ...args: unknown[]) {
    if (files.isCut && args[0] === 'rw') throw new Error('The device is off.');
    return (transact as (...all: unknown[]) => never).apply(this, args);
  });
}

describe('a device that goes off', () => {
  it('at any operation and any byte of the journal loses nothing that was acknowledged, and leaves no half save', async () => {
    await fc.assert(fc.asyncProperty(steps, fc.integer({ min: 0, max: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), async (todo, after, share, zeros) => {
      forgetDevice();
      const files = new MemoryFiles();
      const { vault } = await newVault(doorOn(files));
      files.cutAfter({ after, share, zeros });
      cutDatabase(files);
      const told = await work(vault, todo);
      await vault.lock();
      vi.restoreAllMocks();
      files.restart();
      await expectKept(await openedOn(files, vault.vaultId), told);
    }), { numRuns: 50 });
  });

  it('between journal and database: the save is finished at the next unlocking', async () => {
    const files = new MemoryFiles();
    const { vault } = await newVault(doorOn(files));
    await vault.save([write('a1', 'a1 1')], [NOTE]);
    const transact = VaultDatabase.prototype.transaction;
    vi.spyOn(VaultDatabase.prototype, 'transaction').mockImplementation(function mocked(this: VaultDatabase, ...args: unknown[]) {
      if (args[0] === 'rw') return new Promise(() => undefined) as never;
      return (transact as (...all: unknown[]) => never).apply(this, args);
    });
    void vault.save([write('a1', 'a1 2', 1)], [NOTE]);
    await vi.waitFor(() => { expect(VaultDatabase.prototype.transaction).toHaveBeenCalledWith('rw', expect.anything(), expect.anything()); }, { timeout: 10_000 });
    vi.restoreAllMocks();
    files.restart();
    const again = await openedOn(files, vault.vaultId);
    expect(await again.read('assessment', 'a1')).toEqual({ id: 'a1', rev: 2, value: 'a1 2' });
    expect(again.secondCopy()).toEqual({ is: 'kept' });
  });

  it('and whose database is gone afterwards still has every acknowledged save', async () => {
    await fc.assert(fc.asyncProperty(steps, fc.integer({ min: 0, max: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), async (todo, after, share) => {
      forgetDevice();
      const files = new MemoryFiles();
      const { vault } = await newVault(doorOn(files));
      files.cutAfter({ after, share });
      cutDatabase(files);
      const told = await work(vault, todo);
      await vault.lock();
      vi.restoreAllMocks();
      files.restart();
      await deleteDatabase(vault.vaultId);
      await expectKept(await (await repairOn(files, vault.vaultId)).run(), told);
    }), { numRuns: 25 });
  });

  it('loses acknowledged saves where there is no journal and the database goes (control)', async () => {
    const { vault } = await newVault(doorOn(null));
    await work(vault, [{ is: 'save', id: 'a1' }]);
    await deleteDatabase(vault.vaultId);
    await expect(openedOn(null, vault.vaultId)).rejects.toThrow(/holds no such vault/u);
  });

  it('in the middle of a new snapshot keeps the old one, whichever step and byte it was', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), async (after, share) => {
      forgetDevice();
      const files = new MemoryFiles();
      const { vault } = await newVault(doorOn(files));
      const large = 'x'.repeat(1_400_000);
      for (let rev = 0; rev < 2; rev += 1) await vault.save([write('a1', { rev, large }, rev)], [NOTE]);
      files.cutAfter({ after: after + 1, share });
      await vault.save([write('a1', { rev: 2, large }, 2)], [NOTE]);
      await vault.readDraft('none').catch(() => undefined);
      await vault.lock();
      files.restart();
      const again = await openedOn(files, vault.vaultId);
      expect((await again.read<{ rev: number }>('assessment', 'a1'))?.value.rev).toBe(2);
      expect(again.secondCopy().is).toBe('kept');
      await again.lock();
      await deleteDatabase(vault.vaultId);
      const rebuilt = await (await repairOn(files, vault.vaultId)).run();
      expect((await rebuilt.read<{ rev: number }>('assessment', 'a1'))?.value.rev).toBe(2);
    }), { numRuns: 10 });
  });
});
