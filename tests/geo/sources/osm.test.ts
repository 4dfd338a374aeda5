import { boxPolygon, readOsm } from '@/geo/sources';
import type { CategoryId } from '@/terms';
import { describe, expect, it } from 'vitest';
import { needsSharedData, sharedData } from '../../cli/sharedData';
import { collection, diskFile, EDITION, feature, pointAt, textFile } from './sourceFiles';

const context = { edition: EDITION, coverage: boxPolygon({ west: -3.3, south: 55.9, east: -3.1, north: 56 }) };
const at = pointAt(-3.2, 55.95);
const read = (category: CategoryId, ...features: unknown[]) => readOsm([{ category, file: textFile(`${category}.geojson`, collection(...features)) }], context);
/** What one place becomes when it is handed over as a category. */
const becomes = (category: CategoryId, properties: Record<string, unknown>) => read(category, feature(at, properties, 'node/1')).flatMap(({ sites }) => sites)[0];

describe('OpenStreetMap places', () => {
  const table: readonly (readonly [asked: CategoryId, properties: Record<string, unknown>, category: CategoryId])[] = [
    ['school', { class: 'school', subclass: 'school' }, 'school'],
    ['school', { amenity: 'university' }, 'collegeOrUniversity'],
    ['school', { class: 'college', subclass: 'college' }, 'collegeOrUniversity'],
    ['school', { amenity: 'language_school' }, 'otherTuition'],
    ['school', { amenity: 'music_school' }, 'otherTuition'],
    ['school', { class: 'school;kindergarten', subclass: 'school;kindergarten' }, 'school'],
    ['nursery', { class: 'school;kindergarten', subclass: 'school;kindergarten' }, 'nursery'],
    ['communityCentre', { amenity: 'community_centre', name: 'Shore Hall' }, 'communityCentre'],
    ['communityCentre', { class: 'social_centre', subclass: 'social_centre', name: 'Northern Bowling Club Pavilion' }, 'sportOrLeisure'],
    ['youthClub', { class: 'town_hall', subclass: 'community_centre' }, 'youthClub'],
    ['communityCentre', { amenity: 'townhall' }, 'communityCentre'],
    ['sportOrLeisure', { class: 'pitch', subclass: 'tennis' }, 'sportOrLeisure'],
    ['playPark', { leisure: 'playground' }, 'playPark'],
    ['licensedPremises', { shop: 'alcohol' }, 'licensedPremises'],
    ['shop', { shop: 'alcohol' }, 'shop'],
    ['licensedPremises', { shop: 'bakery' }, 'shop'],
    ['careHome', { amenity: 'social_facility', social_facility: 'assisted_living' }, 'shelteredHousing'],
    ['careHome', { class: 'hospital', subclass: 'nursing_home' }, 'careHome'],
    ['library', { something: 'else' }, 'library'],
  ];
  it.each(table)('asked as %s, %j is %s', (asked, properties, category) => {
    expect(becomes(asked, properties)?.category).toBe(category);
  });

  it('says of the outline of a building that its grounds are not drawn, and of grounds nothing', () => {
    const outline = { type: 'Polygon', coordinates: [[[-3.2, 55.95], [-3.199, 55.95], [-3.199, 55.951], [-3.2, 55.95]]] };
    const flagsOf = (properties: Record<string, unknown>) => read('school', feature(outline, { amenity: 'school', ...properties }, 'way/1')).flatMap(({ sites }) => sites)[0]?.flags;
    expect(flagsOf({ building: 'school' })).toEqual(['Drawn as a building: its grounds are not on the map']);
    expect([flagsOf({}), flagsOf({ building: 'no' })]).toEqual([[], []]);
  });

  it('keeps what the map does not tell, and says so', () => {
    expect(becomes('careHome', { class: 'social_facility', subclass: 'social_facility' })).toMatchObject({ category: 'careHome', flags: ["The map calls it 'social facility': it may be something else"] });
    expect(becomes('careHome', { amenity: 'social_facility', social_facility: 'nursing_home' })?.flags).toEqual([]);
  });

  it('gives what turned up in the wrong file a layer that covers nothing, unless it was asked for too', () => {
    const college = feature(at, { amenity: 'college' }, 'way/7');
    const [main, other] = read('school', college);
    expect(main).toMatchObject({ sites: [], layer: { categories: ['school'] } });
    expect(other).toMatchObject({ read: 1, layer: { id: 'osm-other', categories: ['collegeOrUniversity'], coverage: null } });
    const both = readOsm([{ category: 'school', file: textFile('s', collection(college)) }, { category: 'collegeOrUniversity', file: textFile('s', collection(college)) }], context);
    expect(both).toHaveLength(1);
    expect(both[0]).toMatchObject({ read: 2, layer: { coverage: context.coverage } });
    expect(both[0]?.sites.map(({ siteId }) => siteId)).toEqual(['osm:way/7']);
    expect(both[0]?.dropped.rows()).toEqual([{ reason: 'Given twice', count: 1 }]);
  });

  it('names the nameless, and flags grounds that are only a point', () => {
    expect(becomes('playPark', { leisure: 'playground' })).toMatchObject({ name: 'Unnamed play park', siteId: 'osm:node/1', flags: ['Drawn as a point: its grounds are not on the map'] });
  });

  it('reads ids in the ways that exporters write them', () => {
    const ids = ['way/5', 'n5', 'w5', 'a10', 'a11'].map((id) => read('library', feature(at, { amenity: 'library' }, id))[0]?.sites[0]?.siteId);
    expect(ids).toEqual(['osm:way/5', 'osm:node/5', 'osm:way/5', 'osm:way/5', 'osm:relation/5']);
    expect(read('library', feature(at, { amenity: 'library', '@id': 'relation/6' }))[0]?.sites[0]?.siteId).toBe('osm:relation/6');
  });

  it('does not take the gate of a school for a school', () => {
    const [layer] = read('school', feature(at, { barrier: 'gate' }, 'n1'), feature(at, { amenity: 'school', barrier: 'fence' }, 'w2'), feature(at, { name: 'From a list of our own' }, 'w3'));
    expect(layer?.sites.map(({ siteId }) => siteId)).toEqual(['osm:way/2', 'osm:way/3']);
    expect(layer?.dropped.rows()).toEqual([{ reason: 'Part of an outline (gate, door, crossing), not a place', count: 1 }]);
  });

  it('keeps one object that is two things as two sites with ids of their own', () => {
    const both = feature(at, { amenity: 'school;kindergarten' }, 'way/9');
    const sites = readOsm((['school', 'nursery'] as const).map((category) => ({ category, file: textFile(category, collection(both)) })), context).flatMap((one) => one.sites);
    expect(sites.map(({ siteId, category }) => `${siteId} ${category}`)).toEqual(['osm:way/9 school', 'osm:way/9#nursery nursery']);
  });

  const folder = 'osm-edinburgh-centre-2025-06/poi_';
  const counts: readonly (readonly [CategoryId, string, number])[] = [
    ['school', 'schools_universities_colleges', 49], ['nursery', 'nurseries_childcare', 30], ['playPark', 'playgrounds', 37], ['placeOfWorship', 'places_of_worship', 73],
    ['communityCentre', 'community_centres_halls', 39], ['licensedPremises', 'licensed_pubs_bars_clubs', 320], ['parkOrGreenspace', 'parks_gardens_greenspace', 73],
    ['sportOrLeisure', 'sports_pitches_courts', 97], ['library', 'libraries', 18],
  ];
  it.skipIf(!sharedData(`${folder}playgrounds.geojson.gz`)).each(counts)(`keeps every %s of central Edinburgh (%s: %i) ${needsSharedData}`, (category, name, count) => {
    const layers = readOsm([{ category, file: diskFile(sharedData(`${folder}${name}.geojson.gz`)) }], context);
    expect(layers.reduce((sum, { sites }) => sum + sites.length, 0)).toBe(count);
    expect(layers.flatMap(({ dropped }) => dropped.rows())).toEqual([]);
  });
});
