import type { PackContent, StreetKind } from '@/geo';
import { buildBasemap } from '@/geo/basemap';
import { boxOf, widen } from '@/geo/sources';
import { streetWays } from './streets';

/** OpenStreetMap's words for what the burgh's drawing has. */
const TAGS: Readonly<Record<StreetKind, Readonly<Record<string, string>>>> = {
  road: { highway: 'residential' }, path: { highway: 'footway' }, rail: { railway: 'rail' }, water: { natural: 'water', waterway: 'stream' },
  green: { leisure: 'park' }, building: { building: 'yes' }, place: { place: 'suburb' },
};
/** Metres of the drawing beyond the boundary. */
const MARGIN = 1000;

/** The burgh's streets as the background map that a real area has; 59 kB. */
export function trainingBasemap({ streets, area }: PackContent): Uint8Array {
  const box = boxOf(area.boundary);
  if (!streets || !box) throw new RangeError('The training area has no streets.');
  const features = [...streets.features, ...streetWays()].map(({ type, geometry, properties: { kind, name } }) => ({ type, geometry, properties: { ...TAGS[kind], ...(name !== undefined && { name }) } }));
  const bytes = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
  return buildBasemap([{ name: 'streets of the training area', bytes }], widen(box, MARGIN)).bytes;
}
