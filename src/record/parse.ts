import * as v from 'valibot';
import { NewerRecordError, RecordError } from './recordError';
import { addressSchema, type Address } from './schema/address';
import { assessmentSchema, type Assessment } from './schema/assessment';
import { officeSchema, type Office } from './schema/office';
import { personSchema, type Person } from './schema/person';

/** The shape that this Steading reads and writes. */
const KNOWN_SCHEMA = 1;

function refuseNewer(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return;
  if (typeof value.schema === 'number' && value.schema > KNOWN_SCHEMA) throw new NewerRecordError(value.schema, KNOWN_SCHEMA);
}

/** `prefix`: how the screens name the document's fields, e.g. 'person.' */
function parse<const S extends v.GenericSchema>(schema: S, value: unknown, prefix: (path: string) => string): v.InferOutput<S> {
  refuseNewer(value);
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? '';
  throw new RecordError(path, issue.message, prefix(path));
}

/** Each returns the typed document, or throws RecordError with path and reason, or NewerRecordError. */
export const parsePerson = (value: unknown): Person => parse(personSchema, value, (path) => `person.${path}`);
export const parseAddress = (value: unknown): Address => parse(addressSchema, value, (path) => `address.${path}`);
export const parseAssessment = (value: unknown): Assessment => parse(assessmentSchema, value, (path) => (path === 'addressKind' ? 'assessment.addressKind' : path));
export const parseOffice = (value: unknown): Office => parse(officeSchema, value, (path) => `office.${path}`);
