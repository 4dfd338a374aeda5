import { type OpenPack, writePack } from '@/geo';
import { usePacks, usePublishers, useSession } from '@/stores';
import type { LogNote, OpenVault, PackShelf, Stored } from '@/vault';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { contentFixture, sha256 } from '../geo/contentFixture';
import { newSigner, signedPack } from '../geo/pack/signer';
import { fakeDoor, fakeVault } from '../views/fakeDoor';
import { NOW, stores, testShelf } from './stores';

type Kind = 'first' | 'next' | 'otherKey' | 'otherArea' | 'unsigned' | 'forged' | 'training';
let bytes: Record<Kind, Uint8Array<ArrayBuffer>>;
let fingerprints: { council: string; stranger: string };
const file = (kind: Kind) => new File([bytes[kind]], `${kind}.steadingpack`);

beforeAll(async () => {
  const [council, stranger] = [await newSigner(), await newSigner()];
  fingerprints = { council: council.fingerprint, stranger: stranger.fingerprint };
  const content = (title: string, more = {}) => contentFixture({ title, training: false, ...more });
  const first = await signedPack(content('First'), 'Testshire Council', council);
  const forged = first.slice();
  forged[forged.length - 40] = (forged[forged.length - 40] ?? 0) ^ 1;
  bytes = {
    first, forged, next: await signedPack(content('Next'), 'Testshire Council', council), otherKey: await signedPack(content('Other key'), 'Testshire Council', stranger),
    otherArea: await signedPack(content('Other area', { area: { ...contentFixture().area, name: 'Othershire', councilCode: 'S12000098' } }), 'Othershire Council', stranger),
    unsigned: new Uint8Array(await writePack(content('Unsigned'), { sha256 })), training: new Uint8Array(await writePack(contentFixture({ title: 'Kinlowrie' }), { sha256 })),
  };
});

/** A vault that keeps its documents and its log in memory. */
function memoryVault(kind: 'work' | 'training' = 'work') {
  const kept = new Map<string, Stored>();
  const log: LogNote[] = [];
  const save: OpenVault['save'] = (writes, notes) => {
    for (const { table, id, baseRev, value } of writes) {
      if ((kept.get(`${table}/${id}`)?.rev ?? 0) !== baseRev) throw new Error('stale');
      kept.set(`${table}/${id}`, { id, rev: baseRev + 1, value: structuredClone(JSON.parse(JSON.stringify(value))) });
    }
    log.push(...notes);
    return Promise.resolve(writes.map(({ id, baseRev }) => ({ id, rev: baseRev + 1 })));
  };
  const vault = fakeVault({ kind, read: <T>(table: string, id: string) => Promise.resolve((kept.get(`${table}/${id}`) ?? null) as Stored<T> | null), save: vi.fn(save) });
  return { vault, log, kept };
}

function packsOf(vault: OpenVault, shelf: PackShelf = testShelf()) {
  const { pinia } = stores({ door: fakeDoor().door, shelf });
  useSession(pinia).vault = vault;
  return { packs: usePacks(pinia), publishers: usePublishers(pinia), shelf };
}
const titleOf = (packs: { pack: OpenPack | null }) => packs.pack?.header.title ?? null;

describe('the publisher of area packs', () => {
  it('is pinned with the first signed pack, sealed in the vault and on its log, and later packs of the same key are used without a question', async () => {
    const { vault, log, kept } = memoryVault();
    const { packs, publishers } = packsOf(vault);
    expect(await packs.takeIn(file('first'))).toBe(true);
    expect(packs.pack?.signature).toEqual({ publisher: 'Testshire Council', fingerprint: fingerprints.council });
    expect(publishers.publishers.pins).toEqual([{ publisher: 'Testshire Council', fingerprint: fingerprints.council, areaName: 'Testshire', councilCode: 'S12000099', pinnedAt: NOW, pinnedBy: vault.officer.name }]);
    expect(log).toEqual([expect.objectContaining({ event: 'collection', act: 'publisher of area packs accepted', detail: expect.objectContaining({ fingerprint: fingerprints.council }) as unknown })]);
    expect(await packs.takeIn(file('next'))).toBe(true);
    expect([titleOf(packs), packs.inDoubt, log.length, kept.get('office/publishers')?.rev]).toEqual(['Next', null, 1, 1]);
  });

  it.each([
    ['signed by another key', 'otherKey', 'otherKey'], ['from a publisher that is not known', 'otherArea', 'otherPublisher'], ['not signed', 'unsigned', 'unsigned'],
  ] as const)('a pack %s is asked about, and nothing is stored or used before the answer', async (_what, kind, why) => {
    const { vault, log } = memoryVault();
    const { packs, shelf } = packsOf(vault);
    await packs.takeIn(file('first'));
    const put = vi.spyOn(shelf, 'put');
    expect(await packs.takeIn(file(kind))).toBe(false);
    expect(packs.inDoubt?.trust).toMatchObject({ is: 'ask', why, pins: [{ fingerprint: fingerprints.council }] });
    expect([titleOf(packs), packs.failure, put.mock.calls.length, log.length]).toEqual(['First', null, 0, 1]);
    packs.declineInDoubt();
    expect([titleOf(packs), packs.inDoubt, put.mock.calls.length]).toEqual(['First', null, 0]);
  });

  it.each(['otherKey', 'otherArea', 'unsigned'] as const)('a pack in doubt (%s) that the officer accepts is used, on the log, and not asked about at the next unlock', async (kind) => {
    const { vault, log } = memoryVault();
    const { packs, shelf } = packsOf(vault);
    await packs.takeIn(file('first'));
    await packs.takeIn(file(kind));
    expect(await packs.acceptInDoubt()).toBe(true);
    expect([packs.inDoubt, packs.pack?.signature?.fingerprint ?? null]).toEqual([null, kind === 'unsigned' ? null : fingerprints.stranger]);
    expect(log.at(-1)).toMatchObject({ event: 'alteration', act: kind === 'unsigned' ? 'area pack without a signature accepted' : 'publisher of area packs accepted' });
    const later = packsOf(vault, shelf).packs;
    await later.load();
    expect([titleOf(later), later.inDoubt]).toEqual([titleOf(packs), null]);
  });

  it('asks about the first key again, once another has taken its place', async () => {
    const { packs } = packsOf(memoryVault().vault);
    await packs.takeIn(file('first'));
    await packs.takeIn(file('otherKey'));
    await packs.acceptInDoubt();
    expect(await packs.takeIn(file('next'))).toBe(false);
    expect(packs.inDoubt?.trust).toMatchObject({ why: 'otherKey', pins: [{ fingerprint: fingerprints.stranger }] });
  });

  it('is asked about at an unlock too, where another vault of the device took the pack in', async () => {
    const shelf = testShelf();
    const mine = memoryVault().vault;
    await packsOf(mine, shelf).packs.takeIn(file('first'));
    await packsOf(memoryVault().vault, shelf).packs.takeIn(file('otherKey'));
    const { packs } = packsOf(mine, shelf);
    await packs.load();
    expect([titleOf(packs), packs.inDoubt?.trust.why, packs.inDoubt?.file]).toEqual([null, 'otherKey', null]);
    expect(await packs.acceptInDoubt()).toBe(true);
    expect(titleOf(packs)).toBe('Other key');
  });

  it('is pinned at the unlock in which a vault first meets it', async () => {
    const shelf = testShelf();
    await packsOf(memoryVault().vault, shelf).packs.takeIn(file('first'));
    const { packs, publishers } = packsOf(memoryVault().vault, shelf);
    await packs.load();
    expect([titleOf(packs), publishers.publishers.pins.length]).toEqual(['First', 1]);
  });

  it('is refused where the signature does not hold, at the import and at the unlock', async () => {
    const { packs } = packsOf(memoryVault().vault);
    expect(await packs.takeIn(file('forged'))).toBe(false);
    expect([packs.pack, packs.inDoubt, packs.failure]).toEqual([null, null, expect.stringContaining('does not hold')]);
    const onDisk = packsOf(memoryVault().vault, testShelf({ inUse: () => Promise.resolve(file('forged')) })).packs;
    await onDisk.load();
    expect([onDisk.pack, onDisk.failure]).toEqual([null, expect.stringContaining('does not hold')]);
  });

  it('is nobody for unsigned packs as long as none was signed: they are used, and pinned is nothing', async () => {
    const { vault, log } = memoryVault();
    const { packs } = packsOf(vault);
    expect(await packs.takeIn(file('unsigned'))).toBe(true);
    expect([packs.pack?.signature, log]).toEqual([null, []]);
  });

  it('is not kept where the pack could not be stored', async () => {
    const { vault, kept } = memoryVault();
    const { packs } = packsOf(vault, testShelf({ put: () => Promise.reject(new Error('No room.')) }));
    expect(await packs.takeIn(file('first'))).toBe(false);
    expect([packs.failure, kept.size]).toEqual(['No room.', 0]);
  });

  it('is not asked of the training area, which is part of Steading', async () => {
    const shelf = testShelf();
    await shelf.putTraining(bytes.training);
    const { vault, log } = memoryVault('training');
    const { packs } = packsOf(vault, shelf);
    await packs.load();
    expect([titleOf(packs), packs.inDoubt, log]).toEqual(['Kinlowrie', null, []]);
  });
});
