import { readFileSync } from 'node:fs';
import { openPack, type OpenPack } from '@/geo';
import { categoryOf, type LngLat, PRECISIONS } from '@/terms';
import type { Page } from '@playwright/test';
import { buildEdinburghPack } from '../cli/edinburghPack';
import { sha256 } from '../geo/contentFixture';
import { seeded, trueMetres } from '../geo/geodesic';
import { expect, openReady, test } from './app';
import { type Hand, pointer } from './hand';
import { createVault, loadPack, openTask, save, setOffice, startAssessment } from './walk';

const RADIUS = 500;
const ADDRESSES = 5;
/** The table shows whole metres; the kernel's own error is under 0.1 m. */
const HALF_A_METRE = 0.5 + 0.01;
/** A position that an officer typed is taken to stand on the building. */
const ADDRESS_ERROR = PRECISIONS.building.errorMetres;

interface Listed { readonly metres: number; readonly within: string }

/** By name and category, as the table has no other name for a site; nearest first where several share them. */
type List = Map<string, Listed[]>;

function add(list: List, key: string, one: Listed): void {
  list.set(key, [...(list.get(key) ?? []), one].sort((a, b) => a.metres - b.metres));
}

/** What the table should hold, by geodesics on the ellipsoid over every site of the pack; the rule of doubt written out again. */
function bruteForce(pack: OpenPack, at: LngLat): List {
  const list: List = new Map();
  for (let i = 0; i < pack.siteCount; i += 1) {
    const site = pack.site(i);
    const layer = pack.header.layers.find(({ id }) => id === site.layerId)?.position;
    const error = site.errorMetres === 'unknown' ? null : (site.errorMetres ?? layer?.errorMetres ?? null);
    const extent = site.geometry.type === 'Point' ? (layer?.extentMetres ?? 0) : 0;
    const metres = trueMetres(at, site.geometry);
    const within = error !== null && metres + ADDRESS_ERROR + error <= RADIUS;
    const reach = RADIUS + ADDRESS_ERROR + (error ?? 5_000) + extent;
    if (within || metres <= reach) add(list, `${site.name.trim() || 'No name in the source'} | ${categoryOf(site.category).label}`, { metres, within: within ? 'Yes' : 'Uncertain' });
  }
  return list;
}

/** The table as somebody reads it. */
async function shown(page: Page): Promise<List> {
  const rows = await page.getByRole('region', { name: 'Numbered sites' }).locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
  const list: List = new Map();
  for (const [, name = '', category = '', distance = '', , within = ''] of rows) {
    const metres = distance === 'The point lies within it' ? 0 : Number(/^([\d,]+) m$/u.exec(distance)?.[1]?.replaceAll(',', '') ?? NaN);
    add(list, `${name} | ${category}`, { metres, within });
  }
  return list;
}

async function lookAroundAt(hand: Hand, { lng, lat }: LngLat): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Address');
  await hand.type(page.getByLabel('Find the address'), `${String(lat)}, ${String(lng)}`);
  await hand.press(page.getByRole('button', { name: 'Search', exact: true }));
  await hand.press(page.locator('.st_found__button').first());
  await expect(page.getByText(`Position: ${lat.toFixed(5)}, ${lng.toFixed(5)}`)).toBeVisible();
  await save(hand);
  await openTask(hand, 'Sites near the address');
  await hand.press(page.getByRole('button', { name: /^Look (around the address|again)$/ }));
  // Gone as soon as the answer is for the position that stands now.
  await expect(page.getByText('The pin has moved since')).toBeHidden();
  await expect(page.getByRole('region', { name: 'Numbered sites' })).toBeVisible();
}

test('every distance and every answer on the screen agrees with geodesics, at five places in Edinburgh', async ({ page, app }) => {
  const built = await buildEdinburghPack();
  test.skip(built === null, 'The real Edinburgh files are not beside this checkout.');
  if (built === null) return;
  const pack = await openPack(new Uint8Array(readFileSync(built.path)), { sha256 });
  const hand = pointer(page);
  await openReady(page, app);
  await createVault(hand);
  await loadPack(hand, built.path);
  await setOffice(hand, RADIUS);
  await startAssessment(hand, 'V-2026-0417');

  const random = seeded(20261121);
  const count = { Yes: 0, Uncertain: 0, within: 0 };
  for (let n = 0; n < ADDRESSES; n += 1) {
    // As tests/geo/nearbyReal.test.ts draws them, as exactly as somebody would type them.
    const at = { lng: Number((-3.208 + 0.055 * random()).toFixed(6)), lat: Number((55.931 + 0.037 * random()).toFixed(6)) };
    await lookAroundAt(hand, at);
    const [screen, truth] = [await shown(page), bruteForce(pack, at)];
    const where = `at ${String(at.lat)}, ${String(at.lng)}`;
    expect([...screen].map(([key, all]) => `${key}: ${all.length}`).sort(), `the list of sites ${where}`).toEqual([...truth].map(([key, all]) => `${key}: ${all.length}`).sort());
    for (const [key, all] of truth) {
      all.forEach(({ metres, within }, place) => {
        const cell = screen.get(key)?.[place];
        expect(Math.abs((cell?.metres ?? NaN) - metres), `${key} ${where}: ${String(cell?.metres)} m on the screen, ${metres.toFixed(2)} m by geodesics`).toBeLessThanOrEqual(HALF_A_METRE);
        expect(cell?.within, `${key} ${where}`).toBe(within);
        count[within as 'Yes' | 'Uncertain'] += 1;
        if (metres === 0) count.within += 1;
      });
    }
    await save(hand);
  }
  // Not agreement about nothing: both answers were met, and many sites.
  expect(count.Yes).toBeGreaterThan(100);
  expect(count.Uncertain).toBeGreaterThan(10);
  console.log(`${String(count.Yes)} within, ${String(count.Uncertain)} uncertain, ${String(count.within)} around the point itself`);
});
