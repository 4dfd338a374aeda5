import type { PackLines, PlaceLabel } from './content';
import { toUnits } from './shapes';
import type { StringPool } from './strings';

/** Nothing where there are none. */
export function packLines(lines: PackLines | undefined, pool: StringPool) {
  if (lines === undefined || lines.kind.length === 0) return {};
  const { kind, names, firstVertex, lngLat, ends, lengths } = lines;
  return {
    'lines.kind': kind, 'lines.name': Uint32Array.from(names, (name) => pool.place(name)), 'lines.firstVertex': firstVertex, 'lines.lngLat': lngLat,
    ...(lengths.length > 0 && { 'walk.ends': ends, 'walk.length': lengths }),
  };
}

/** @throws PackError 'invalid' for a label that is not on Earth. */
export function packPlaces(places: readonly PlaceLabel[], pool: StringPool) {
  if (places.length === 0) return {};
  return {
    'places.name': Uint32Array.from(places, ({ name }) => pool.place(name)),
    'places.lngLat': Int32Array.from(places.flatMap(({ name, point }) => [toUnits(point.lng, 180, `The place '${name}'`), toUnits(point.lat, 90, `The place '${name}'`)])),
  };
}
