import { distanceMetres } from '../distance';
import type { Layer, PositionQuality } from '../pack/header';
import { UNITS_PER_DEGREE } from '../pack/shapes';
import type { Site, SiteMember } from '../pack/site';
import { postcodeKey } from '../pack/postcodeText';
import { boxOf, touches, widen } from './box';
import { BUILDING_FLAG, POINT_FLAG } from './osm';
import { placeName } from './placeName';

/** Two of one source and one name so near each other: it cannot be told which of them the other source means. */
const NAMESAKES_METRES = 2_000;

/** A name that more listings share than this tells no place from another; of Scotland's schools, day care and care homes, the commonest is St Mary's Primary, 20 times. */
const MOST_NAMESAKES = 1_000;

/** Positions are rounded to 1e-7 degree in a pack, and the plane is a millimetre off: never decided by so little. */
const SPARE_METRES = 0.1;

/** Why listings of one name and category stay apart. A doubt keeps both: a place shown twice is seen, a place merged away is not. */
export const APART = {
  namesakes: 'several of that name are near each other',
  far: 'further apart than their positions allow',
  outlines: 'each has an outline of its own',
  unbounded: 'no bound is known for the position of one',
  building: 'the outline is of a building or a line, not of grounds',
  extents: 'points that stand for grounds of different size',
  postcodes: 'their postcodes differ',
} as const;
export type ApartReason = keyof typeof APART;

export interface KeptApart { readonly reason: ApartReason; readonly siteIds: readonly string[] }

export interface OnePlace {
  readonly sites: readonly Site[];
  /** The sites that several sources tell of. */
  readonly merged: readonly (Site & { readonly members: readonly SiteMember[] })[];
  readonly apart: readonly KeptApart[];
}

/**
 * One place, one site (ADR 0012): listings of one place by several sources become one site with `members`. The site has identity, name and words of
 * the official listing, and the better position; every other listing must allow for it: its own error reaches to the better position and its error.
 */
export function onePlaceOneSite(layers: readonly Pick<Layer, 'id' | 'position'>[], sites: readonly Site[]): OnePlace {
  const order = new Map(layers.map(({ id }, i) => [id, i]));
  const positions = new Map(layers.map(({ id, position }) => [id, position]));
  const groups = new Map<string, Site[]>();
  for (const site of sites) {
    const key = placeName(site);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(site);
    else groups.set(key, [site]);
  }
  const apart: KeptApart[] = [];
  const mergedInto = new Map<Site, Site & { readonly members: readonly SiteMember[] }>();
  for (const group of groups.values()) {
    if (sourcesOf(group) < 2) continue;
    for (const near of group.length > MOST_NAMESAKES ? [group] : neighbourhoods(group)) {
      const sources = sourcesOf(near);
      if (sources < 2) continue;
      if (sources < near.length) apart.push({ reason: 'namesakes', siteIds: near.map(({ siteId }) => siteId) });
      else {
        const told = near.map((site) => tellingOf(site, positions.get(site.layerId))).toSorted((a, b) => rank(a.site, order) - rank(b.site, order));
        const result = mergeOf(told);
        apart.push(...result.apart);
        if (result.site) for (const { siteId } of result.site.members) { const own = near.find((site) => site.siteId === siteId); if (own) mergedInto.set(own, result.site); }
      }
    }
  }
  const merged = [...new Set(mergedInto.values())];
  return { sites: [...new Set(sites.map((site) => mergedInto.get(site) ?? site))], merged, apart };
}

/** A listing, and what its position allows for. */
interface Telling { readonly site: Site; readonly errorMetres: number | null; readonly extentMetres: number }

const isPoint = ({ geometry: { type } }: Site) => type === 'Point' || type === 'MultiPoint';
const isOutline = ({ geometry: { type } }: Site) => type === 'Polygon' || type === 'MultiPolygon';
const sourceOf = ({ siteId }: Site) => siteId.slice(0, siteId.indexOf(':'));
const sourcesOf = (sites: readonly Site[]) => new Set(sites.map(sourceOf)).size;

function tellingOf(site: Site, position: PositionQuality | undefined): Telling {
  const errorMetres = site.errorMetres === 'unknown' ? null : (site.errorMetres ?? position?.errorMetres ?? null);
  return { site, errorMetres, extentMetres: isPoint(site) ? position?.extentMetres ?? 0 : 0 };
}

/** Official listings in the order of their layers, then what volunteers have drawn. */
const rank = (site: Site, order: ReadonlyMap<string, number>) => (order.get(site.layerId) ?? 0) + (sourceOf(site) === 'osm' ? order.size : 0);

/** Sites that are linked by steps of at most NAMESAKES_METRES (by their boxes: rather too far than too near). */
function neighbourhoods(group: readonly Site[]): Site[][] {
  const left = new Set(group);
  const all: Site[][] = [];
  for (const first of group) {
    if (!left.delete(first)) continue;
    const near = [first];
    for (const site of near) {
      const box = boxOf(site.geometry);
      if (!box) continue;
      const reach = widen(box, NAMESAKES_METRES);
      for (const other of left) if (touches(other.geometry, reach)) { near.push(other); left.delete(other); }
    }
    all.push(near);
  }
  return all;
}

/** `told`: by rank, one of each source. */
function mergeOf(told: readonly Telling[]): { site: (Site & { readonly members: readonly SiteMember[] }) | null; apart: KeptApart[] } {
  const [placed] = told.filter(({ errorMetres }) => errorMetres !== null).toSorted((a, b) => shapeRank(a.site) - shapeRank(b.site) || (a.errorMetres ?? 0) - (b.errorMetres ?? 0));
  if (!placed) return { site: null, apart: [{ reason: 'unbounded', siteIds: told.map(({ site }) => site.siteId) }] };
  const apart: KeptApart[] = [];
  const together = told.filter((one) => {
    const reason = one === placed ? null : whyApart(one, placed);
    if (reason !== null) apart.push({ reason, siteIds: [one.site.siteId, placed.site.siteId] });
    return reason === null;
  });
  const [head] = together;
  if (!head || together.length < 2) return { site: null, apart };
  const flags = new Set(together.flatMap(({ site }) => site.flags));
  if (isOutline(placed.site)) flags.delete(POINT_FLAG);
  const members = together.map((one) => ({ siteId: one.site.siteId, name: one.site.name, layerId: one.site.layerId, placed: one === placed, ...(one === placed ? {} : listedAt(one)) }));
  const address = together.map(({ site }) => site.address).find((text) => text !== '') ?? '';
  return { site: { ...head.site, address, geometry: placed.site.geometry, errorMetres: placed.errorMetres, flags: [...flags], members }, apart };
}

/** The listing's own position, kept for whoever finds that it is another place after all. */
function listedAt({ site: { geometry }, errorMetres, extentMetres }: Telling): Pick<SiteMember, 'at'> {
  if (geometry.type !== 'Point' || errorMetres === null) return {};
  const [lng = NaN, lat = NaN] = geometry.coordinates;
  return { at: { point: { lng, lat }, errorMetres, extentMetres } };
}

/** An outline is better than a line, a line than a point. */
const shapeRank = (site: Site) => (isOutline(site) ? 0 : isPoint(site) ? 2 : 1);

/**
 * null: the listing may be of the very place. Its point, widened by its own error, must reach the better place and the error of that: then whoever
 * was within a distance of the listing by its own word is within it of the merged site (the property is tested).
 */
function whyApart(told: Telling, placed: Telling): ApartReason | null {
  const { geometry } = told.site;
  if (geometry.type !== 'Point') return 'outlines';
  if (told.errorMetres === null || placed.errorMetres === null) return 'unbounded';
  const [lng = NaN, lat = NaN] = geometry.coordinates.map((degrees) => Math.round(degrees * UNITS_PER_DEGREE) / UNITS_PER_DEGREE);
  const metres = distanceMetres({ lng, lat }, placed.site.geometry);
  if (metres + placed.errorMetres + (metres > 0 ? SPARE_METRES : 0) > told.errorMetres) return 'far';
  if (isPoint(placed.site)) { if (told.extentMetres !== placed.extentMetres) return 'extents'; }
  else if (told.extentMetres > 0 && (!isOutline(placed.site) || placed.site.flags.includes(BUILDING_FLAG))) return 'building';
  const postcodes = [told.site, placed.site].map(postcodeOf);
  // A surveyed point within the outline outweighs a postcode; a point that is itself the postcode's does not.
  const byPostcode = told.errorMetres > placed.errorMetres && postcodes[0] !== null && postcodes[1] !== null && postcodes[0] !== postcodes[1];
  return byPostcode ? 'postcodes' : null;
}

function postcodeOf({ address }: Site): string | null {
  const [found] = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/iu.exec(address.trim()) ?? [];
  return found === undefined ? null : postcodeKey(found);
}
