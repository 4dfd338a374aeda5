import type { Position } from 'geojson';
import { LINE_KINDS, type StreetMap } from './content';
import type { PackArrays } from './layout';
import { PackError } from './packError';
import { UNITS_PER_DEGREE } from './shapes';

/** The streets of a pack as they lie (content.ts, PackLines). */
export interface PackedLines {
  readonly count: number;
  /** How many of them, from the first, are walked. */
  readonly walked: number;
  readonly firstVertex: Uint32Array;
  readonly lngLat: Int32Array;
  readonly ends: Uint32Array;
  /** Tenths of a millimetre. */
  readonly lengths: Uint32Array;
  readonly nodeCount: number;
}

export interface LineReader {
  readonly packed: PackedLines | null;
  /** With what else the pack draws, which comes first; null: it draws nothing at all. */
  drawnWith(drawn: StreetMap | null): StreetMap | null;
}

/** @throws PackError 'invalid' for columns that do not fit together, so that no loop over them can leave its array. */
export function lineReader(arrays: PackArrays, stringOf: (place: number) => string): LineReader {
  const strings = arrays['strings.end'].length;
  const kind = arrays['lines.kind'] ?? new Uint8Array(0);
  const name = arrays['lines.name'] ?? new Uint32Array(0);
  const firstVertex = arrays['lines.firstVertex'] ?? Uint32Array.of(0);
  const lngLat = arrays['lines.lngLat'] ?? new Int32Array(0);
  const ends = arrays['walk.ends'] ?? new Uint32Array(0);
  const lengths = arrays['walk.length'] ?? new Uint32Array(0);
  const placeName = arrays['places.name'] ?? new Uint32Array(0);
  const placeLngLat = arrays['places.lngLat'] ?? new Int32Array(0);
  const count = kind.length;

  let fits = name.length === count && firstVertex.length === count + 1 && firstVertex[0] === 0 && (firstVertex[count] ?? 0) * 2 === lngLat.length
    && lengths.length <= count && ends.length === 2 * lengths.length && placeLngLat.length === 2 * placeName.length
    && onEarth(lngLat) && onEarth(placeLngLat) && placeName.every((place) => place < strings) && name.every((place) => place < strings);
  for (let i = 0; fits && i < count; i++) fits = (kind[i] ?? LINE_KINDS.length) < LINE_KINDS.length && (firstVertex[i + 1] ?? 0) - (firstVertex[i] ?? 0) >= 2;
  let nodeCount = 0;
  for (const node of ends) nodeCount = Math.max(nodeCount, node + 1);
  // A node has a line that ends there: more nodes than ends would be memory asked for by a number.
  if (!fits || nodeCount > ends.length) throw new PackError('invalid', 'The streets of this pack do not fit together. Build or download the pack again.');

  const at = (from: Int32Array, v: number): Position => [(from[2 * v] ?? NaN) / UNITS_PER_DEGREE, (from[2 * v + 1] ?? NaN) / UNITS_PER_DEGREE];
  const texts = new Map<number, { readonly name?: string }>();
  /** A street has many lines and one name: decoded once. */
  function named(place = 0): { readonly name?: string } {
    let known = texts.get(place);
    if (known === undefined) {
      const text = stringOf(place);
      texts.set(place, known = text === '' ? {} : { name: text });
    }
    return known;
  }

  function lineFeature(i: number): StreetMap['features'][number] {
    const coordinates: Position[] = [];
    for (let v = firstVertex[i] ?? 0; v < (firstVertex[i + 1] ?? 0); v++) coordinates.push(at(lngLat, v));
    return { type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: { kind: LINE_KINDS[kind[i] ?? 0] ?? 'path', ...named(name[i]) } };
  }

  return {
    packed: count === 0 ? null : { count, walked: lengths.length, firstVertex, lngLat, ends, lengths, nodeCount },
    drawnWith(drawn) {
      if (count === 0 && placeName.length === 0) return drawn;
      const lines = Array.from({ length: count }, (_, i) => lineFeature(i));
      const places = Array.from(placeName, (place, i): StreetMap['features'][number] => ({
        type: 'Feature', geometry: { type: 'Point', coordinates: at(placeLngLat, i) }, properties: { kind: 'place', ...named(place) },
      }));
      return { type: 'FeatureCollection', features: [...(drawn?.features ?? []), ...lines, ...places] };
    },
  };
}

function onEarth(lngLat: Int32Array): boolean {
  for (let c = 0; c < lngLat.length; c += 2) {
    if (Math.abs(lngLat[c] ?? 0) > 180 * UNITS_PER_DEGREE || Math.abs(lngLat[c + 1] ?? 0) > 90 * UNITS_PER_DEGREE) return false;
  }
  return true;
}
