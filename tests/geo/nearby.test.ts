import { type AddressPoint, type CategoryAnswer, type Layer, nearby, openPack, type Site, writePack } from '@/geo';
import { CATEGORY_IDS, type CategoryId } from '@/terms';
import type { MultiPolygon } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, contentFixture, layer, sha256, site } from './contentFixture';
import { verdictOn } from '@/geo/doubt';
import { trueEdgeMetres, trueMetres } from './geodesic';

const CENTRE = { lng: -3.2, lat: 55.9 };
const AT: AddressPoint = { point: CENTRE, errorMetres: 10 };
/** About `metres` north of the centre. */
const north = (metres: number) => ({ type: 'Point' as const, coordinates: [-3.2, 55.9 + metres / 111_330] });
const square = (halfDegrees: number): MultiPolygon => box(-3.2 - halfDegrees, 55.9 - halfDegrees, -3.2 + halfDegrees, 55.9 + halfDegrees);

const packOf = async (layers: readonly Layer[], sites: readonly Site[] = []) =>
  openPack(await writePack(contentFixture({ layers, sites }), { sha256 }), { sha256 });

async function ask(layers: readonly Layer[], sites: readonly Site[] = [], { at = AT, radius = 500, asOn = '2026-06-01', category = 'school' }: { at?: AddressPoint; radius?: number; asOn?: string; category?: CategoryId } = {}): Promise<CategoryAnswer> {
  const answer = nearby(await packOf(layers, sites), at, radius, asOn).categories.find((each) => each.category === category);
  if (answer === undefined) throw new Error('every category is answered for');
  return answer;
}

const schools = (more: Partial<Layer> = {}) => layer('schools', ['school'], { coverage: square(0.3), ...more });

describe('nearby', () => {
  it('answers for every category in the order of the terms, with or without layers, and says what was asked', async () => {
    const answer = nearby(await packOf([schools()]), AT, 500, '2026-06-01');
    expect(answer.categories.map(({ category }) => category)).toEqual(CATEGORY_IDS);
    expect(answer).toMatchObject({ method: { kernel: 'wgs84-local-plane', version: 1 }, at: AT, radiusMetres: 500, asOn: '2026-06-01', inArea: true, training: true });
    expect(answer.categories.filter(({ status }) => status !== 'notSearched').map(({ category }) => category)).toEqual(['school']);
  });

  it('lists sites nearest first, with distance, direction and errors added up', async () => {
    const { sites, found, uncertain, status, nearestBeyond } = await ask([schools()], [
      site('far', north(900)), site('near', north(300)), site('edge', north(495)), site('here', north(0)), site('beyond', north(600)),
    ]);
    expect(sites.map((each) => [each.site.siteId, Math.round(each.distanceMetres), each.compass, each.errorMetres, each.relation])).toEqual([
      ['here', 0, 'here', 20, 'inside'], ['near', 300, 'N', 20, 'inside'], ['edge', 495, 'N', 20, 'uncertain'],
    ]);
    expect({ found, uncertain, status }).toEqual({ found: 2, uncertain: 1, status: 'found' });
    expect(nearestBeyond).toMatchObject({ searchedThatFar: true, nearby: { relation: 'outside', site: { siteId: 'beyond' } } });
  });

  it.each([[0, 1, 'N'], [1, 1, 'NE'], [1, 0, 'E'], [1, -1, 'SE'], [0, -1, 'S'], [-1, -1, 'SW'], [-1, 0, 'W'], [-1, 1, 'NW']] as const)('gives the direction of a site %i east, %i north as %s', async (east, up, compass) => {
    const { sites } = await ask([schools()], [site('a', { type: 'Point', coordinates: [-3.2 + east * 0.00178, 55.9 + up * 0.001] })]);
    expect(sites[0]?.compass).toBe(compass);
  });

  it('never says none found for what no map can answer, whatever a layer claims', async () => {
    const claims = [layer('claims', ['childminder', 'cctv', 'school'], { coverage: square(0.3) })];
    for (const category of ['childminder', 'cctv'] as const) {
      expect(await ask(claims, [], { category })).toMatchObject({ status: 'notSearched', because: 'noDataHere', coverage: 'none' });
      const seen = [site('a', north(100), { category, layerId: 'claims' })];
      expect(await ask(claims, seen, { category })).toMatchObject({ status: 'found', found: 1 });
    }
    expect((await ask(claims)).status).toBe('noneFound');
  });

  it('is partly searched as soon as one layer of the category does not hold the circle', async () => {
    const [full, part, away] = [schools(), layer('part', ['school'], { coverage: square(0.004) }), layer('away', ['school'], { coverage: box(-3.1, 55.9, -3, 56) })];
    const none = layer('none', ['school'], { coverage: null });
    expect((await ask([full])).status).toBe('noneFound');
    for (const second of [part, away, none]) {
      expect(await ask([full, second])).toMatchObject({ status: 'partlySearched', coverage: 'partial', because: 'noDataHere' });
    }
    for (const only of [away, none]) expect(await ask([only])).toMatchObject({ status: 'notSearched', coverage: 'none' });
    expect((await ask([full, layer('other', ['library'], { coverage: null })])).status).toBe('noneFound');
  });

  it('calls a circle across two adjoining parts of a coverage partly searched (documented: conservative)', async () => {
    const halves: MultiPolygon = { type: 'MultiPolygon', coordinates: [...box(-3.4, 55.8, -3.2, 56).coordinates, ...box(-3.2, 55.8, -3, 56).coordinates] };
    expect((await ask([schools({ coverage: halves })])).coverage).toBe('partial');
  });

  it('says when the data is too old, from the day after its last', async () => {
    expect((await ask([schools()], [], { asOn: '2026-12-31' })).status).toBe('noneFound');
    expect(await ask([schools()], [], { asOn: '2027-01-01' })).toMatchObject({ status: 'uncertain', because: 'dataTooOld', stale: true });
  });

  it('takes data without a date as too old, beside current data too; what it holds is found as ever', async () => {
    const undated = schools({ asOf: null, staleAfter: null });
    expect(await ask([undated])).toMatchObject({ status: 'uncertain', because: 'dataTooOld', stale: true });
    expect(await ask([undated, layer('more', ['school'], { coverage: square(0.3) })])).toMatchObject({ status: 'uncertain', because: 'dataTooOld' });
    expect(await ask([undated], [site('a', north(100))])).toMatchObject({ status: 'found', stale: true });
    expect((await ask([schools({ asOf: null })])).status).toBe('noneFound');
  });

  it('says nothing is known near an address of unknown position', async () => {
    const at = { point: CENTRE, errorMetres: null };
    expect(await ask([schools()], [], { at })).toMatchObject({ status: 'uncertain', because: 'addressTooVague' });
    const { sites } = await ask([schools()], [site('a', north(0)), site('b', north(5_400)), site('c', north(5_600))], { at });
    expect(sites.map((each) => [each.site.siteId, each.relation, each.errorMetres])).toEqual([['a', 'uncertain', null], ['b', 'uncertain', null]]);
  });

  it('holds back where a site may be nearer than its point: by its own error, its layer’s, or the extent of its grounds', async () => {
    const unknown = await ask([schools()], [site('a', north(3_000), { errorMetres: 'unknown' })]);
    expect(unknown).toMatchObject({ status: 'uncertain', because: null, sites: [{ errorMetres: null, relation: 'uncertain' }] });
    expect((await ask([schools()], [site('a', north(3_000))])).status).toBe('noneFound');
    const extent = schools({ position: { errorMetres: 0, extentMetres: 300, note: '' } });
    expect((await ask([extent], [site('a', north(780))])).status).toBe('uncertain');
    expect((await ask([extent], [site('a', { type: 'Polygon', coordinates: [[[-3.2, 55.907], [-3.199, 55.907], [-3.2, 55.908], [-3.2, 55.907]]] })])).status).toBe('noneFound');
  });

  it('does not claim to have searched as far as the nearest beyond when coverage ends before it', async () => {
    const { status, nearestBeyond } = await ask([schools({ coverage: square(0.02) })], [site('a', north(9_000))]);
    expect([status, nearestBeyond?.searchedThatFar, Math.round(nearestBeyond?.nearby.distanceMetres ?? 0)]).toEqual(['noneFound', false, 9_001]);
    expect((await ask([schools()], [site('a', north(25_000))])).nearestBeyond).toBeNull();
  });

  it('answers outside the area, and says so', async () => {
    const answer = nearby(await packOf([schools()]), { point: { lng: -4, lat: 57 }, errorMetres: 10 }, 500, '2026-06-01');
    expect([answer.inArea, answer.categories[0]?.status]).toEqual([false, 'notSearched']);
  });

  it.each([
    [{ point: { lng: NaN, lat: 55.9 }, errorMetres: 10 }, 500, '2026-06-01', /no position/u],
    [{ point: { lng: 55.9, lat: -103.2 }, errorMetres: 10 }, 500, '2026-06-01', /longitude first/u],
    [{ point: CENTRE, errorMetres: -1 }, 500, '2026-06-01', /error of the address/u],
    [AT, 0, '2026-06-01', /distance must be metres/u],
    [AT, Infinity, '2026-06-01', /distance must be metres/u],
    [AT, 500, '1 June 2026', /yyyy-mm-dd/u],
  ])('refuses %j, %d m, %s', async (at, radius, asOn, message) => {
    const pack = await packOf([schools()]);
    expect(() => nearby(pack, at, radius, asOn)).toThrow(RangeError);
    expect(() => nearby(pack, at, radius, asOn)).toThrow(message);
  });
});

describe('none found', () => {
  /** A coverage with the centre in it, or not, with an edge or a hole close by, or not. */
  const coverage = fc.oneof(
    fc.constant(null),
    fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 30, max: 2_000 }), fc.integer({ min: 0, max: 900 })).map((units): MultiPolygon => {
      const [shift, half, hole] = units.map((unit) => unit / 10_000) as [number, number, number];
      const [outer] = box(-3.2 + shift - half, 55.9 - half, -3.2 + shift + half, 55.9 + half).coordinates;
      const [inner] = box(-3.2 + hole, 55.9 + hole, -3.2 + hole + 0.004, 55.9 + hole + 0.004).coordinates;
      return { type: 'MultiPolygon', coordinates: [[...(outer ?? []), ...(hole + 0.004 < shift + half && hole + 0.004 < half && hole > shift - half ? (inner ?? []) : [])]] };
    }),
  );
  const question = fc.record({
    coverages: fc.array(coverage, { maxLength: 2 }),
    error: fc.constantFrom<number | null>(0, 10, 500, null),
    radius: fc.integer({ min: 50, max: 2_000 }),
    distances: fc.array(fc.integer({ min: 0, max: 12_000 }), { maxLength: 2 }),
    asOn: fc.constantFrom('2026-06-01', '2026-07-01', '2027-06-01'),
  });
  type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never;
  const askAll = async ({ coverages, error, radius, distances, asOn }: Question) => ask(
    coverages.map((each, i) => layer(`l${String(i)}`, ['school'], { coverage: each })),
    coverages.length === 0 ? [] : distances.map((metres, i) => site(`s${String(i)}`, north(metres), { layerId: 'l0' })),
    { at: { point: CENTRE, errorMetres: error }, radius, asOn },
  );

  it('is said only where every layer holds the circle (edges by geodesics), is current, the address is known, and no site is near', async () => {
    let said = 0;
    let wrongIfRelaxed = 0;
    await fc.assert(fc.asyncProperty(question, async (q) => {
      const { status, found, uncertain, stale } = await askAll(q);
      const reach = q.radius + (q.error ?? NaN);
      const held = q.coverages.length > 0 && q.coverages.every((each) => each !== null && trueMetres(CENTRE, each) === 0 && trueEdgeMetres(CENTRE, each) > reach);
      // The control: coverage that has only to hold the address itself.
      const heldAtCentre = q.coverages.length > 0 && q.coverages.every((each) => each !== null && trueMetres(CENTRE, each) === 0);
      const relaxed = verdictOn({ found, uncertain, stale, coverage: heldAtCentre ? 'full' : 'none', addressErrorMetres: q.error, mapped: true });
      if (relaxed.status === 'noneFound' && !held) wrongIfRelaxed++;
      if (status !== 'noneFound') return;
      said++;
      expect({ held, current: q.asOn <= '2026-12-31', known: q.error !== null }).toEqual({ held: true, current: true, known: true });
      for (const metres of q.distances) expect(metres * 1.002 - 10).toBeGreaterThan(reach);
    }), { numRuns: 600, seed: 20261121 });
    expect(said).toBeGreaterThan(20);
    expect(wrongIfRelaxed).toBeGreaterThan(5);
  });

  it('never becomes true by adding a layer or a site', () => fc.assert(fc.asyncProperty(question, coverage, fc.integer({ min: 0, max: 12_000 }), async (q, more, metres) => {
    const before = (await askAll(q)).status;
    const withLayer = (await askAll({ ...q, coverages: [...q.coverages, more] })).status;
    const withSite = (await askAll({ ...q, distances: [...q.distances, metres] })).status;
    if (q.coverages.length > 0 && before !== 'noneFound') expect([withLayer, withSite]).not.toContain('noneFound');
    if (before === 'found') expect([withLayer, withSite]).toEqual(['found', 'found']);
  }), { numRuns: 150, seed: 20261121 }));
});
