import { PMTiles } from 'pmtiles';
import { type Feature, PmtilesSource } from 'protomaps-leaflet';

export type TileLayers = Readonly<Record<string, readonly Feature[]>>;

/** An archive in memory, read by the library that the app reads with. */
export function reader(bytes: Uint8Array): PMTiles {
  return new PMTiles({ getKey: () => `archive ${String(Math.random())}`, getBytes: (offset: number, length: number) => Promise.resolve({ data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer }) });
}

/** What the map's own drawing library finds in a tile, by layer. */
export async function tileLayers(archive: PMTiles, z: number, x: number, y: number): Promise<TileLayers> {
  return Object.fromEntries(await new PmtilesSource(archive, false).get({ z, x, y }, 256));
}
