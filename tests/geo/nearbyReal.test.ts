import { type AddressPoint, nearby, type OpenPack, type Relation, type Site } from '@/geo';
import { centroid } from '@turf/turf';
import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { geodesicMetres, seeded, trueMetres } from './geodesic';
import { edinburghPack, schoolsPack } from './realPacks';
import { hasSharedData, WHY_SKIPPED } from './sharedData';

const RADIUS = 500;
const ERRORS = [0, 10, 50, 500, null];

/** The rule, written out again in its own words. */
function ruleSays(metres: number, address: number | null, site: number | null, extent: number): Relation {
  if (address !== null && site !== null) {
    if (metres + address + site <= RADIUS) return 'inside';
    return metres - address - site - extent > RADIUS ? 'outside' : 'uncertain';
  }
  return metres - (address ?? 0) - (site ?? 0) - extent <= RADIUS + 5_000 ? 'uncertain' : 'outside';
}

const centres = new WeakMap<Site, Position>();

interface Truth { readonly metres: number; readonly relation: Relation; readonly byCentroid: Relation }

/** Every site of the pack against the address, by geodesics alone. */
function bruteForce(pack: OpenPack, sites: readonly Site[], { point, errorMetres }: AddressPoint): Map<Site, Truth> {
  return new Map(sites.map((site) => {
    const position = pack.header.layers.find((layer) => layer.id === site.layerId)?.position;
    const error = site.errorMetres === 'unknown' ? null : (site.errorMetres ?? position?.errorMetres ?? null);
    const extent = site.geometry.type === 'Point' ? (position?.extentMetres ?? 0) : 0;
    const middle = centres.get(site) ?? centroid(site.geometry).geometry.coordinates;
    centres.set(site, middle);
    const [lng = NaN, lat = NaN] = middle;
    const metres = trueMetres(point, site.geometry);
    return [site, { metres, relation: ruleSays(metres, errorMetres, error, extent), byCentroid: ruleSays(geodesicMetres(point, { lng, lat }), errorMetres, error, extent) }];
  }));
}

function compare(pack: OpenPack, addresses: readonly AddressPoint[]) {
  const sites = Array.from({ length: pack.siteCount }, (_, i) => pack.site(i));
  let worst = 0, wrong = 0, wrongBeyond = 0, wrongByCentroid = 0, listed = 0;
  for (const at of addresses) {
    const truth = bruteForce(pack, sites, at);
    const answer = nearby(pack, at, RADIUS, '2026-06-01');
    const ours = new Map(answer.categories.flatMap(({ sites }) => sites.map((each) => [each.site.siteId, each])));
    listed += ours.size;
    for (const [{ siteId }, { metres, relation, byCentroid }] of truth) {
      const each = ours.get(siteId);
      if ((each?.relation ?? 'outside') !== relation) wrong++;
      if (byCentroid !== relation) wrongByCentroid++;
      if (each !== undefined && metres <= 2_000) worst = Math.max(worst, Math.abs(each.distanceMetres - metres));
    }
    for (const { category, nearestBeyond } of answer.categories) {
      const outside = [...truth].filter(([site, each]) => site.category === category && each.relation === 'outside' && each.metres <= 19_990);
      const least = Math.min(...outside.map(([, each]) => each.metres));
      const got = nearestBeyond?.nearby.distanceMetres ?? Infinity;
      if (Number.isFinite(least) ? Math.abs(got - least) > 0.1 : got < 19_990) wrongBeyond++;
    }
  }
  return { worst, wrong, wrongBeyond, wrongByCentroid, listed };
}

describe.skipIf(!hasSharedData)(`nearby, on real sites, against geodesics${WHY_SKIPPED}`, () => {
  const random = seeded(20261121);
  let edinburgh: OpenPack;
  let schools: OpenPack;
  beforeAll(async () => {
    edinburgh = await edinburghPack();
    schools = await schoolsPack();
  });

  it('decides every site of central Edinburgh rightly, for 300 addresses', () => {
    const addresses = Array.from({ length: 300 }, (_, n) => ({
      point: { lng: -3.208 + 0.055 * random(), lat: 55.931 + 0.037 * random() }, errorMetres: ERRORS[n % ERRORS.length] ?? null,
    }));
    const { worst, wrong, wrongBeyond, wrongByCentroid, listed } = compare(edinburgh, addresses);
    expect({ wrong, wrongBeyond }).toEqual({ wrong: 0, wrongBeyond: 0 });
    expect(worst).toBeLessThan(0.1);
    expect(listed).toBeGreaterThan(10_000);
    // The control: centres in place of edges decide wrongly on the same set.
    expect(wrongByCentroid).toBeGreaterThan(100);
  }, 120_000);

  it('decides every school of Scotland rightly, for 300 addresses near schools', () => {
    const addresses = Array.from({ length: 300 }, (_, n) => {
      const near = schools.site(Math.floor(random() * schools.siteCount)).geometry;
      const [lng = NaN, lat = NaN] = near.type === 'Point' ? near.coordinates : [];
      return { point: { lng: lng + 0.02 * (random() - 0.5), lat: lat + 0.02 * (random() - 0.5) }, errorMetres: ERRORS[n % ERRORS.length] ?? null };
    });
    const { worst, wrong, wrongBeyond, listed } = compare(schools, addresses);
    expect({ wrong, wrongBeyond }).toEqual({ wrong: 0, wrongBeyond: 0 });
    expect(worst).toBeLessThan(0.1);
    expect(listed).toBeGreaterThan(500);
  }, 120_000);
});
