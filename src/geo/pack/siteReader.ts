import type { CategoryId } from '@/terms';
import type Flatbush from 'flatbush';
import { openIndex } from './checkIndex';
import { checkShapes } from './checkShapes';
import type { Layer } from './header';
import { memberReader } from './memberReader';
import { ERROR_UNKNOWN, type PackArrays, TEXT_COLUMN_COUNT } from './layout';
import { PackError } from './packError';
import { type Shapes, shapeGeometry } from './shapes';
import type { Site } from './site';

/** Sites as they lie in the file, for the functions that look at many of them. */
export interface PackedSites {
  readonly count: number;
  readonly shapes: Shapes;
  /** Place in `categories` and in the header's layers. */
  readonly category: Uint8Array;
  readonly layer: Uint16Array;
  /** NaN: the layer's own; −1: no bound known; else metres. */
  readonly error: Float64Array;
  readonly categories: readonly CategoryId[];
  /** Boxes in units of 1e-7 degree; null when there are no sites. */
  readonly index: Flatbush | null;
}

export interface SiteReader {
  readonly packed: PackedSites;
  /** @throws RangeError when there is no site i. */
  site(i: number): Site;
  /** Also by the id of a listing that became part of a site. */
  siteById(siteId: string): Site | null;
  /** Sites that more than one source tells of. */
  readonly mergedCount: number;
}

/** `thorough`: the index is held against the shapes too. @throws PackError 'invalid' when the columns do not fit together. */
export function siteReader(
  arrays: PackArrays,
  { layers, categories, stringOf, thorough }: { layers: readonly Layer[]; categories: readonly CategoryId[]; stringOf: (place: number) => string; thorough: boolean },
): SiteReader {
  const shapes: Shapes = {
    kind: arrays['sites.kind'],
    firstRing: arrays['sites.firstRing'],
    firstVertex: arrays['sites.firstVertex'],
    hole: arrays['sites.hole'],
    lngLat: arrays['sites.lngLat'],
  };
  const count = shapes.kind.length;
  const category = arrays['sites.category'];
  const layer = arrays['sites.layer'];
  const error = arrays['sites.error'];
  const text = arrays['sites.text'];
  const byId = arrays['sites.byId'];
  checkShapes(shapes, count, 'sites');
  const strings = arrays['strings.end'].length;
  const answersFor = layers.map(({ categories: own }) => categories.map((id) => own.includes(id)));
  const fits = category.length === count && layer.length === count && error.length === count && text.length === count * TEXT_COLUMN_COUNT && byId.length === count
    && mostOf(text) < strings && mostOf(byId) < count && everySiteFits(arrays, layers.length, categories.length, Uint8Array.from(answersFor.flat(), Number));
  if (!fits) throw new PackError('invalid', 'The sites of this pack do not fit its layers. Build or download the pack again.');
  const index = openIndex(arrays['sites.index'], shapes, thorough);

  const members = memberReader(arrays['sites.members'], arrays['sites.listedAt'], { siteIdPlace: (i) => text[i * TEXT_COLUMN_COUNT], category, layer, answersFor, layers, strings, stringOf });

  const textAt = (i: number, column: number) => stringOf(text[i * TEXT_COLUMN_COUNT + column] ?? 0);

  function site(i: number): Site {
    const categoryId = categories[category[i] ?? NaN];
    const layerId = layers[layer[i] ?? NaN]?.id;
    if (categoryId === undefined || layerId === undefined) throw new RangeError(`There is no site ${String(i)}: the pack has ${String(count)}.`);
    const metres = error[i] ?? NaN;
    return {
      siteId: textAt(i, 0),
      name: textAt(i, 1),
      category: categoryId,
      layerId,
      detail: textAt(i, 2),
      address: textAt(i, 3),
      geometry: shapeGeometry(shapes, i),
      errorMetres: Number.isNaN(metres) ? null : metres === ERROR_UNKNOWN ? 'unknown' : metres,
      flags: flagsOf(textAt(i, 4)),
      ...members.of(i),
    };
  }

  function siteById(siteId: string): Site | null {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (textAt(byId[middle] ?? 0, 0) < siteId) low = middle + 1;
      else high = middle;
    }
    const i = byId[low];
    if (i !== undefined && textAt(i, 0) === siteId) return site(i);
    const merged = members.siteOf(siteId);
    return merged === null ? null : site(merged);
  }

  return { packed: { count, shapes, category, layer, error, categories, index }, site, siteById, mergedCount: members.mergedCount };
}

/** −1: there are none. */
function mostOf(places: Uint32Array): number {
  let most = -1;
  for (let n = 0; n < places.length; n++) if ((places[n] ?? 0) > most) most = places[n] ?? 0;
  return most;
}

/** Every site's error is one, and its layer answers for its category. `answersFor`: by layer, then by category, side by side. */
function everySiteFits(arrays: PackArrays, layers: number, categories: number, answersFor: Uint8Array): boolean {
  const category = arrays['sites.category'];
  const layer = arrays['sites.layer'];
  const error = arrays['sites.error'];
  for (let i = 0; i < category.length; i++) {
    const metres = error[i] ?? NaN;
    if ((metres < 0 && metres !== ERROR_UNKNOWN) || metres === Infinity) return false;
    const [l, c] = [layer[i] ?? layers, category[i] ?? categories];
    if (l >= layers || c >= categories || answersFor[l * categories + c] !== 1) return false;
  }
  return true;
}

function flagsOf(text: string): readonly string[] {
  if (text === '') return [];
  try {
    const flags: unknown = JSON.parse(text);
    if (Array.isArray(flags) && flags.every((flag) => typeof flag === 'string')) return flags;
  } catch {
    // Told below, with what to do.
  }
  throw new PackError('invalid', 'The pack holds a site whose flags cannot be read. Build or download the pack again.');
}
