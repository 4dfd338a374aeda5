import type { BlobLike } from '@/stores';
import { PMTiles } from 'pmtiles';
import { leafletLayer } from 'protomaps-leaflet';
import type { Flavour } from './flavour';
import type { L } from './leaflet';
import { labelRules, paintRules } from './mapRules';

/** Paper has four dots where a plain screen has one. */
const PRINT_PIXEL_RATIO = 2;

/** A pack's own vector tiles, read by slices from the file on the device: no request is made for them. Rejects where the map cannot be read. */
export async function tileLayer(basemap: BlobLike, { key, flavour, still }: { key: string; flavour: Flavour; still: boolean }): Promise<L.GridLayer> {
  const archive = new PMTiles({
    getKey: () => key,
    getBytes: async (offset: number, length: number) => ({ data: await basemap.slice(offset, offset + length).arrayBuffer() }),
  });
  const [{ maxZoom }, metadata] = await Promise.all([archive.getHeader(), archive.getMetadata() as Promise<{ vector_layers?: readonly { id?: string }[] } | undefined>]);
  // A map without land of its own is all land: what it does not fill cannot be told from where it ends.
  const hasLand = metadata?.vector_layers?.some(({ id }) => id === 'earth') ?? false;
  return leafletLayer({
    url: archive, paintRules: paintRules(flavour), labelRules: labelRules(flavour), backgroundColor: hasLand ? flavour.outside : flavour.land,
    maxDataZoom: maxZoom, attribution: '', ...(still ? { devicePixelRatio: Math.max(PRINT_PIXEL_RATIO, devicePixelRatio) } : {}),
  }) as unknown as L.GridLayer;
}
