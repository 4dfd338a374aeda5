import { feature, featureCollection, intersect } from '@turf/turf';
import type { MultiPolygon, Position } from 'geojson';
import type { Council } from '../pack/content';
import { asMulti, merge } from './area';
import { boxOf, boxPolygon, touches, type Box } from './box';

/**
 * Scotland with the sea around it, drawn by hand. Towards England it stays on the Scottish side of the border, towards Ireland and Man in
 * mid-channel: it may claim too little there, never too much. Council polygons fill the strip along the border.
 */
const SCOTLAND_AND_ITS_SEA: Position[] = [
  [-9.5, 61.5], [1, 61.5], [1, 55.95], [-2, 55.87], [-2.34, 55.78], [-2.43, 55.6], [-2.555, 55.477], [-2.78, 55.42], [-3, 55.15], [-3.36, 55.12],
  [-3.55, 54.93], [-3.75, 54.75], [-4.4, 54.6], [-4.9, 54.58], [-5.25, 54.75], [-5.5, 55.1], [-5.9, 55.22], [-6.05, 55.42], [-7, 55.5], [-9.5, 55.6],
  [-9.5, 61.5],
];

/**
 * What a national (Scottish) source covers of the box: land and sea, since a circle that reaches over water is searched there too.
 * `councils` mends the strip along the border; without them that strip counts as not covered.
 */
export function nationalCoverage(box: Box, councils: readonly Council[]): MultiPolygon | null {
  const main: MultiPolygon = { type: 'MultiPolygon', coordinates: [[SCOTLAND_AND_ITS_SEA]] };
  const open = clip(main, box);
  if (open && sameAsBox(open, box)) return boxPolygon(box);
  const land = councils.filter((council) => touches(council.boundary, box)).flatMap((council) => clip(council.boundary, box) ?? []);
  return merge(open ? [open, ...land] : land);
}

/** The part of an area that lies in the box; null: none. */
export function clip(area: MultiPolygon, box: Box): MultiPolygon | null {
  const own = boxOf(area);
  if (own && own.west >= box.west && own.east <= box.east && own.south >= box.south && own.north <= box.north) return area;
  const cut = intersect(featureCollection([feature(area), feature(boxPolygon(box))]));
  return cut && asMulti(cut.geometry);
}

function sameAsBox(area: MultiPolygon, box: Box): boolean {
  const own = boxOf(area);
  const corners = area.coordinates.flat(2).length;
  return corners === 5 && own !== null && own.west === box.west && own.east === box.east && own.south === box.south && own.north === box.north;
}
