import type { Layer } from './header';
import { LISTED_COLUMN_COUNT, MEMBER_COLUMN_COUNT } from './layout';
import { PackError } from './packError';
import type { ListedAt, Site, SiteMember } from './site';

/** The columns of the sites that members are held against. */
interface Columns {
  /** Place of site i's own id in the string table. */
  readonly siteIdPlace: (i: number) => number | undefined;
  readonly category: Uint8Array;
  readonly layer: Uint16Array;
  /** By layer, then by category. */
  readonly answersFor: readonly (readonly boolean[])[];
  readonly layers: readonly Layer[];
  readonly strings: number;
  readonly stringOf: (place: number) => string;
}

export interface MemberReader {
  readonly mergedCount: number;
  /** Nothing for a site that one source alone tells of. */
  of(site: number): Pick<Site, 'members'>;
  /** The site that a listing became part of; null: none. */
  siteOf(siteId: string): number | null;
}

/** `rows` undefined: a pack without merged sites. @throws PackError 'invalid' for rows that break the rules of checkMembers, as far as one site goes. */
export function memberReader(rows: Uint32Array | undefined, listed: Float64Array | undefined, columns: Columns): MemberReader {
  const all = rows ?? new Uint32Array(0);
  const { siteIdPlace, category, layer, answersFor, layers, strings, stringOf } = columns;
  const firstOf = new Map<number, number>();
  const at = (row: number, column: number) => all[row * MEMBER_COLUMN_COUNT + column] ?? NaN;
  const count = all.length / MEMBER_COLUMN_COUNT;
  const listedAt = (row: number): ListedAt | null => {
    const [lng = NaN, lat = NaN, errorMetres = NaN, extentMetres = NaN] = listed?.subarray(row * LISTED_COLUMN_COUNT, (row + 1) * LISTED_COLUMN_COUNT) ?? [];
    return [lng, lat, errorMetres, extentMetres].every(Number.isNaN) ? null : { point: { lng, lat }, errorMetres, extentMetres };
  };
  let fits = Number.isInteger(count) && (listed === undefined || (count > 0 && listed.length === count * LISTED_COLUMN_COUNT));
  for (let row = 0; fits && row < count;) {
    const site = at(row, 0);
    const first = row;
    const used = new Set<number>();
    let placed = 0;
    fits = site < category.length && !firstOf.has(site) && at(row, 1) === siteIdPlace(site) && at(row, 3) === layer[site] && (row === 0 || site > at(row - 1, 0));
    firstOf.set(site, first);
    for (; fits && row < count && at(row, 0) === site; row++) {
      const own = listedAt(row);
      fits = (own === null || (at(row, 4) === 0 && isListedAt(own))) && at(row, 1) < strings && at(row, 2) < strings && at(row, 4) <= 1 && !used.has(at(row, 3)) && answersFor[at(row, 3)]?.[category[site] ?? -1] === true;
      used.add(at(row, 3));
      placed += at(row, 4);
    }
    fits &&= row - first >= 2 && placed === 1;
  }
  if (!fits) throw new PackError('invalid', 'The listings of merged sites in this pack do not fit its sites. Build or download the pack again.');

  let siteById: Map<string, number> | undefined;
  return {
    mergedCount: firstOf.size,
    of(site) {
      const members: SiteMember[] = [];
      for (let row = firstOf.get(site) ?? count; row < count && at(row, 0) === site; row++) {
        const own = listedAt(row);
        members.push({ siteId: stringOf(at(row, 1)), name: stringOf(at(row, 2)), layerId: layers[at(row, 3)]?.id ?? '', placed: at(row, 4) === 1, ...(own && { at: own }) });
      }
      return members.length === 0 ? {} : { members };
    },
    siteOf(siteId) {
      siteById ??= new Map(Array.from({ length: count }, (_, row) => [stringOf(at(row, 1)), at(row, 0)]));
      return siteById.get(siteId) ?? null;
    },
  };
}

const isMetres = (metres: number) => metres >= 0 && metres < Infinity;

/** On Earth, with an error and an extent that can be measured with. */
export function isListedAt({ point: { lng, lat }, errorMetres, extentMetres }: ListedAt): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 && isMetres(errorMetres) && isMetres(extentMetres);
}
