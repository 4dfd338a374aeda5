import { openPack, type OpenPack, type Site, writePack } from '@/geo';
import type { CategoryId } from '@/terms';
import type { Feature } from 'geojson';
import { box, contentFixture, layer, sha256 } from './contentFixture';
import { sharedFeatures } from './sharedData';

const OSM = 'osm-edinburgh-centre-2025-06';
const FILES: readonly (readonly [string, CategoryId])[] = [
  ['poi_schools_universities_colleges', 'school'], ['poi_nurseries_childcare', 'nursery'], ['poi_playgrounds', 'playPark'],
  ['poi_parks_gardens_greenspace', 'parkOrGreenspace'], ['poi_sports_pitches_courts', 'sportOrLeisure'], ['poi_community_centres_halls', 'communityCentre'],
  ['poi_places_of_worship', 'placeOfWorship'], ['poi_libraries', 'library'], ['poi_licensed_pubs_bars_clubs', 'licensedPremises'],
];

const toSite = (layerId: string, category: CategoryId) => ({ geometry, properties }: Feature, i: number): Site => ({
  siteId: `${layerId}:${String(i)}`, layerId, category, geometry, name: String(properties?.name ?? properties?.SchoolName ?? ''), detail: '', address: '', errorMetres: null, flags: [],
});

/** Central Edinburgh from OpenStreetMap: points and polygons of nine categories, with errors, extents and coverages that differ by layer. */
export async function edinburghPack(): Promise<OpenPack> {
  const area = box(-3.20801, 55.93074, -3.15308, 55.96765);
  const layers = FILES.map(([, category], i) => layer(category, [category], {
    coverage: area,
    position: { errorMetres: i === 3 ? null : i * 5, extentMetres: i % 2 === 0 ? 60 : 0, note: '' },
  }));
  const sites = FILES.flatMap(([file, category]) => sharedFeatures(`${OSM}/${file}.geojson.gz`).map(toSite(category, category)));
  sites.forEach((each, i) => { if (i % 50 === 7) sites[i] = { ...each, errorMetres: 'unknown' }; });
  sites.forEach((each, i) => { if (i % 40 === 9) sites[i] = { ...each, errorMetres: 120 }; });
  return open({ area: { name: 'Central Edinburgh', councilCode: 'S12000036', boundary: area }, layers, sites });
}

/** All 2,495 schools of Scotland, as points. */
export async function schoolsPack(): Promise<OpenPack> {
  const area = box(-9, 54.5, 0, 61);
  const sites = sharedFeatures('schools-scotland-2022/schools_scotland_2022.geojson.gz').map(toSite('schools', 'school'));
  return open({
    area: { name: 'Scotland', councilCode: null, boundary: area }, sites,
    layers: [layer('schools', ['school'], { coverage: area, position: { errorMetres: 10, extentMetres: 100, note: '' } })],
  });
}

async function open(more: Partial<Parameters<typeof writePack>[0]>): Promise<OpenPack> {
  const content = contentFixture({ postcodes: [], addresses: [], councils: [], streets: null, basemap: null, ...more });
  return openPack(await writePack(content, { sha256 }), { sha256 });
}
