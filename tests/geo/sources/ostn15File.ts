import { lngLatToGrid } from '@/geo';
import { OSTN15_COLUMNS, OSTN15_ROWS } from '@/geo/ostn15';
import { fromTransverseMercator } from '@/geo/transverseMercator';

const ETRS89_GRID = { ellipsoid: { a: 6378137, b: 6356752.31414 }, f0: 0.9996012717, lat0: 49, lng0: -2, e0: 400_000, n0: -100_000 };
const HEADER = 'Point_ID,ETRS89_Easting,ETRS89_Northing,ETRS89_OSGB36_EShift,ETRS89_OSGB36_NShift,ETRS89_ODN_HeightShift,Height_Datum_Flag';
/** The shift that the one Helmert transformation gives at a node: known everywhere without a grid, and bent as the real one is. */
export function helmertShift(column: number, row: number): readonly [east: number, north: number] {
  const node = { eastings: column * 1000, northings: row * 1000 };
  const there = lngLatToGrid(fromTransverseMercator(node, ETRS89_GRID));
  return [there.eastings - node.eastings, there.northings - node.northings];
}

/** A grid of the published layout (701 × 1251 nodes) with shifts of one's own; west of 3 km it is outside. `most`: cut after so many rows of nodes. */
export function ostn15File(shift: (column: number, row: number) => readonly [east: number, north: number] = helmertShift, most = OSTN15_ROWS): string {
  const rows = [HEADER];
  for (let row = 0; row < most; row++) {
    for (let column = 0; column < OSTN15_COLUMNS; column++) {
      const [east, north] = shift(column, row);
      rows.push(`${String(rows.length)},${String(column * 1000)},${String(row * 1000)},${east.toFixed(3)},${north.toFixed(3)},50.000,${column < 3 ? '16' : '1'}`);
    }
  }
  return `${rows.join('\r\n')}\r\n`;
}
