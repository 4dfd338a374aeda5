import type { PlaceLabel } from '../pack/content';
import { distanceMetres } from '../distance';
import { textWords } from '../search/textWords';
import { boxOf, type Box } from './box';
import { OUTSIDE_REASON } from './gathered';
import { readFeatures } from './geojson';
import { mendGeometry } from './mendGeometry';
import type { OpenNames } from './openNames';
import { checkMostPlaced, strayShape } from './scotland';
import { shortText } from './shortText';
import { unpackGzip, type SourceFile } from './sourceFile';
import { Tally } from './tally';

/** One file of labels; `from`: told by its OpenStreetMap ids. */
export interface LabelRows {
  readonly places: readonly PlaceLabel[];
  readonly from: 'OpenStreetMap' | 'OS Open Names';
  readonly read: number;
  readonly dropped: Tally;
}

/** Labels that are not of a place where people live: `type` of OS Open Names, `class` or `place` of OpenStreetMap. A station bears its town's name and stands beside it; councils have their boundaries. */
const NO_SETTLEMENT = new Set(['la', 'railway station', 'airport', 'airfield', 'harbour', 'country', 'state', 'region', 'county', 'continent', 'ocean', 'sea']);
/** Two labels of one name nearer than this are one place told twice: a district is seldom smaller. */
const SAME_PLACE_METRES = 1_500;

/** Whether a label is the first of its place; the names of all files go through the same one. */
export type FirstOfItsPlace = (label: PlaceLabel) => boolean;

export function firstOfItsPlace(): FirstOfItsPlace {
  const known = new Map<string, PlaceLabel[]>();
  return (label) => {
    const key = textWords(label.name).join(' ');
    const namesakes = known.get(key) ?? [];
    if (namesakes.some((one) => distanceMetres(one.point, label.point) < SAME_PLACE_METRES)) return false;
    known.set(key, [...namesakes, label]);
    return true;
  };
}

const TWICE = 'Given twice';

/** The populated places of OS Open Names; its streets are points, and streets here are lines. */
export function placesOf({ names, read, dropped: before }: OpenNames, isFirst: FirstOfItsPlace): LabelRows {
  const dropped = new Tally();
  for (const { reason, count } of before.rows()) dropped.add(reason, count);
  const places = names.flatMap(({ kind, name, point }) => {
    const reason = kind === 'street' ? 'A street: streets are taken with their lines' : isFirst({ name, point }) ? null : TWICE;
    if (reason !== null) dropped.add(reason);
    return reason === null ? [{ name, point }] : [];
  });
  return { places, from: 'OS Open Names', read, dropped };
}

/** Names of places in the box, each once over all files: the first given stays. @throws SourceError */
export function readPlaceLabels(files: readonly SourceFile[], { box, isFirst = firstOfItsPlace() }: { box: Box; isFirst?: FirstOfItsPlace }): LabelRows[] {
  return files.map((given) => {
    const dropped = new Tally();
    const places: PlaceLabel[] = [];
    const features = readFeatures(unpackGzip(given));
    for (const { properties, geometry } of features) {
      const name = typeof properties['name'] === 'string' ? shortText(properties['name']).text : '';
      const kind = ['type', 'class', 'place'].map((key) => properties[key]).find((value) => typeof value === 'string') ?? '';
      const mended = mendGeometry(geometry);
      const own = 'geometry' in mended ? boxOf(mended.geometry) : null;
      const reason = name === '' ? 'No name' : NO_SETTLEMENT.has(String(kind).toLowerCase()) ? 'Not a place where people live (station, harbour, council)'
        : 'lost' in mended ? mended.lost : strayShape(mended.geometry);
      if (reason !== null || own === null) { dropped.add(reason ?? 'No location'); continue; }
      const point = { lng: (own.west + own.east) / 2, lat: (own.south + own.north) / 2 };
      if (point.lng < box.west || point.lng > box.east || point.lat < box.south || point.lat > box.north) { dropped.add(OUTSIDE_REASON); continue; }
      if (!isFirst({ name, point })) { dropped.add(TWICE); continue; }
      places.push({ name, point });
    }
    checkMostPlaced(given.name, features.length, dropped);
    const ofOsm = features.some(({ id, properties }) => /^(node|way|relation)\/\d+$|^[nwra]\d+$/u.test(id) || 'osm_id' in properties || '@id' in properties);
    return { places, from: ofOsm ? 'OpenStreetMap' : 'OS Open Names', read: features.length, dropped };
  });
}
