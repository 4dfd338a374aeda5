import { boxPolygon, readCouncils, readSports } from '@/geo/sources';
import { COUNCIL_FLAG } from '@/geo/sources/schools';
import { describe, expect, it } from 'vitest';
import { needsSharedData, sharedData } from '../../cli/sharedData';
import { collection, diskFile, EDITION, feature, pointAt, textFile } from './sourceFiles';

const square = boxPolygon({ west: -3.3, south: 55.9, east: -3.1, north: 56 });
const context = { edition: EDITION, coverage: square, councils: [{ code: 'S12000036', name: 'City of Edinburgh', boundary: square }] };
const HEAD = 'id,facility_type,facility_sub_type,name,address,postcode,la_name,town,eastings_x,northing_y,lng,lat,facility_status,manager_email';
const row = (id: string, lng: string, lat: string, more: { council?: string; grid?: string; status?: string; name?: string } = {}) =>
  `${id},Pitches,Pitch - Full Size,${more.name ?? 'Shore Park'},1 Road,EH1 1AA,${more.council ?? 'NA'},Leith,${more.grid ?? 'NA,NA'},${lng},${lat},${more.status ?? 'NA'},canary@example.org`;
const read = (...rows: string[]) => readSports([textFile('sports.csv', [HEAD, ...rows].join('\n'))], context);
const LISTS = ['pub_spfat', 'pub_spfbg', 'pub_spffs', 'pub_spfgc', 'pub_spfir', 'pub_spfp', 'pub_spfsh', 'pub_spfsc', 'pub_spfsp', 'pub_spfitc', 'pub_spfotc'];

describe('sports facilities', () => {
  it('gives each row as a site, golf as a layer of its own, and no other column', () => {
    const layers = read(row('pub_spfp.1', '-3.19', '55.95'), row('pub_spfgc.1', '-3.18', '55.95'));
    expect(layers.map(({ layer, read: count, sites }) => [layer.id, count, sites.length])).toEqual([['sports', 1, 1], ['sports-golf', 1, 1]]);
    expect(layers[0]?.sites[0]).toEqual({ siteId: 'sports:pub_spfp.1', category: 'sportOrLeisure', layerId: 'sports', name: 'Shore Park', detail: 'Pitch - Full Size', address: '1 Road, Leith, EH1 1AA', geometry: pointAt(-3.19, 55.95), errorMetres: null, flags: [] });
    expect(JSON.stringify(layers)).not.toContain('canary');
  });

  it('covers nothing while one of the eleven lists is missing, and says which', () => {
    const all = LISTS.map((list) => row(`${list}.1`, '-3.19', '55.95'));
    expect(read(...all).map(({ layer }) => layer.coverage)).toEqual([square, square]);
    const [some] = read(...all.slice(0, -1));
    expect(some?.layer.coverage).toBeNull();
    expect(some?.layer.leavesOut[0]?.what).toMatch(/counts as not searched here: outdoor tennis courts$/u);
    // Given apart, they are whole again.
    const apart = readSports(all.map((one, i) => textFile(`${String(i)}.csv`, [HEAD, one].join('\n'))), context);
    expect(apart[0]?.layer.coverage).toEqual(square);
  });

  it('takes the grid where there are no degrees, and widens the error', () => {
    expect(read(row('pub_spfp.1', 'NA', 'NA', { grid: '325900,673500' }))[0]?.sites[0]?.errorMetres).toBe(505);
  });

  it('flags a facility outside the council that its row names', () => {
    const flags = read(row('pub_spfp.1', '-3.2', '55.95', { council: 'City of Edinburgh' }), row('pub_spfp.2', '-3.5', '55.95', { council: 'City of Edinburgh' }), row('pub_spfp.3', '-3.5', '55.95', { council: 'Fife' }));
    expect(flags[0]?.sites.map((site) => site.flags)).toEqual([[], [COUNCIL_FLAG], []]);
  });

  it('drops what has no place in Scotland, what is listed twice and what is closed, each with its reason', () => {
    const good = ['1', '2', '3', '4', '5', '6', '7'].map((id) => row(`pub_spfp.${id}`, '-3.19', '55.95'));
    const [layer] = read(...good, row('a', '0', '0'), row('b', '55.95', '-3.19'), row('c', '-0.13', '51.49'), row('pub_spfp.1', '-3.19', '55.95'), row('d', 'NA', 'NA'), row('e', '-3.19', '55.95', { status: 'Closed' }).replace(/^e/u, 'pub_spfp.9'));
    expect(layer?.sites).toHaveLength(7);
    expect(layer?.dropped.rows().map(({ reason }) => reason)).toEqual(['Coordinates are 0, 0', 'Latitude and longitude are swapped in this row', 'Coordinates lie outside Scotland and its surroundings', 'Listed twice', 'No location', 'Not in use (Closed)']);
    expect(layer?.layer.leavesOut.find(({ what }) => /could not be placed/u.test(what))?.count).toBe(4);
  });

  it('takes nothing from a file of which most cannot be placed', () => {
    for (const [lng, lat] of [['55.95', '-3.19'], ['0', '0'], ['-0.13', '51.49'], ['325900', '673500']] as const) {
      expect(() => read(row('1', lng, lat), row('2', lng, lat), row('3', '-3.19', '55.95'))).toThrow(/only 1 of its 3 rows can be placed/u);
    }
    expect(() => readSports([textFile('s.csv', 'id,Name\n1,Shore\n')], context)).toThrow(/no column facility_sub_type/u);
  });

  it('reads the Spatial Hub in GeoJSON, with the names of that list', () => {
    const geojson = collection(feature({ type: 'MultiPoint', coordinates: [[-3.19, 55.95]] }, { site_name: 'Baths', fac_sub_type: 'Swimming Pool - Main', x: 1, y: 1 }, 'pub_spfsp.4'));
    expect(readSports([textFile('s.geojson', geojson)], context)[0]?.sites[0]).toMatchObject({ siteId: 'sports:pub_spfsp.4', name: 'Baths', detail: 'Swimming Pool - Main', geometry: pointAt(-3.19, 55.95) });
  });

  const folder = 'sports-facilities-sportscotland-2024/';
  const councils = sharedData('council-boundaries/scotland_councils_2023_wgs84.geojson');
  it.skipIf(!sharedData(folder) || !councils).each(['scotland-sports-facility.csv.gz', 'scotland_sports_facilities.geojson.gz'])(`reads the real %s: 13,830 rows, all but the one in London ${needsSharedData}`, (name) => {
    const layers = readSports([diskFile(sharedData(`${folder}${name}`))], { ...context, councils: readCouncils(diskFile(councils)) });
    expect(layers.map(({ layer, read: count, sites }) => [layer.id, count, sites.length])).toEqual([['sports', 12_722, 12_721], ['sports-golf', 1108, 1108]]);
    expect(layers.flatMap(({ dropped }) => dropped.rows())).toEqual([{ reason: 'Coordinates lie outside Scotland and its surroundings', count: 1 }]);
    expect(layers.map(({ sites }) => sites.filter(({ flags }) => flags.includes(COUNCIL_FLAG)).length)).toEqual([51, 16]);
    expect(layers.every(({ layer }) => layer.coverage !== null)).toBe(true);
    const pools = layers[0]?.sites.filter(({ siteId }) => siteId.startsWith('sports:pub_spfsp.'));
    expect(pools).toHaveLength(562);
    expect(layers[0]?.sites.some((site) => 'manager' in site)).toBe(false);
  });
});
