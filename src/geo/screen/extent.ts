/** A rectangle of addresses, degrees. */
export interface Extent { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

/** About the addresses at these places; `lngLat`: longitude and latitude side by side. */
export function extentOf(addresses: Uint32Array, lngLat: Float64Array): Extent {
  let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity;
  for (const i of addresses) {
    const lng = lngLat[2 * i] ?? NaN;
    const lat = lngLat[2 * i + 1] ?? NaN;
    west = Math.min(west, lng); east = Math.max(east, lng);
    south = Math.min(south, lat); north = Math.max(north, lat);
  }
  return { west, south, east, north };
}
