import { afterEach, describe, expect, it } from 'vitest';
import { StaleRevision, VaultLocked, TakenElsewhere, type OpenVault, type VaultDoor } from '@/vault';
import { seeded } from '../geo/geodesic';
import { doorOn } from './journal/journalDoor';
import { MemoryFiles } from './journal/memoryFiles';
import { forgetDevice, newVault, NOTE, onDisk, PASSPHRASE, testDoor, write } from './testDoor';
import { testChannels, testLocks } from './testTabs';

afterEach(forgetDevice);

/** The full number by `npm run torture`. */
const EDITS = Number(process.env['STEADING_EDITS'] ?? 240);
const RECORDS = ['a0', 'a1', 'a2', 'a3', 'a4'] as const;
/** A tab is left, or taken over, about so often. */
const TAKE_OVER_AFTER = 25;

interface Record { readonly edits: readonly string[] }

/** One officer's tab: edits as told on the screen, and what it is left with in the end. */
interface Told { acknowledged: string[]; stale: number; locked: number; takeOvers: number }

/** Adds one edit to what the tab last read of a record; a tab that read before another saved is told so, reads again, and does it again. */
async function addEdit(vault: OpenVault, id: string, edit: string, told: Told): Promise<void> {
  for (;;) {
    const stored = await vault.read<Record>('assessment', id);
    if (!stored) throw new Error(`${id} is there.`);
    try {
      await vault.save([write(id, { edits: [...stored.value.edits, edit] }, stored.rev)], [NOTE]);
      told.acknowledged.push(edit);
      return;
    } catch (error) {
      // Others saved twenty times in a row: told that nothing was written, and done again.
      if (error instanceof Error && error.message.startsWith('Another window keeps saving')) continue;
      if (!(error instanceof StaleRevision)) throw error;
      told.stale += 1;
    }
  }
}

/** A tab that works until it has made its edits: whenever another took the vault over, it takes it back; without locks it just goes on. */
async function work(door: VaultDoor, vaultId: string, edits: readonly string[], random: () => number): Promise<Told> {
  const told: Told = { acknowledged: [], stale: 0, locked: 0, takeOvers: 0 };
  let vault: OpenVault | null = null;
  let left = 0;
  for (const edit of edits) {
    for (;;) {
      if (!vault) {
        const result = await door.unlock(vaultId, PASSPHRASE, { takeOver: true }).catch((error: unknown) => {
          // A third took it while it was being unlocked: told as such, and tried again.
          if (!(error instanceof TakenElsewhere)) throw error;
          return null;
        });
        if (result === null) continue;
        if (result.is !== 'open') throw new Error(`The vault did not open: ${result.is}`);
        ({ vault } = result);
        told.takeOvers += 1;
        left = 1 + Math.floor(random() * 2 * TAKE_OVER_AFTER);
      }
      try {
        await addEdit(vault, RECORDS[Math.floor(random() * RECORDS.length)] ?? 'a0', edit, told);
        break;
      } catch (error) {
        // The writer is told: this edit is not acknowledged, and is made again in the vault that it takes back.
        if (!(error instanceof VaultLocked)) throw error;
        told.locked += 1;
        vault = null;
      }
    }
    left -= 1;
    if (left > 0) continue;
    await vault.lock();
    vault = null;
  }
  await vault?.lock();
  return told;
}

const editsOf = (tab: number, tabs: number): string[] => Array.from({ length: EDITS / tabs }, (_, at) => `${String(tab)}-${String(at)}`);

async function stored(vaultId: string, door: VaultDoor): Promise<{ readonly edits: readonly string[]; readonly log: number }> {
  const result = await door.unlock(vaultId, PASSPHRASE);
  if (result.is !== 'open') throw new Error(`The vault did not open: ${result.is}`);
  const edits: string[] = [];
  for (const id of RECORDS) edits.push(...(await result.vault.read<Record>('assessment', id))?.value.edits ?? []);
  const log = (await result.vault.readLog()).filter(({ act }) => act === NOTE.act).length;
  await result.vault.lock();
  return { edits, log };
}

async function vaultOf(door: VaultDoor): Promise<string> {
  const { vault } = await newVault(door);
  await vault.save(RECORDS.map((id) => write(id, { edits: [] })), [NOTE]);
  await vault.lock();
  return vault.vaultId;
}

describe(`${String(EDITS)} edits of five records`, () => {
  it.each([2, 3, 4])('in %i tabs that take the vault from each other: none that was acknowledged is lost, none is there twice, all are on the log', async (tabs) => {
    const files = new MemoryFiles();
    const shared = { locks: testLocks(), channel: testChannels(), takeOverPatienceMs: 5_000, files };
    const doors = Array.from({ length: tabs }, () => testDoor(shared));
    const vaultId = await vaultOf(doorOn(files));
    const told = await Promise.all(doors.map((door, tab) => work(door, vaultId, editsOf(tab, tabs), seeded(tab + tabs * 10))));
    const end = await stored(vaultId, doorOn(files));
    expect(told.flatMap(({ acknowledged }) => acknowledged)).toHaveLength(EDITS - EDITS % tabs);
    expect(end.edits.toSorted()).toEqual(told.flatMap(({ acknowledged }) => acknowledged).toSorted());
    expect(end.log).toBe(EDITS - EDITS % tabs + 1);
    expect(told.every(({ takeOvers }) => takeOvers > 1), 'the vault went from tab to tab').toBe(true);
  }, 300_000);

  it('in 4 windows of a browser without locks: whoever read too early is told, and none is lost', async () => {
    const door = testDoor();
    const vaultId = await vaultOf(door);
    const told = await Promise.all([0, 1, 2, 3].map((tab) => work(testDoor(), vaultId, editsOf(tab, 4), seeded(tab))));
    const end = await stored(vaultId, door);
    expect(end.edits.toSorted()).toEqual(told.flatMap(({ acknowledged }) => acknowledged).toSorted());
    expect(end.edits).toHaveLength(EDITS);
    expect(told.reduce((sum, { stale }) => sum + stale, 0), 'they met').toBeGreaterThan(EDITS / 40);
  }, 300_000);

  it('written as read, without asking whether anybody else saved: some are lost (control)', async () => {
    const vaultId = await vaultOf(testDoor());
    await onDisk(vaultId, async (db) => {
      await db.clear.put({ id: 'keyring', rev: 1, text: '' });
      await Promise.all([0, 1, 2, 3].map(async (tab) => {
        for (const edit of editsOf(tab, 4).slice(0, 50)) {
          const before = await db.clear.get('keyring');
          await new Promise((resolve) => { setTimeout(resolve, 1); });
          await db.clear.put({ id: 'keyring', rev: 1, text: `${before?.id === 'keyring' ? before.text : ''}${edit},` });
        }
      }));
      const after = await db.clear.get('keyring');
      expect((after?.id === 'keyring' ? after.text : '').split(',').length - 1).toBeLessThan(200);
    });
  });
});
