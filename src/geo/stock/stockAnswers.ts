import { CATEGORY_IDS, type CategoryId } from '@/terms';
import type { OpenPack } from '../pack/openPack';
import { COVERAGES, HERE, type ScreenChunk, STATUSES } from '../screen/chunk';
import type { StockAddress } from './readStock';

export interface LayerFacts {
  readonly category: CategoryId;
  readonly status: string;
  readonly coverage: string;
  /** The oldest date of the layers that answer for the category; null: none answers, or one has no date. */
  readonly asOf: string | null;
}

export interface SiteFacts {
  readonly siteId: string;
  readonly members: readonly string[];
  readonly name: string;
  readonly category: CategoryId;
  readonly distanceMetres: number;
  /** Whole degrees from north; null: the address lies in the site. */
  readonly bearing: number | null;
  readonly certainty: 'inside' | 'uncertain';
}

export interface AddressFacts {
  readonly id: string;
  readonly position: { readonly lng: number; readonly lat: number; readonly precisionMetres: number | null; readonly source: StockAddress['source'] };
  readonly layers: readonly LayerFacts[];
  readonly sites: readonly SiteFacts[];
}

/** The answers of all chunks, each address in words when it is asked for, in the order of the file: objects for all at once would not fit. */
export function stockAnswers(pack: OpenPack, placed: readonly StockAddress[], chunks: readonly ScreenChunk[]): (address: number) => AddressFacts {
  const whereIs = new Map<number, { chunk: ScreenChunk; k: number }>();
  for (const chunk of chunks) chunk.address.forEach((address, k) => whereIs.set(address, { chunk, k }));
  const asOf = CATEGORY_IDS.map((category) => oldest(pack, category));
  const siteOf = siteWords(pack);
  return (address) => {
    const given = placed[address];
    const where = whereIs.get(address);
    if (given === undefined || where === undefined) throw new Error(`Address ${String(address)} was not answered.`);
    const { chunk, k } = where;
    const { id, point, precisionMetres, source } = given;
    const layers = CATEGORY_IDS.map((category, c): LayerFacts => {
      const at = k * CATEGORY_IDS.length + c;
      return { category, status: STATUSES[chunk.status[at] ?? -1] ?? '', coverage: COVERAGES[chunk.coverage[at] ?? -1] ?? '', asOf: asOf[c] ?? null };
    });
    const sites: SiteFacts[] = [];
    for (let row = chunk.firstSite[k] ?? 0; row < (chunk.firstSite[k + 1] ?? 0); row++) {
      const bearing = chunk.bearing[row] ?? HERE;
      sites.push({
        ...siteOf(chunk.site[row] ?? -1), distanceMetres: Math.round((chunk.metres[row] ?? NaN) * 1_000) / 1_000,
        bearing: bearing === HERE ? null : bearing, certainty: chunk.inside[row] === 1 ? 'inside' : 'uncertain',
      });
    }
    return { id, position: { lng: degrees(point.lng), lat: degrees(point.lat), precisionMetres, source }, layers, sites };
  };
}

const degrees = (value: number) => Math.round(value * 1e7) / 1e7;

function oldest(pack: OpenPack, category: CategoryId): string | null {
  const dates = pack.header.layers.filter(({ categories }) => categories.includes(category)).map(({ asOf }) => asOf);
  if (dates.includes(null)) return null;
  return dates.toSorted()[0] ?? null;
}

/** Each site is read out of the pack once, however many addresses it lies near. */
function siteWords(pack: OpenPack) {
  const known = new Map<number, Pick<SiteFacts, 'siteId' | 'members' | 'name' | 'category'>>();
  return (place: number) => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const site = pack.site(place);
    const { siteId, name, category } = site;
    const words = { siteId, members: membersOf(site), name, category };
    known.set(place, words);
    return words;
  };
}

/** A pack in which one place is one site says of what the site was made; in others a site stands for itself. */
function membersOf(site: { readonly siteId: string; readonly members?: readonly (string | { readonly siteId: string })[] }): readonly string[] {
  return site.members?.map((member) => (typeof member === 'string' ? member : member.siteId)) ?? [site.siteId];
}
