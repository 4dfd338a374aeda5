import { findPlace, openPack, type OpenPack, prepareSearch, writePack } from '@/geo';
import { sha256 } from '../geo/contentFixture';
import { table } from './support/measure';
import { syntheticPostcodes, syntheticStreets } from './support/syntheticNames';
import { syntheticContent } from './support/syntheticScotland';

export const title = 'finding a place as it is typed, among 160,000 postcodes and 100,000 names (goal 9)';
const [POSTCODES, NAMES, LIMIT] = [160_000, 100_000, 30];
const TYPED = ['EH12 4QD', '12 Kinlochness Terr', 'St Andrews St', 'high street', 'Inverburnie Cresent', 'Auchtonwick Rd', 'N Bridge St', 'Balmuirford Avneue', 'Old Mill Ln', 'NT 25 73'];

/** What somebody types, letter by letter. */
const KEYSTROKES = TYPED.flatMap((words) => Array.from(words, (_, i) => words.slice(0, i + 1)));

export async function run(): Promise<void> {
  const streets = syntheticStreets(NAMES, 3);
  const postcodes = syntheticPostcodes(POSTCODES, 4);
  const pack = await openPack(await writePack({ ...syntheticContent(1), postcodes, streets }, { sha256 }), { sha256, verify: false });
  const read = once(() => pack.streets());
  const steps: number[] = [];
  let begun = performance.now();
  await prepareSearch(pack, { pause: () => { steps.push(performance.now() - begun); begun = performance.now(); return Promise.resolve(); } });
  const labels = [...postcodes.map(({ postcode }) => postcode), ...streets.features.map(({ properties }) => properties.name ?? '')];
  const folded = labels.map((label) => label.toLowerCase());
  const scan = (query: string) => { const plain = query.toLowerCase(); return labels.filter((_, i) => (folded[i] ?? '').includes(plain)).slice(0, LIMIT).length; };
  const foldingScan = (query: string) => labels.filter((label) => label.toLowerCase().includes(query.toLowerCase())).slice(0, LIMIT).length;
  const wordScan = (query: string) => { const words = query.toLowerCase().split(/\s+/u); return labels.filter((_, i) => words.every((word) => (folded[i] ?? '').includes(word))).slice(0, LIMIT).length; };
  const ways: [string, (query: string) => number][] = [
    ['ours: short forms, slips and ranking', (query) => found(pack, query)],
    ['Array.filter, includes, over text folded before', scan],
    ['Array.filter, every word, over text folded before', wordScan],
    ['Array.filter, includes, folding as it goes', foldingScan],
  ];
  const rows = ways.map(([approach, search]) => ({ approach, ...spread(search), 'whole texts found': `${String(TYPED.filter((words) => search(words) > 0).length)} of ${String(TYPED.length)}` }));
  table(rows);
  console.log(`  ${String(KEYSTROKES.length)} keystrokes of ${String(TYPED.length)} texts. Once a pack: ${String(Math.round(read))} ms to read its streets, ${String(Math.round(steps.reduce((sum, ms) => sum + ms, 0)))} ms to index them, in ${String(steps.length)} steps of at most ${Math.max(...steps).toFixed(0)} ms.`);
  console.log(`  goal: ≤ 50 ms a keystroke (the worst is ${(rows[0]?.['worst ms'] ?? NaN).toFixed(1)} ms)`);
}

function found(pack: OpenPack, query: string): number {
  const result = findPlace(pack, query, { limit: LIMIT });
  return result.is === 'found' ? result.places.length : 0;
}

/** Over every keystroke, each the median of five. */
function spread(search: (query: string) => number) {
  for (const query of KEYSTROKES) search(query);
  const taken = KEYSTROKES.map((query) => Array.from({ length: 5 }, () => once(() => search(query))).toSorted((a, b) => a - b)[2] ?? NaN).toSorted((a, b) => a - b);
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? NaN;
  return { 'median ms': at(0.5), 'p95 ms': at(0.95), 'worst ms': at(1) };
}

function once(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}
