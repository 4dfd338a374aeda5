import { writePack } from '@/geo';
import { usePacks, useSession } from '@/stores';
import type { PackShelf } from '@/vault';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { contentFixture, sha256 } from '../geo/contentFixture';
import { fakeDoor, fakeVault } from '../views/fakeDoor';
import { stores, testShelf } from './stores';

let bytes: { work: Uint8Array<ArrayBuffer>; other: Uint8Array<ArrayBuffer>; training: Uint8Array<ArrayBuffer> };
const file = (kind: keyof typeof bytes) => new File([bytes[kind]], `${kind}.steadingpack`);
function damaged(): File {
  const copy = bytes.other.slice();
  // In front of the basemap of 100 bytes, which is held against its hash when it is taken in alone.
  const at = copy.length - 120;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return new File([copy], 'damaged.steadingpack');
}

beforeAll(async () => {
  const make = async (title: string, training: boolean) => new Uint8Array(await writePack(contentFixture({ title, training }), { sha256 }));
  bytes = { work: await make('Testshire', false), other: await make('Othershire', false), training: await make('Kinlowrie, fictional', true) };
});

function packsOf(kind: 'work' | 'training', shelf: PackShelf = testShelf()) {
  const { pinia } = stores({ door: fakeDoor().door, shelf });
  useSession(pinia).vault = fakeVault({ kind });
  return usePacks(pinia);
}

describe('the pack of a vault of real work', () => {
  it('is taken in, is in use, and is there at the next unlock', async () => {
    const shelf = testShelf();
    const packs = packsOf('work', shelf);
    await packs.load();
    expect([packs.pack, packs.failure]).toEqual([null, null]);
    expect(await packs.takeIn(file('work'))).toBe(true);
    expect(packs.header?.title).toBe('Testshire');
    const later = packsOf('work', shelf);
    await later.load();
    expect(later.header?.title).toBe('Testshire');
  });

  it.each([
    ['a damaged file', damaged],
    ['a file that is no pack', () => new File(['PK: something else'], 'x.zip')],
    ['a file that is cut short', () => new File([bytes.other.slice(0, -100)], 'short.steadingpack')],
    ['the training area', () => file('training')],
  ])('stays in use where %s is offered, and says why', async (_, offered) => {
    const shelf = testShelf();
    const put = vi.spyOn(shelf, 'put');
    const packs = packsOf('work', shelf);
    await packs.takeIn(file('work'));
    put.mockClear();
    expect(await packs.takeIn(offered())).toBe(false);
    expect(put).not.toHaveBeenCalled();
    expect(packs.failure).toMatch(/.{20}/u);
    expect(packs.header?.title).toBe('Testshire');
    expect(packs.progress).toBeNull();
    await packs.load();
    expect(packs.header?.title).toBe('Testshire');
  });

  it('stays in use where the device has no room for the next', async () => {
    const shelf = testShelf();
    const packs = packsOf('work', shelf);
    await packs.takeIn(file('work'));
    vi.spyOn(shelf, 'put').mockRejectedValue(new Error('There is not enough room on this device for the pack.'));
    expect(await packs.takeIn(file('other'))).toBe(false);
    expect([packs.header?.title, packs.failure]).toEqual(['Testshire', 'There is not enough room on this device for the pack.']);
  });

  it('is told when it has gone bad on disk, and is not taken for an empty one', async () => {
    const packs = packsOf('work', testShelf({ inUse: () => Promise.resolve(damaged()) }));
    await packs.load();
    expect(packs.pack).toBeNull();
    expect(packs.failure).toMatch(/.{20}/u);
  });

  it('is never the training area, though that lay in its place on disk', async () => {
    const packs = packsOf('work', testShelf({ inUse: () => Promise.resolve(file('training')) }));
    await packs.load();
    expect(packs.pack).toBeNull();
    expect(packs.failure).toContain('fictional training area');
  });
});

describe('the pack of the training vault', () => {
  it('is the training area, whatever is in use for real work', async () => {
    const shelf = testShelf();
    await packsOf('work', shelf).takeIn(file('work'));
    await shelf.putTraining(bytes.training);
    const packs = packsOf('training', shelf);
    await packs.load();
    expect(packs.header?.title).toBe('Kinlowrie, fictional');
  });

  it('is never a real area, neither from disk nor from a file', async () => {
    const packs = packsOf('training', testShelf({ training: () => Promise.resolve(file('work')) }));
    await packs.load();
    expect([packs.pack, packs.failure]).toEqual([null, expect.stringContaining('keeps to its own area')]);
    expect(await packs.takeIn(file('work'))).toBe(false);
    expect(packs.pack).toBeNull();
  });

  it('takes no file in: its own would land where the pack of real work lies', async () => {
    const shelf = testShelf();
    await packsOf('work', shelf).takeIn(file('work'));
    expect(await packsOf('training', shelf).takeIn(file('training'))).toBe(false);
    const work = packsOf('work', shelf);
    await work.load();
    expect(work.header?.title).toBe('Testshire');
  });
});
