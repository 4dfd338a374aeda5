import { nearby, type Layer, openPack, type OpenPack, type PackContent, type Site, surroundingsChanges, type SurroundingsChange, writePack } from '@/geo';
import type { Polygon } from 'geojson';
import { box, contentFixture, layer, sha256, site } from '../contentFixture';

/** A made-up town about this point; 1e-5 degree is 1.1 m north and 0.62 m east. */
export const AT = { lng: -3.2, lat: 55.9 };
export const RADIUS_METRES = 500;
export const ON = '2026-06-01';

/** Degrees for metres about AT; within a centimetre over 5 km. */
export const at = (east: number, north: number): [number, number] => [AT.lng + east / 62_541, AT.lat + north / 111_340];
export const point = (east: number, north: number) => ({ type: 'Point', coordinates: at(east, north) }) as const;
export function square(east: number, north: number, side: number): Polygon {
  return { type: 'Polygon', coordinates: [[at(east, north), at(east + side, north), at(east + side, north + side), at(east, north + side), at(east, north)]] };
}
export const school = (id: string, east: number, north: number, more: Partial<Site> = {}): Site => site(`school:${id}`, point(east, north), { name: `School ${id}`, ...more });
export const park = (id: string, east: number, north: number, more: Partial<Site> = {}): Site => site(`osm:${id}`, square(east, north, 40), { name: `Park ${id}`, category: 'parkOrGreenspace', layerId: 'parks', ...more });

export const SITES: readonly Site[] = [school('1', 100, 0), school('2', 0, 300), school('far', 900, 0), park('a', -200, 0), park('b', 0, -300), park('c', 200, 200, { name: 'Unnamed park or greenspace' })];
export const LAYERS: readonly Layer[] = [layer('schools', ['school', 'nursery']), layer('parks', ['parkOrGreenspace'])];

export async function packWith(more: Partial<PackContent> = {}): Promise<OpenPack> {
  const content = contentFixture({ training: false, layers: LAYERS, sites: SITES, postcodes: [], addresses: [], councils: [], streets: null, basemap: null, builtAt: '2026-05-01T00:00:00Z', area: { name: 'Testshire', councilCode: null, boundary: box(-3.4, 55.8, -3, 56) }, ...more });
  return openPack(await writePack(content, { sha256 }), { sha256 });
}

export const later = (more: Partial<PackContent> = {}) => packWith({ builtAt: '2026-06-01T00:00:00Z', ...more });

/** What the newer pack tells otherwise than the older one that was read at AT, ± 10 m. */
export function changes(then: OpenPack, now: OpenPack, errorMetres: number | null = 10, radiusMetres = RADIUS_METRES): readonly SurroundingsChange[] {
  const answer = nearby(then, { point: AT, errorMetres }, radiusMetres, ON);
  return surroundingsChanges({ answer: JSON.parse(JSON.stringify(answer)) as typeof answer, layers: then.header.layers }, now, ON);
}

export const told = (all: readonly SurroundingsChange[]): string[] => all.map((one) => (one.kind === 'status'
  ? `${one.category} ${one.then.status} → ${one.now.status}${one.untold.map(({ name, why }) => ` (${name}: ${why})`).join('')}`
  : `${one.kind} ${(one.now ?? one.then)?.name ?? ''}${one.movedMetres === null ? '' : ` ${String(Math.round(one.movedMetres))}`}`));
