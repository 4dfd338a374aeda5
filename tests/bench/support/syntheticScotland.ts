import type { Layer, PackContent, Site } from '@/geo';
import { CATEGORY_IDS, type CategoryId, categoryOf } from '@/terms';
import type { Geometry, Position } from 'geojson';
import { seeded } from '../../geo/geodesic';
import { box, contentFixture, layer } from '../../geo/contentFixture';

/** Where people live, roughly: longitude, latitude, share, spread in degrees. */
const TOWNS = [
  [-4.25, 55.86, 0.3, 0.1], [-3.19, 55.95, 0.2, 0.07], [-2.1, 57.15, 0.08, 0.05], [-2.97, 56.46, 0.07, 0.04], [-4.22, 57.48, 0.04, 0.04],
  [-3.95, 55.8, 0.1, 0.1], [-3.4, 56.1, 0.1, 0.15],
] as const;

/** A place where a site or an address might be: mostly in towns, some anywhere. */
export function somewhere(random: () => number): { lng: number; lat: number } {
  let left = random();
  for (const [lng, lat, share, spread] of TOWNS) {
    left -= share;
    if (left < 0) return { lng: lng + spread * bell(random) * 1.8, lat: lat + spread * bell(random) };
  }
  return { lng: -6 + 4.2 * random(), lat: 55 + 3.4 * random() };
}

function bell(random: () => number): number {
  return random() + random() + random() - 1.5;
}

/** 263 points to 35 polygons of 5–200 vertices to 2 lines: the mix of the whole of Scotland in OpenStreetMap. */
export function syntheticSites(count: number, seed: number): Site[] {
  const random = seeded(seed);
  const categories = CATEGORY_IDS.filter((id) => categoryOf(id).found === 'mapped');
  return Array.from({ length: count }, (_, i) => {
    const category: CategoryId = categories[Math.floor(random() * categories.length)] ?? 'school';
    const kind = i % 300;
    const geometry = kind < 263 ? pointAt(random) : kind < 298 ? blob(random) : path(random);
    return { siteId: `x:${String(i)}`, name: `Site ${String(i)}`, category, layerId: category, detail: '', address: '', geometry, errorMetres: null, flags: [] };
  });
}

export function syntheticContent(count: number): PackContent {
  const area = box(-9, 54.5, 0, 61);
  const sites = syntheticSites(count, 1);
  const kept = (id: CategoryId) => sites.filter(({ layerId }) => layerId === id).length;
  const layers: Layer[] = CATEGORY_IDS.filter((id) => categoryOf(id).found === 'mapped').map((id) => layer(id, [id], { coverage: area, counts: { read: kept(id), kept: kept(id), dropped: [], flagged: [] } }));
  return contentFixture({
    title: 'Synthetic', area: { name: 'Scotland', councilCode: null, boundary: area }, layers, sites,
    postcodes: [], addresses: [], councils: [], streets: null, basemap: null,
  });
}

const rounded = (lng: number, lat: number): Position => [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];

function pointAt(random: () => number): Geometry {
  const { lng, lat } = somewhere(random);
  return { type: 'Point', coordinates: rounded(lng, lat) };
}

function blob(random: () => number): Geometry {
  const { lng, lat } = somewhere(random);
  const vertices = 4 + Math.floor(196 * random() ** 3);
  const size = 0.0003 + 0.004 * random() ** 4;
  const ring = Array.from({ length: vertices }, (_, v) => {
    const turn = (2 * Math.PI * v) / vertices;
    const reach = size * (0.7 + 0.3 * random());
    return rounded(lng + 1.8 * reach * Math.cos(turn), lat + reach * Math.sin(turn));
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] };
}

function path(random: () => number): Geometry {
  const { lng, lat } = somewhere(random);
  return { type: 'LineString', coordinates: Array.from({ length: 10 }, (_, v) => rounded(lng + 0.0008 * v, lat + 0.0005 * random() * v)) };
}
