import { openPack, type OpenPack, type PackContent, writePack } from '@/geo';
import { joinWays, type Way } from '@/geo/walk';
import type { Position } from 'geojson';
import { contentFixture, layer, sha256 } from '../contentFixture';

/** Metres east and north of a place in Edinburgh, as degrees; flat, which is good to centimetres over a kilometre. */
export const at = (east: number, north: number): Position => [-3.19 + east / 62_450, 55.95 + north / 111_350];

export const way = (positions: readonly Position[], more: Partial<Way> = {}): Way => ({ kind: 'path', name: '', walked: true, level: 0, positions, ...more });

/** A pack with these ways alone, declared whole everywhere near. */
export async function packOf(ways: readonly Way[], more: Partial<PackContent> = {}): Promise<OpenPack> {
  const content = contentFixture({ streets: null, layers: [...contentFixture().layers, layer('streets', [])], lines: joinWays(ways), ...more });
  return openPack(await writePack(content, { sha256 }), { sha256 });
}

export const placeAt = (east: number, north: number) => { const [lng = 0, lat = 0] = at(east, north); return { lng, lat }; };
export const siteAt = (east: number, north: number) => ({ type: 'Point' as const, coordinates: at(east, north) });
