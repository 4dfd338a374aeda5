/** A square of the Web Mercator pyramid: column x from the west, row y from the north, both below 2 ** z. */
export interface TilePlace { readonly z: number; readonly x: number; readonly y: number }

/**
 * The number of a tile in a PMTiles archive: all tiles of the zooms above, then its place along the Hilbert curve of its own zoom (PMTiles v3,
 * 'Tile ID'). Exact up to zoom 26.
 */
export function tileId({ z, x, y }: TilePlace): number {
  let id = (4 ** z - 1) / 3;
  let [column, row] = [x, y];
  for (let side = 2 ** z / 2; side >= 1; side /= 2) {
    const right = column >= side ? 1 : 0;
    const lower = row >= side ? 1 : 0;
    id += side * side * ((3 * right) ^ lower);
    column -= right * side;
    row -= lower * side;
    if (lower === 0) [column, row] = right === 1 ? [side - 1 - row, side - 1 - column] : [row, column];
  }
  return id;
}
