import { describe, expect, it } from 'vitest';
import { StaleRevision } from '@/vault';
import { newVault, NOTE, onDisk, reopened, write } from './testDoor';

const ERASURE = { event: 'erasure', act: 'record disposed of', about: [], detail: {} } as const;
const gone = (id: string, baseRev = 1) => ({ table: 'assessment', id, baseRev }) as const;

async function vaultOf(...ids: readonly string[]) {
  const { vault } = await newVault();
  await vault.save(ids.map((id) => write(id, { text: `words of ${id}` })), [NOTE]);
  return vault;
}

describe('erasing documents', () => {
  it('takes rows, entries of the lists and drafts away at once, with a log entry, and leaves the others', async () => {
    const vault = await vaultOf('a', 'b', 'c');
    await vault.saveDraft('assessment:b', 'typed');
    await vault.erase([gone('b')], [ERASURE], { dropDrafts: ['assessment:b'], writes: [write('c', { text: 'beside' }, 1)] });
    await vault.lock();
    const again = await reopened(vault.vaultId);
    expect(again.list('assessment').map(({ id }) => id)).toEqual(['a', 'c']);
    expect(await again.read('assessment', 'b')).toBeNull();
    expect(await again.readDraft('assessment:b')).toBeNull();
    expect((await again.read('assessment', 'c'))?.value).toEqual({ text: 'beside' });
    expect(await onDisk(vault.vaultId, (db) => db.row.count())).toBe(2);
    expect((await again.readLog()).filter(({ event }) => event === 'erasure').map(({ act }) => act)).toEqual(['record disposed of']);
  });

  it('erases nothing where one of them was saved since it was judged', async () => {
    const vault = await vaultOf('a', 'b');
    await vault.save([write('b', { text: 'newer' }, 1)], [NOTE]);
    await expect(vault.erase([gone('a'), gone('b')], [ERASURE])).rejects.toBeInstanceOf(StaleRevision);
    expect(vault.list('assessment').map(({ id }) => id)).toEqual(['a', 'b']);
    expect((await vault.read('assessment', 'a'))?.value).toEqual({ text: 'words of a' });
  });

  it('is refused without a log entry, and where a document is written and erased at once', async () => {
    const vault = await vaultOf('a');
    await expect(vault.erase([gone('a')], [])).rejects.toThrow('log entry');
    await expect(vault.erase([gone('a')], [ERASURE], { writes: [write('a', 1, 1)] })).rejects.toThrow('once');
    expect(vault.list('assessment')).toHaveLength(1);
  });

  it('lets a document of the same id begin anew at revision 1', async () => {
    const vault = await vaultOf('a');
    await vault.erase([gone('a')], [ERASURE]);
    await vault.save([write('a', { text: 'new' })], [NOTE]);
    expect(await vault.read('assessment', 'a')).toMatchObject({ rev: 1, value: { text: 'new' } });
  });
});
