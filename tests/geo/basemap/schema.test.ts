import { mapKind } from '@/geo/basemap/schema';
import { describe, expect, it } from 'vitest';

const CASES: readonly (readonly [shape: 'area' | 'line' | 'point', properties: Record<string, unknown>, drawn: string | null])[] = [
  ['line', { highway: 'residential' }, 'roads/minor_road'],
  ['line', { class: 'minor', name: 'Cowgate' }, 'roads/minor_road'],
  ['line', { highway: 'primary_link' }, 'roads/major_road'],
  ['line', { highway: 'motorway' }, 'roads/highway'],
  ['line', { highway: 'footway', footway: 'sidewalk' }, 'roads/path'],
  ['line', { class: 'path', subclass: 'steps' }, 'roads/path'],
  ['line', { class: 'path', subclass: 'platform' }, null],
  ['line', { highway: 'construction', construction: 'primary' }, null],
  ['line', { class: 'transit', subclass: 'tram' }, 'roads/rail'],
  ['line', { railway: 'abandoned' }, null],
  ['line', { waterway: 'stream' }, 'water/stream'],
  ['line', { class: 'river' }, 'water/river'],
  // A closed way comes out of an exporter as line and as area: the walls of a house are no street, a loop of road no square.
  ['line', { building: 'yes' }, null],
  ['area', { highway: 'residential' }, null],
  ['area', { building: 'apartments' }, 'buildings/building'],
  ['area', { building: 'no', leisure: 'park' }, 'landuse/park'],
  ['area', { render_height: 0 }, 'buildings/building'],
  ['area', { natural: 'water', water: 'lake' }, 'water/water'],
  ['area', { class: 'river' }, 'water/river'],
  ['area', { class: 'grass', subclass: 'garden' }, 'landuse/garden'],
  ['area', { leisure: 'garden' }, 'landuse/garden'],
  ['area', { class: 'school' }, 'landuse/school'],
  ['area', { class: 'suburb' }, null],
  // Conservation areas of the OpenMapTiles park layer cover whole neighbourhoods.
  ['area', { class: 'new_town', name: 'New Town Conservation Area' }, null],
  ['point', { class: 'suburb', name: 'Canonmills' }, 'places/neighbourhood'],
  ['point', { place: 'city', name: 'Edinburgh' }, 'places/locality'],
  ['point', { housenumber: '30' }, 'buildings/address'],
  ['point', { highway: 'crossing' }, null],
  ['point', { class: 'crossing' }, null],
];

describe('what OpenStreetMap tags are drawn as', () => {
  it.each(CASES)('%s %j: %s', (shape, properties, drawn) => {
    const kind = mapKind(shape, properties);
    expect(kind && `${kind.layer}/${kind.kind}`).toBe(drawn);
  });

  it('takes any value that is no text for none', () => {
    for (const value of [null, {}, [], true, '']) expect(mapKind('area', { building: value })).toBeNull();
  });
});
