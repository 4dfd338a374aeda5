import { CATEGORY_IDS, categoryOf, isJsonObject } from '@/terms';
import * as v from 'valibot';
import { SourceError } from './sourceError';

const column = v.pipe(v.string(), v.trim(), v.minLength(1));
const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));
const MAPPED = CATEGORY_IDS.filter((id) => categoryOf(id).found === 'mapped');

const shape = v.strictObject({
  format: v.literal('steading-mapping'),
  formatVersion: v.literal(1),
  title: text,
  category: v.picklist(MAPPED),
  /** null: the file has none. */
  columns: v.strictObject({ name: column, detail: v.nullable(column), address: v.nullable(column), id: v.nullable(column) }),
  position: v.variant('by', [
    v.strictObject({ by: v.literal('shape') }),
    v.strictObject({ by: v.literal('degrees'), lng: column, lat: column }),
    v.strictObject({ by: v.literal('grid'), easting: column, northing: column }),
    v.strictObject({ by: v.literal('postcode'), postcode: column }),
  ]),
  /** Metres that a place may lie from its position, as declared; null: no bound is known. Of a postcode it is taken from the postcode. */
  errorMetres: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100_000))),
  publisher: text,
  licence: text,
  attribution: text,
});

/** How the columns of a CSV or GeoJSON that no reader knows are to be read, and whose data it is. Declared by whoever builds the pack. */
export type Mapping = v.InferOutput<typeof shape>;

/** A mapping from a file. @throws SourceError naming what is wrong with it, field by field */
export function parseMapping(file: string, value: unknown): Mapping {
  const found = v.safeParse(shape, value);
  if (found.success) return found.output;
  const version = isJsonObject(value) && value['format'] === 'steading-mapping' && typeof value['formatVersion'] === 'number' && value['formatVersion'] > 1;
  if (version) throw new SourceError(file, 'was written by a newer Steading. Update Steading, then give it again.');
  const faults = found.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  throw new SourceError(file, `is no mapping that can be used (${faults.slice(0, 4).join('; ')}). Make it anew with the mapping step, or mend it: docs/packs.md shows one.`);
}
