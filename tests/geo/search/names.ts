import { findPlace, openPack, type OpenPack, type PackAddress, type PackContent, type PlaceFound, type StreetMap, writePack } from '@/geo';
import type { Geometry } from 'geojson';
import { contentFixture, sha256 } from '../contentFixture';

export const road = (name: string, ...coordinates: [number, number][]): StreetMap['features'][number] => feature('road', name, { type: 'LineString', coordinates });
export const place = (name: string, lng: number, lat: number): StreetMap['features'][number] => feature('place', name, { type: 'Point', coordinates: [lng, lat] });
export const address = (uprn: string, text: string, flat = '', postcode = 'EH1 1AD'): PackAddress => ({ uprn, text, flat, postcode, point: { lng: -3.3, lat: 55.9 } });

export function feature(kind: StreetMap['features'][number]['properties']['kind'], name: string, geometry: Geometry): StreetMap['features'][number] {
  return { type: 'Feature', properties: { kind, name }, geometry };
}

export async function packOf(features: StreetMap['features'], more: Partial<PackContent> = {}): Promise<OpenPack> {
  return openPack(await writePack(contentFixture({ streets: { type: 'FeatureCollection', features }, addresses: [], ...more }), { sha256 }), { sha256 });
}

export function found(pack: OpenPack, query: string, limit = 20): readonly PlaceFound[] {
  const result = findPlace(pack, query, { limit });
  return result.is === 'found' ? result.places : [];
}

export const labels = (pack: OpenPack, query: string, limit?: number): string[] => found(pack, query, limit).map(({ label }) => label);
