import * as v from 'valibot';
import { type DocumentKind, migrated } from './migrate';
import { NewerRecordError, RecordError } from './recordError';

/** The shape of each document that this Steading writes; it reads every earlier one. */
const KNOWN_SCHEMA: Readonly<Record<DocumentKind, number>> = { person: 2, address: 2, assessment: 2, office: 2, publishers: 1, handOverBook: 1, blockProfile: 1, photo: 1, photoBook: 1 };

function refuseNewer(value: unknown, known: number): void {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return;
  if (typeof value.schema === 'number' && value.schema > known) throw new NewerRecordError(value.schema, known);
}

/** The typed document, whatever its shape was. `field`: how the screens name the document's fields, e.g. 'person.level'. Throws RecordError with path and reason, or NewerRecordError. */
export function parsed<const S extends v.GenericSchema>(kind: DocumentKind, schema: S, value: unknown, field: (path: string) => string): v.InferOutput<S> {
  refuseNewer(value, KNOWN_SCHEMA[kind]);
  const result = v.safeParse(schema, migrated(kind, value), { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? '';
  throw new RecordError(path, issue.message, field(path));
}
