import { afterEach, expect, it } from 'vitest';
import { readKeyring } from '@/vault/format/readKeyring';
import { contentOf, readJournal } from '@/vault/journal/readJournal';
import { keysInThisThread } from '@/vault/keyHolder';
import { forgetDevice, newVault, NOTE, onDisk, PASSPHRASE, write } from '../testDoor';
import { doorOn, openedOn } from './journalDoor';
import { MemoryFiles } from './memoryFiles';

afterEach(forgetDevice);

const ERASURE = { event: 'erasure', act: 'record disposed of', about: [], detail: {} } as const;
const WIDE = { floorKiB: 1, ceilingKiB: 1_000_000, mostIterations: 16 };

/** Every text of this record that the journal still gives to whoever has its key. */
async function stillOpen(files: MemoryFiles, vaultId: string): Promise<readonly string[]> {
  const { keys } = keysInThisThread();
  const stored = await onDisk(vaultId, (db) => db.clear.get('keyring'));
  await keys.unlock(await readKeyring(stored?.id === 'keyring' ? stored.text : '', { what: 'vault', argonLimits: WIDE }), { passphrase: PASSPHRASE });
  const folder = await files.open(vaultId);
  const journal = folder === 'held' ? null : await readJournal(folder, vaultId);
  if (folder === 'held' || !journal) throw new Error('There is a journal.');
  const { content, entries } = await contentOf(folder, journal, keys);
  folder.close();
  const [name] = await keys.names('assessment', ['a']);
  const rows = [...content.row, ...entries.flatMap((entry) => entry?.put.row ?? [])].filter(({ id }) => id === name);
  const texts = await keys.open(rows.map((row) => ({ table: 'assessment', row })));
  return [...new Set(texts.filter((text) => text !== null))];
}

async function withRecord() {
  const files = new MemoryFiles();
  const { vault } = await newVault(doorOn(files));
  await vault.save([write('a', 'words about a person'), write('b', 'b')], [NOTE]);
  return { files, vault, erase: () => vault.erase([{ table: 'assessment', id: 'a', baseRev: 1 }], [ERASURE]) };
}

it('an erased record opens from the journal as long as it is not erased (control)', async () => {
  const { files, vault } = await withRecord();
  await vault.lock();
  expect(await stillOpen(files, vault.vaultId)).toHaveLength(1);
});

it('an erased record opens from the journal no more, though the vault is locked while it is erased', async () => {
  const { files, vault, erase } = await withRecord();
  await Promise.all([erase(), vault.lock()]);
  expect(await stillOpen(files, vault.vaultId)).toEqual([]);
});

it('an erased record that the journal could not let go of is told on the log, and goes at the next unlocking', async () => {
  const { files, vault, erase } = await withRecord();
  files.refuses = (name, operation) => operation === 'write' && name.startsWith('snapshot');
  await erase();
  expect((await vault.readLog()).at(-1)?.act).toMatch(/^what was erased is still in the second copy/u);
  await vault.lock();
  expect(await stillOpen(files, vault.vaultId)).toHaveLength(1);
  files.refuses = null;
  await (await openedOn(files, vault.vaultId)).lock();
  expect(await stillOpen(files, vault.vaultId)).toEqual([]);
});

it('what was erased goes at the next unlocking where the files of the journal before could not be emptied', async () => {
  const { files, vault, erase } = await withRecord();
  files.refuses = (name, operation) => operation === 'truncate' && name.startsWith('tail');
  await erase();
  await vault.lock();
  files.refuses = null;
  await (await openedOn(files, vault.vaultId)).lock();
  const tails = ['tail-0', 'tail-1'].filter((name) => files.file(vault.vaultId, name).length > 0);
  expect(tails).toHaveLength(1);
  expect(await stillOpen(files, vault.vaultId)).toEqual([]);
});
