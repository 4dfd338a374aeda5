import { strFromU8, gunzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NODE_EDGES } from '../../src/cli/edges';
import { packBuild } from '../../src/cli/packBuild';
import { sharedData } from './sharedData';

/** Central Edinburgh, as far as the OpenStreetMap extract reaches: W,S,E,N. */
export const EDINBURGH_BOX = '-3.20801,55.93074,-3.15308,55.96765';
export const EDINBURGH_COUNCIL = 'S12000036';

/** Files that hold all of a category. Shops and care homes are picked out of wider files (below). */
const OSM_FILES = [
  ['school', 'schools_universities_colleges'], ['collegeOrUniversity', 'schools_universities_colleges'], ['otherTuition', 'schools_universities_colleges'],
  ['nursery', 'nurseries_childcare'], ['playPark', 'playgrounds'], ['communityCentre', 'community_centres_halls'], ['youthClub', 'youth_clubs_scouts'],
  ['placeOfWorship', 'places_of_worship'], ['library', 'libraries'], ['licensedPremises', 'licensed_pubs_bars_clubs'], ['parkOrGreenspace', 'parks_gardens_greenspace'],
  ['sportOrLeisure', 'leisure_sports_centres'], ['sportOrLeisure', 'sports_pitches_courts'], ['sportOrLeisure', 'swimming_pools'],
] as const;

/** Classes of the extract that are shops. */
const SHOP_CLASSES = new Set(['shop', 'clothing_store', 'grocery', 'alcohol_shop', 'bakery', 'butcher', 'seafood', 'pastry', 'variety_store', 'e-cigarette', 'pawnbroker', 'games', 'houseware', 'candles', 'music', 'ice_cream']);

/** Until when the fixture is current: tests must not change their answers as time goes by. */
const STALE_AFTER = '2099-12-31';

/** The words of the `pack build` for the real Edinburgh area, or null where the data is missing. `area`: --bbox or --area with its value. */
export function edinburghWords(out: string, area: readonly [option: '--bbox' | '--area', value: string] = ['--bbox', EDINBURGH_BOX]): string[] | null {
  const data = {
    schools: sharedData('schools-scotland-2022/schools_scotland_2022.geojson.gz'),
    care: sharedData('care-inspectorate-2026-05/care_datastore_2026-05-31_redacted.csv.gz'),
    postcodes: sharedData('postcodes-codepoint-open-2025-11/codepo_gb_scotland_2025-11.zip'),
    councils: sharedData('council-boundaries/scotland_councils_2023_wgs84.geojson'),
    osm: sharedData('osm-edinburgh-centre-2025-06'),
  };
  const { schools, care, postcodes, councils, osm } = data;
  if (!schools || !care || !postcodes || !councils || !osm) return null;
  const [shops, nursingHomes] = picked(osm);
  return [
    'pack', 'build', '--out', out, ...area, '--title', 'Central Edinburgh',
    '--schools', schools, '--schools-date', '2022-09-14', '--schools-stale-after', STALE_AFTER,
    '--care', care, '--care-date', '2026-05-31', '--care-stale-after', STALE_AFTER,
    '--postcodes', postcodes, '--councils', councils, '--councils-date', '2023-12-31',
    ...OSM_FILES.flatMap(([category, name]) => ['--osm', `${category}=${join(osm, `poi_${name}.geojson.gz`)}`]),
    '--osm', `shop=${shops}`, '--osm', `careHome=${nursingHomes}`,
    '--osm-coverage', EDINBURGH_BOX, '--osm-date', '2025-06-09', '--osm-stale-after', STALE_AFTER,
    '--basemap', join(osm, 'edinburgh-centre-z10-15.pmtiles'), '--basemap-date', '2025-06-09',
  ];
}

const FOLDER = join(tmpdir(), `steading-tests-${String(process.getuid?.() ?? 0)}`);

/** Builds the real Edinburgh pack once for each state of the code that makes it, and keeps it in the temporary folder. null: the data is missing. */
export async function buildEdinburghPack(): Promise<{ path: string } | null> {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `edinburgh-${codeHash()}.steadingpack`);
  const words = edinburghWords(path);
  if (!words) return null;
  if (existsSync(path)) return { path };
  const said: string[] = [];
  const edges = { ...NODE_EDGES, err: (text: string) => said.push(text), now: () => new Date('2026-06-15T10:00:00Z') };
  const exit = await packBuild.run(words.slice(2), edges);
  if (exit !== 0) throw new Error(said.join('\n'));
  return { path };
}

function picked(osm: string): [shops: string, nursingHomes: string] {
  mkdirSync(FOLDER, { recursive: true });
  const pick = (from: string, to: string, wanted: (properties: Record<string, unknown>) => boolean) => {
    const file = JSON.parse(strFromU8(gunzipSync(readFileSync(join(osm, from))))) as { features: { properties: Record<string, unknown> }[] };
    const path = join(FOLDER, to);
    writeFileSync(path, JSON.stringify({ ...file, features: file.features.filter(({ properties }) => wanted(properties)) }));
    return path;
  };
  return [
    pick('poi_all.geojson.gz', 'shops.geojson', ({ class: kind }) => SHOP_CLASSES.has(String(kind))),
    pick('poi_care_homes_social_facilities.geojson.gz', 'nursing-homes.geojson', ({ subclass }) => subclass === 'nursing_home'),
  ];
}

/** Names the sources of the pack's making, so that a change of code makes a new pack. */
function codeHash(): string {
  const root = resolve(import.meta.dirname, '../..');
  const hash = createHash('sha256');
  const take = (path: string): void => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).toSorted()) take(join(path, name));
    else hash.update(readFileSync(path));
  };
  for (const part of ['src/geo/pack', 'src/geo/sources', 'src/cli', 'src/terms/category.ts', 'tests/cli/edinburghPack.ts']) take(resolve(root, part));
  return hash.digest('hex').slice(0, 16);
}
