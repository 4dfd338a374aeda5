import { openPack, writePack } from '@/geo';
import { joinWays, walkTo, type Way } from '@/geo/walk';
import { TICKS_PER_METRE } from '@/geo/walk/lineLength';
import { networkOf, walkNetwork, type WalkNetwork } from '@/geo/walk/network';
import { reachFrom } from '@/geo/walk/reach';
import { type OnLine, snap } from '@/geo/walk/snap';
import type { LngLat } from '@/terms';
import { layer, sha256 } from '../geo/contentFixture';
import { seeded } from '../geo/geodesic';
import { table } from './support/measure';
import { syntheticContent } from './support/syntheticScotland';

export const title = 'walking distances within 1 km of an address, street network of 100,000 nodes (goal 5)';
const [SIDE, STEP_METRES, BOUND_METRES, ADDRESSES] = [316, 55, 1_000, 500];
const [WEST, SOUTH] = [-3.5, 55.8];
const east = (metres: number) => WEST + metres / 62_500;
const north = (metres: number) => SOUTH + metres / 111_350;

/** Streets like a town's: a grid bent out of shape, a sixth of its pieces missing, a bend in every other. */
function town(): Way[] {
  const random = seeded(11);
  const at = Array.from({ length: SIDE * SIDE }, (_, n) => [(n % SIDE + random() * 0.6) * STEP_METRES, (Math.floor(n / SIDE) + random() * 0.6) * STEP_METRES] as const);
  const ways: Way[] = [];
  const join = (a: number, b: number) => {
    const [from, to] = [at[a], at[b]];
    if (from === undefined || to === undefined || random() < 1 / 6) return;
    const bend = random() < 0.5 ? [] : [[(from[0] + to[0]) / 2 + random() * 8, (from[1] + to[1]) / 2 + random() * 8] as const];
    ways.push({ kind: 'road', name: '', walked: true, level: 0, positions: [from, ...bend, to].map(([x, y]) => [east(x), north(y)]) });
  };
  for (let n = 0; n < SIDE * SIDE; n++) {
    if (n % SIDE < SIDE - 1) join(n, n + 1);
    join(n, n + SIDE);
  }
  return ways;
}

/** As it is written in textbooks: objects, a Map of distances, a sorted queue. */
function plainGraph({ walked, ends, lengths }: WalkNetwork): Map<number, { to: number; ticks: number }[]> {
  const graph = new Map<number, { to: number; ticks: number }[]>();
  const add = (from: number, to: number, ticks: number) => { const known = graph.get(from); if (known) known.push({ to, ticks }); else graph.set(from, [{ to, ticks }]); };
  for (let i = 0; i < walked; i++) {
    const [a = 0, b = 0] = [ends[2 * i], ends[2 * i + 1]];
    add(a, b, lengths[i] ?? 0);
    add(b, a, lengths[i] ?? 0);
  }
  return graph;
}

function plainDijkstra(graph: ReturnType<typeof plainGraph>, network: WalkNetwork, from: OnLine, bound: number): Map<number, number> {
  const best = new Map<number, number>();
  const queue = [{ node: network.ends[2 * from.line] ?? 0, ticks: from.ticks }, { node: network.ends[2 * from.line + 1] ?? 0, ticks: (network.lengths[from.line] ?? 0) - from.ticks }].filter(({ ticks }) => ticks <= bound);
  while (queue.length > 0) {
    queue.sort((a, b) => b.ticks - a.ticks);
    const next = queue.pop();
    if (next === undefined || (best.get(next.node) ?? Infinity) <= next.ticks) continue;
    best.set(next.node, next.ticks);
    for (const { to, ticks } of graph.get(next.node) ?? []) if (next.ticks + ticks <= bound && !best.has(to)) queue.push({ node: to, ticks: next.ticks + ticks });
  }
  return best;
}

export async function run(): Promise<void> {
  const begun = performance.now();
  const lines = joinWays(town());
  const joined = performance.now() - begun;
  const content = syntheticContent(1);
  const pack = await openPack(await writePack({ ...content, lines, layers: [...content.layers, layer('streets', [])] }, { sha256 }), { sha256, verify: false });
  const packed = pack.packed.lines;
  if (packed === null) throw new Error('The pack has no streets.');
  const ready = Array.from({ length: 5 }, () => once(() => networkOf(packed))).toSorted((a, b) => a - b)[2] ?? NaN;
  const network = walkNetwork(pack);
  if (network === null) throw new Error('Nothing is walked.');
  const graph = plainGraph(network);
  const random = seeded(12);
  const extent = SIDE * STEP_METRES;
  const addresses = Array.from({ length: ADDRESSES }, (): LngLat => ({ lng: east(1_500 + random() * (extent - 3_000)), lat: north(1_500 + random() * (extent - 3_000)) }));
  const bound = BOUND_METRES * TICKS_PER_METRE;

  let [wrong, compared, settled] = [0, 0, 0];
  for (const address of addresses) {
    const from = snap(network, address);
    if (from === null) continue;
    const plain = plainDijkstra(graph, network, from, bound);
    const own = reachFrom(network, from, bound);
    settled += own.settled;
    for (let node = 0; node < network.nodeCount; node++) {
      compared += plain.has(node) ? 1 : 0;
      if (own.ticks(node) !== (plain.get(node) ?? Infinity)) wrong += 1;
    }
  }
  const whole = (bounded: number) => (address: LngLat) => { const from = snap(network, address); return from && reachFrom(network, from, bounded); };
  const site = (address: LngLat) => ({ type: 'Point' as const, coordinates: [address.lng + 500 / 62_500, address.lat] });
  const rows = [
    { approach: 'ours: nearest street, then bounded Dijkstra on typed arrays', ...spread(addresses, whole(bound)) },
    { approach: 'of it: the nearest street', ...spread(addresses, (address) => snap(network, address)) },
    { approach: 'one walk to a site 500 m away, its path drawn (bound 2 km)', ...spread(addresses, (address) => walkTo(pack, address, site(address), { boundMetres: 2_000 })) },
    { approach: 'ours, one to all 100,000', ...spread(addresses.slice(0, 50), whole(Infinity)) },
    { approach: 'plain Dijkstra: objects, Map, sorted queue', ...spread(addresses.slice(0, 60), (address) => { const from = snap(network, address); return from && plainDijkstra(graph, network, from, bound); }) },
  ];
  table(rows);
  const [own, plain] = [rows[0], rows.at(-1)];
  console.log(`  ${String(network.nodeCount)} nodes, ${String(network.walked)} lines; ${String(Math.round(settled / ADDRESSES))} nodes settled an address. ${String(compared)} distances equal plain Dijkstra's, ${String(wrong)} do not.`);
  console.log(`  Once, at the first walk: ${ready.toFixed(0)} ms. In the pack: ${((lines.lngLat.byteLength + lines.firstVertex.byteLength * 2 + lines.kind.byteLength + lines.ends.byteLength + lines.lengths.byteLength) / 1e6).toFixed(1)} MB, joined in ${(joined / 1000).toFixed(1)} s.`);
  console.log(`  goal: ≤ 0.2 ms at the median (is ${(own?.['median ms'] ?? NaN).toFixed(3)}), ≤ 1 ms at p95 (is ${(own?.['p95 ms'] ?? NaN).toFixed(3)}), every metre equal to plain Dijkstra (${String(wrong)} are not); ${((plain?.['median ms'] ?? NaN) / (own?.['median ms'] ?? NaN)).toFixed(0)} × faster`);
}

/** Each address timed by itself, after a round to warm up. */
function spread(addresses: readonly LngLat[], ask: (address: LngLat) => unknown) {
  for (const address of addresses) ask(address);
  const taken = addresses.map((address) => once(() => ask(address))).toSorted((a, b) => a - b);
  const share = (part: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * part))] ?? NaN;
  return { 'median ms': share(0.5), 'p95 ms': share(0.95), 'worst ms': share(1) };
}

function once(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}
