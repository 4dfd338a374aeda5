import type { SourceFile } from '@/geo/sources';
import { readFileSync } from 'node:fs';

/** A file that stands in the test's text. */
export function textFile(name: string, content: string | Uint8Array): SourceFile {
  return { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}

export function diskFile(path: string | null): SourceFile {
  if (path === null) throw new Error('The file is missing; this test should have been skipped.');
  return { name: path, bytes: new Uint8Array(readFileSync(path)) };
}

export const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
export const feature = (geometry: unknown, properties: Record<string, unknown> = {}, id?: string) => ({ type: 'Feature', ...(id ? { id } : {}), geometry, properties });
export const pointAt = (lng: number, lat: number) => ({ type: 'Point', coordinates: [lng, lat] });

export const EDITION = { asOf: '2026-01-01', staleAfter: '2027-07-01' };
