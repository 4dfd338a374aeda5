import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Real Scottish open data beside the project; never part of it. */
const ROOT = process.env['STEADING_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data');

/** Its path, or null where it is missing. */
export function sharedData(path: string): string | null {
  const full = resolve(ROOT, path);
  return existsSync(full) ? full : null;
}

/** For the title of a test that needs it. */
export const needsSharedData = '(skipped without the official open data beside the project)';
