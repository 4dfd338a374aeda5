import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { FeatureCollection } from 'geojson';

const root = process.env.STEADING_SHARED_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Real open data is not part of the repository (its licences ask for attribution, and it is large). */
export const hasSharedData = existsSync(root);
export const WHY_SKIPPED = hasSharedData ? '' : ' (skipped: real open data is not on this machine; set STEADING_SHARED_DATA)';

export const sharedPath = (path: string) => `${root}/${path}`;

export function sharedText(path: string): string {
  const bytes = readFileSync(sharedPath(path));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export function sharedFeatures(path: string): FeatureCollection['features'] {
  return (JSON.parse(sharedText(path)) as FeatureCollection).features;
}
