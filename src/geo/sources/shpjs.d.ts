/** The two readers that are used of shpjs; without `prj`, positions stay as they are in the file. */
declare module 'shpjs' {
  import type { Geometry } from 'geojson';
  export function parseShp(shp: Uint8Array): (Geometry | null)[];
  export function parseDbf(dbf: Uint8Array, cpg?: Uint8Array): Record<string, unknown>[];
}
