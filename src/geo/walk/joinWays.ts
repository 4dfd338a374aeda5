import Flatbush from 'flatbush';
import { LINE_KINDS, type PackLines } from '../pack/content';
import { UNITS_PER_DEGREE } from '../pack/shapes';
import { lineTicks } from './lineLength';
import { mendTears } from './mendTears';
import { nodesOf, NO_NODE } from './nodesOf';
import type { Way } from './way';

/** A way in units of 1e-7 degree: lng, lat, lng, lat, … without a vertex twice in a row. */
export interface UnitWay extends Pick<Way, 'kind' | 'name' | 'level'> { lngLat: number[] }

/** Ends left loose by less than this are joined to what they all but touch: map tiles and rounding move vertices by up to 0.2 m; next come doors a metre apart (ADR 0014). */
const TEAR_METRES = 0.3;

/**
 * Streets and paths cut where they meet, as a pack keeps them: what is walked first, along the Hilbert curve of its nodes, then what is only drawn.
 * A way of under two distinct vertices is left out.
 */
export function joinWays(ways: readonly Way[], { tearMetres = TEAR_METRES }: { tearMetres?: number } = {}): PackLines {
  const inUnits = (walked: boolean) => ways.filter((way) => way.walked === walked).map(unitWay).filter(({ lngLat }) => lngLat.length >= 4);
  const walked = inUnits(true);
  mendTears(walked, tearMetres);
  const pieces = inOrderOfPlace(piecesOf(walked));
  const lines = [...pieces.map(({ way, lngLat }) => ({ ...way, lngLat })), ...inUnits(false)];

  const firstVertex = new Uint32Array(lines.length + 1);
  lines.forEach(({ lngLat }, i) => { firstVertex[i + 1] = (firstVertex[i] ?? 0) + lngLat.length / 2; });
  const lngLat = new Int32Array(2 * (firstVertex[lines.length] ?? 0));
  lines.forEach((line, i) => { lngLat.set(line.lngLat, 2 * (firstVertex[i] ?? 0)); });
  return {
    kind: Uint8Array.from(lines, ({ kind }) => LINE_KINDS.indexOf(kind)),
    names: lines.map(({ name }) => name),
    firstVertex,
    lngLat,
    ends: Uint32Array.from(pieces.flatMap(({ from, to }) => [from, to])),
    lengths: Uint32Array.from(pieces, (_, i) => lineTicks(lngLat, firstVertex[i] ?? 0, (firstVertex[i + 1] ?? 0) - 1)),
  };
}

function unitWay({ kind, name, level, positions }: Way): UnitWay {
  const lngLat: number[] = [];
  for (const [lng = NaN, lat = NaN] of positions) {
    const [x, y] = [Math.round(lng * UNITS_PER_DEGREE), Math.round(lat * UNITS_PER_DEGREE)];
    if (lngLat.at(-2) !== x || lngLat.at(-1) !== y) lngLat.push(x, y);
  }
  return { kind, name, level, lngLat };
}

interface Piece { readonly way: UnitWay; readonly lngLat: readonly number[]; from: number; to: number }

/** From node to node. */
function piecesOf(ways: readonly UnitWay[]): Piece[] {
  const nodes = nodesOf(ways);
  const pieces: Piece[] = [];
  let first = 0;
  for (const way of ways) {
    const count = way.lngLat.length / 2;
    let begin = 0;
    for (let v = 1; v < count; v++) {
      const to = nodes[first + v] ?? NO_NODE;
      if (to === NO_NODE) continue;
      pieces.push({ way, lngLat: way.lngLat.slice(2 * begin, 2 * v + 2), from: nodes[first + begin] ?? NO_NODE, to });
      begin = v;
    }
    first += count;
  }
  return pieces;
}

/** Nodes are numbered along the Hilbert curve and lines follow their first node, so that a walk reads few stretches of memory. */
function inOrderOfPlace(pieces: Piece[]): Piece[] {
  const at: [number, number][] = [];
  for (const { lngLat, from, to } of pieces) {
    at[from] = [lngLat[0] ?? 0, lngLat[1] ?? 0];
    at[to] = [lngLat.at(-2) ?? 0, lngLat.at(-1) ?? 0];
  }
  if (at.length === 0) return [];
  const index = new Flatbush(at.length, 16, Int32Array);
  for (const [x, y] of at) index.add(x, y, x, y);
  index.finish();
  const number = new Uint32Array(at.length);
  index._indices.subarray(0, at.length).forEach((node, place) => { number[node] = place; });
  for (const piece of pieces) [piece.from, piece.to] = [number[piece.from] ?? 0, number[piece.to] ?? 0];
  return pieces.sort((a, b) => Math.min(a.from, a.to) - Math.min(b.from, b.to) || Math.max(a.from, a.to) - Math.max(b.from, b.to));
}
