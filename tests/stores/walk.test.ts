import { useOffice, usePacks, useWalk } from '@/stores';
import { emptyOffice } from '@/record';
import { openPack, writePack } from '@/geo';
import { joinWays } from '@/geo/walk';
import { afterEach, describe, expect, it } from 'vitest';
import { contentFixture, layer, sha256 } from '../geo/contentFixture';
import { way } from '../geo/walk/fixtures';
import { forgetDevice } from '../vault/testDoor';
import { openCase, vaultWithCase } from './openCase';

afterEach(forgetDevice);

/** A lane from beside the address to the school 620 m east. */
const LANE = joinWays([way([[-3.21, 55.9001], [-3.2, 55.9001]])]);
const STREETS = layer('streets', [], { asOf: '2026-03-01', coverage: null });

async function looked(streets: boolean) {
  const page = await openCase(await vaultWithCase());
  const content = contentFixture({ training: false, ...(streets && { lines: LANE, layers: [...contentFixture().layers, STREETS] }) });
  usePacks(page.pinia).pack = await openPack(await writePack(content, { sha256 }), { sha256 });
  useOffice(page.pinia).office = { ...emptyOffice, radiusMetres: 700, radiusReason: 'Agreed.' };
  await page.type((docs) => { docs.address.position = { point: { lng: -3.209, lat: 55.9 }, precision: 'building', from: 'pin' }; });
  await page.open.lookAround();
  const site = page.open.numbered.find(({ key }) => key === 'school:1');
  if (site === undefined) throw new Error('The school was not found.');
  return { ...page, site, walk: useWalk(page.pinia) };
}

describe('the walk to a site', () => {
  it('is shown on demand from where was looked, with the date of the streets, to four times the distance looked at, and nothing of it is kept', async () => {
    const { walk, site, open } = await looked(true);
    const before = JSON.stringify(open.docs);
    expect([walk.hasStreets, walk.shown]).toEqual([true, null]);
    await walk.show(site);
    expect(walk.shown).toMatchObject({ asOf: '2026-03-01', pinErrorMetres: 10, radiusMetres: 700, answer: { is: 'walk', held: false } });
    expect(walk.shown?.answer.is === 'walk' && walk.shown.answer.metres).toBeCloseTo(563, -1);
    expect(walk.path?.length).toBeGreaterThan(1);
    expect(JSON.stringify(open.docs)).toBe(before);
  });

  it('is gone once the surroundings are looked up anew, or another pack is in use', async () => {
    const { walk, site, open, pinia, type } = await looked(true);
    await walk.show(site);
    await open.lookAround();
    await type(() => undefined);
    expect(walk.shown).toBeNull();
    await walk.show(site);
    usePacks(pinia).pack = null;
    await type(() => undefined);
    expect([walk.shown, walk.path, walk.hasStreets]).toEqual([null, null, false]);
  });

  it('is not offered where the pack has no streets, and asked for all the same it says so', async () => {
    const { walk, site } = await looked(false);
    expect(walk.hasStreets).toBe(false);
    await walk.show(site);
    expect(walk.shown?.answer).toMatchObject({ is: 'noNetwork', why: 'noneInPack' });
  });
});
