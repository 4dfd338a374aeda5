import { nearby, openPack, screen, writePack } from '@/geo';
import { allowancesOf } from '@/geo/allowances';
import { allowanceMetres, relationOf } from '@/geo/doubt';
import { planeAt, reachDegrees } from '@/geo/plane';
import { UNITS_PER_DEGREE } from '@/geo/pack/shapes';
import { edgeRunsOf } from '@/geo/screen/edgeRuns';
import { siteGroupsOf } from '@/geo/screen/siteGroups';
import { nearest, nearestOfShape, siteMetres } from '@/geo/shapeDistance';
import { sha256 } from '../geo/contentFixture';
import { seeded } from '../geo/geodesic';
import { countsByCell, emptyCounts } from './support/countsByCell';
import { table } from './support/measure';
import { somewhere, syntheticContent } from './support/syntheticScotland';

/** `STEADING_STOCK=whole npm run bench stock` takes all of Scotland; without it, the fifth of the stock about Edinburgh: a thinner stock would not be as dense in a cell. */
const WHOLE = process.env.STEADING_STOCK === 'whole';
const [ADDRESSES, SITES] = [WHOLE ? 250_000 : 50_000, 300_000];
const inStock = ({ lng, lat }: { lng: number; lat: number }) => WHOLE || (lng > -3.5 && lng < -2.9 && lat > 55.75 && lat < 56.02);
export const title = `a landlord's stock: ${ADDRESSES.toLocaleString('en-GB')} addresses ${WHOLE ? 'all over Scotland' : 'about Edinburgh'} among ${SITES.toLocaleString('en-GB')} synthetic sites (goal 4; STEADING_STOCK=whole for 250,000)`;
/** The other ways are asked of so many addresses, spread through the stock, and their time is scaled up. */
const SAMPLE = 2_000;
const COUNT_RADIUS = 500;
const NEAREST_RADIUS = 1_000;
const ERROR = 10;

export async function run(): Promise<void> {
  const pack = await openPack(await writePack(syntheticContent(SITES), { sha256 }), { sha256 });
  const { sites } = pack.packed;
  const { index } = sites;
  if (index === null) throw new Error('no sites');
  const random = seeded(3);
  const lngLat = new Float64Array(2 * ADDRESSES);
  for (let i = 0; i < ADDRESSES; i++) {
    let at = somewhere(random);
    while (!inStock(at)) at = somewhere(random);
    lngLat.set([at.lng, at.lat], 2 * i);
  }
  const pointOf = (i: number) => ({ lng: lngLat[2 * i] ?? NaN, lat: lngLat[2 * i + 1] ?? NaN });
  const step = Math.max(1, Math.floor(ADDRESSES / SAMPLE));
  const sample = Array.from({ length: Math.min(SAMPLE, ADDRESSES) }, (_, n) => n * step);
  const errorMetres = new Float64Array(ADDRESSES).fill(ERROR);
  const question = { lngLat, errorMetres, radiusMetres: COUNT_RADIUS, asOn: '2026-06-01' };
  const allowances = allowancesOf(pack);
  const categories = sites.categories.length;
  const scale = ADDRESSES / sample.length;
  siteGroupsOf(pack);
  edgeRunsOf(pack);

  /** Boxes of the library's own index, then our kernel; everything measured, address by address. */
  const out = nearest();
  function flatbushFrom(i: number, metres: number, take: (place: number, metres: number) => void): void {
    const plane = planeAt(pointOf(i));
    const { dLng, dLat } = reachDegrees(plane, metres);
    const [west, south, east, north] = [plane.lng - dLng, plane.lat - dLat, plane.lng + dLng, plane.lat + dLat].map((degrees) => degrees * UNITS_PER_DEGREE) as [number, number, number, number];
    for (const place of index?.search(west, south, east, north) ?? []) {
      nearestOfShape(sites.shapes, place, plane, out);
      take(place, siteMetres(out));
    }
  }

  // Counts within 500 m and the nearest within 1 km, for each category.
  let batched = emptyCounts(0);
  const single = emptyCounts(ADDRESSES * categories);
  const countBatched = () => { batched = countsByCell(pack, question, COUNT_RADIUS, NEAREST_RADIUS); };
  const into = (i: number, place: number, metres: number) => {
    const at = i * categories + (sites.category[place] ?? 0);
    if (metres <= COUNT_RADIUS) single.counts[at] = (single.counts[at] ?? 0) + 1;
    if (metres <= NEAREST_RADIUS && metres < (single.least[at] ?? 0)) single.least[at] = metres;
  };
  const countSingle = () => { for (const i of sample) flatbushFrom(i, NEAREST_RADIUS, (place, metres) => { into(i, place, metres); }); };

  // The whole answer: every site not ruled out, in order, with its certainty; and what may be said of each category.
  const listSingle = () => {
    for (const i of sample) {
      const rows: { place: number; metres: number; relation: string }[] = [];
      flatbushFrom(i, COUNT_RADIUS + ERROR + allowances.mostMetres, (place, distanceMetres) => {
        const doubt = { siteErrorMetres: allowances.errorMetres(place), extentMetres: allowances.extentMetres(place), addressErrorMetres: ERROR };
        if (distanceMetres > COUNT_RADIUS + allowanceMetres(ERROR, doubt.siteErrorMetres, doubt.extentMetres)) return;
        rows.push({ place, metres: distanceMetres, relation: relationOf({ distanceMetres, radiusMetres: COUNT_RADIUS, ...doubt }) });
      });
      rows.sort((a, b) => a.metres - b.metres);
    }
  };
  const nearbySingle = () => { for (const i of sample) nearby(pack, { point: pointOf(i), errorMetres: ERROR }, COUNT_RADIUS, question.asOn); };
  let first = NaN;
  let total = NaN;
  let slowest = 0;
  let answered = 0;
  const listBatched = async () => {
    const started = performance.now();
    let turn = started;
    await screen(pack, question, {
      onChunk: ({ site }) => { answered += site.length; slowest = Math.max(slowest, performance.now() - turn); },
      onProgress: (done) => { if (done >= Math.min(1_000, ADDRESSES) && Number.isNaN(first)) first = performance.now() - started; },
      pause: () => new Promise((go) => { setImmediate(() => { turn = performance.now(); go(); }); }),
    });
    total = performance.now() - started;
  };

  const rows = [
    { name: 'counts and nearest: batched by cell', seconds: await taken(countBatched) },
    { name: 'counts and nearest: flatbush per property, our kernel', seconds: (await taken(countSingle)) * scale },
    { name: 'whole answer: batched by cell (screen)', seconds: await taken(listBatched) },
    { name: 'whole answer: flatbush per property, our kernel, doubt, sorted (no coverage)', seconds: (await taken(listSingle)) * scale },
    { name: 'whole answer: nearby per address', seconds: (await taken(nearbySingle)) * scale },
  ] as const;
  const wrong = sample.filter((i) => [...Array(categories).keys()].some((c) => batched.counts[i * categories + c] !== single.counts[i * categories + c] || batched.least[i * categories + c] !== single.least[i * categories + c])).length;
  const [counts, countsOne, whole, wholeOne] = rows.map(({ seconds }) => seconds) as [number, number, number, number, number];
  table(rows.map(({ name, seconds }, n) => ({ approach: name, seconds, 'µs an address': (seconds / ADDRESSES) * 1e6, '× batched': seconds / (n < 2 ? counts : whole) })));
  console.log(`  counts that differ: ${String(wrong)} of ${String(sample.length)} addresses; ${answered.toLocaleString('en-GB')} rows of sites in the whole answer`);
  console.log(`  goal: ≥ 8 × flatbush per property in plain TypeScript (is ${(countsOne / counts).toFixed(1)} × for counts, ${(wholeOne / whole).toFixed(1)} × for the whole answer), first 1,000 within 5 % of the job (is ${((first / total) * 100).toFixed(1)} %), no stretch without a turn over 50 ms (longest ${slowest.toFixed(0)} ms)`);
}

/** Seconds of processor, since other work on the machine must not count. */
async function taken(work: () => void | Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
