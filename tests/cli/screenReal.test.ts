import { openPack, type OpenPack, type Site } from '@/geo';
import { CATEGORIES, CATEGORY_IDS } from '@/terms';
import { bbox } from '@turf/turf';
import type { MultiPolygon } from 'geojson';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { seeded, trueEdgeMetres, trueMetres } from '../geo/geodesic';
import { oneByOne, screened } from '../geo/screen/asNearby';
import { callSteading } from './callSteading';
import { buildEdinburghPack, edinburghWords } from './edinburghPack';
import { needsSharedData } from './sharedData';

const have = edinburghWords('x') !== null;
const RADIUS = 500;
/** Every run asks about the same thousand places. */
const SEED = 20261121;
const FAR = 5_000;

interface Answered {
  readonly addresses: readonly {
    readonly id: string;
    readonly position: { readonly lng: number; readonly lat: number; readonly precisionMetres: number | null; readonly source: string };
    readonly layers: readonly { readonly category: string; readonly status: string; readonly coverage: string }[];
    readonly sites: readonly { readonly siteId: string; readonly category: string; readonly distanceMetres: number; readonly certainty: string }[];
  }[];
  readonly notPlaced: readonly unknown[];
}

/** What a site's place allows for, and a box of it in degrees, read off the pack as a stranger would. */
interface Known { readonly site: Site; readonly error: number | null; readonly extent: number; readonly box: readonly number[] }

function knownSites(pack: OpenPack): Known[] {
  return Array.from({ length: pack.siteCount }, (_, i) => pack.site(i)).map((site) => {
    const position = pack.header.layers.find(({ id }) => id === site.layerId)?.position;
    const error = site.errorMetres === 'unknown' ? null : (site.errorMetres ?? position?.errorMetres ?? null);
    return { site, error, extent: site.geometry.type.endsWith('Point') ? (position?.extentMetres ?? 0) : 0, box: bbox(site.geometry) };
  });
}

/** Inside, uncertain or outside, by the rule written out again, with geodesics alone; null where a flat estimate already shows it to be far outside. */
function truthOf({ site, error, extent, box }: Known, point: { lng: number; lat: number }, address: number | null): { metres: number; certainty: string } | null {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = box;
  const furthest = RADIUS + (address ?? 0) + (error ?? 0) + extent + (address === null || error === null ? FAR : 0);
  const flat = Math.hypot(Math.max(west - point.lng, point.lng - east, 0) * 60_000, Math.max(south - point.lat, point.lat - north, 0) * 110_000);
  if (flat > furthest + 50) return null;
  const metres = trueMetres(point, site.geometry);
  if (address !== null && error !== null && metres + address + error <= RADIUS) return { metres, certainty: 'inside' };
  return metres <= furthest ? { metres, certainty: 'uncertain' } : null;
}

/** Full, partial or none, from the outlines of the layers by geodesics. */
function coverageTruth(measure: (outline: MultiPolygon) => { inside: boolean; edge: number }, outlines: readonly (MultiPolygon | null)[], reach: number): string {
  const measures = outlines.map((outline) => outline && measure(outline));
  if (!measures.some((each) => each && (each.inside || each.edge <= reach))) return 'none';
  return measures.every((each) => each?.inside && each.edge > reach) ? 'full' : 'partial';
}

describe.skipIf(!have)(`screen over the real central Edinburgh ${needsSharedData}`, () => {
  let pack: OpenPack;
  let bytes: Uint8Array;
  beforeAll(async () => {
    const built = await buildEdinburghPack();
    bytes = new Uint8Array(readFileSync(built?.path ?? ''));
    pack = await openPack(bytes, { sha256: (each) => createHash('sha256').update(each).digest('hex') });
  }, 120_000);

  it('answers for 1,000 random places as brute force by geodesics does: to 0.1 m, with no wrong decision, coverage or status', async () => {
    const random = seeded(SEED);
    const postcodes = pack.postcodesStartingWith('EH', 100_000);
    const rows = Array.from({ length: 1_000 }, (_, i) => {
      if (i % 5 === 4) return `p${String(i)},,,${postcodes[Math.floor(random() * postcodes.length)]?.postcode ?? ''}`;
      return `p${String(i)},${(-3.24 + 0.12 * random()).toFixed(7)},${(55.92 + 0.06 * random()).toFixed(7)},`;
    });
    const { exit, written } = await callSteading(['screen', '--pack', 'e.steadingpack', '--addresses', 'in.csv', '--radius', String(RADIUS), '--out', 'out.json'], { 'e.steadingpack': bytes, 'in.csv': `id,lng,lat,postcode\n${rows.join('\n')}\n` });
    expect(exit).toBe(0);
    const { addresses, notPlaced } = JSON.parse(Buffer.from(written.get('out.json') ?? []).toString('utf8')) as Answered;
    expect([addresses.length, notPlaced]).toEqual([1_000, []]);

    const known = knownSites(pack);
    const outlinesOf = CATEGORY_IDS.map((category) => pack.header.layers.filter(({ categories }) => categories.includes(category)).map(({ coverage }) => coverage));
    let worst = 0, wrong = 0, wrongLayers = 0, listed = 0, noneFound = 0, wrongByError = 0;
    for (const { position: { precisionMetres, ...point }, sites, layers } of addresses) {
      const ours = new Map(sites.map((each) => [each.siteId, each]));
      const seen = new Map<string, Set<string>>();
      for (const each of known) {
        const truth = truthOf(each, point, precisionMetres);
        const got = ours.get(each.site.siteId);
        if (truth?.certainty !== got?.certainty) wrong++;
        if (truthOf(each, point, 0)?.certainty !== got?.certainty) wrongByError++;
        if (truth === null || got === undefined) continue;
        listed++;
        worst = Math.max(worst, Math.abs(truth.metres - got.distanceMetres));
        seen.set(each.site.category, (seen.get(each.site.category) ?? new Set()).add(truth.certainty));
      }
      if (ours.size !== sites.length || sites.some(({ distanceMetres }, k) => distanceMetres < (sites[k - 1]?.distanceMetres ?? 0))) wrong++;
      const measures = new Map<MultiPolygon, { inside: boolean; edge: number }>();
      const measure = (outline: MultiPolygon) => {
        const before = measures.get(outline);
        const found = before ?? { inside: trueMetres(point, outline) === 0, edge: trueEdgeMetres(point, outline) };
        measures.set(outline, found);
        return found;
      };
      CATEGORY_IDS.forEach((category, c) => {
        const mapped = CATEGORIES[category].found === 'mapped';
        const coverage = mapped ? coverageTruth(measure, outlinesOf[c] ?? [], RADIUS + (precisionMetres ?? FAR)) : 'none';
        const certainties = seen.get(category);
        const empty = coverage === 'none' ? 'notSearched' : coverage === 'partial' ? 'partlySearched' : precisionMetres === null ? 'uncertain' : 'noneFound';
        const status = certainties?.has('inside') ? 'found' : certainties?.has('uncertain') ? 'uncertain' : empty;
        if (layers[c]?.category !== category || layers[c].coverage !== coverage || layers[c].status !== status) wrongLayers++;
        if (status === 'noneFound') noneFound++;
      });
    }
    expect({ wrong, wrongLayers }).toEqual({ wrong: 0, wrongLayers: 0 });
    expect(worst).toBeLessThan(0.1);
    expect(listed).toBeGreaterThan(50_000);
    expect(noneFound).toBeGreaterThan(500);
    // The control: leaving out the address's own error decides wrongly on the same places.
    expect(wrongByError).toBeGreaterThan(1_000);
  }, 300_000);

  it('says the very same as one question at a time, of places in and around the city, known well, badly or not at all', async () => {
    const random = seeded(SEED + 1);
    const errors = [0, 10, 15, 500, null];
    const addresses = Array.from({ length: 400 }, (_, i) => ({ point: { lng: -3.3 + 0.25 * random(), lat: 55.9 + 0.1 * random() }, errorMetres: errors[i % errors.length] ?? null }));
    const said = await screened(pack, addresses, RADIUS, '2026-06-15');
    addresses.forEach((at, i) => { expect(said[i]).toEqual(oneByOne(pack, at, RADIUS, '2026-06-15')); });
    expect(said.reduce((sum, { sites }) => sum + sites.length, 0)).toBeGreaterThan(20_000);
  }, 120_000);
});
