/** WGS84 degrees. Written out, so that the order can never be mistaken. */
export interface LngLat {
  readonly lng: number;
  readonly lat: number;
}
