import * as v from 'valibot';
import { type DocumentKind, migrated } from './migrate';
import { NewerRecordError, RecordError } from './recordError';
import { addressSchema, type Address } from './schema/address';
import { assessmentSchema, type Assessment } from './schema/assessment';
import { type BlockProfile, blockProfileSchema } from './schema/blockProfile';
import { type HandOverBook, handOverBookSchema } from './schema/handOver';
import { officeSchema, type Office } from './schema/office';
import { personSchema, type Person } from './schema/person';
import { publishersSchema, type Publishers } from './schema/publishers';

/** The shape of each document that this Steading writes; it reads every earlier one. */
const KNOWN_SCHEMA: Readonly<Record<DocumentKind, number>> = { person: 2, address: 2, assessment: 2, office: 2, publishers: 1, handOverBook: 1, blockProfile: 1 };

function refuseNewer(value: unknown, known: number): void {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return;
  if (typeof value.schema === 'number' && value.schema > known) throw new NewerRecordError(value.schema, known);
}

/** `field`: how the screens name the document's fields, e.g. 'person.level' */
function parse<const S extends v.GenericSchema>(kind: DocumentKind, schema: S, value: unknown, field: (path: string) => string): v.InferOutput<S> {
  refuseNewer(value, KNOWN_SCHEMA[kind]);
  const result = v.safeParse(schema, migrated(kind, value), { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? '';
  throw new RecordError(path, issue.message, field(path));
}

/** Each returns the typed document, whatever its shape was, or throws RecordError with path and reason, or NewerRecordError. */
export const parsePerson = (value: unknown): Person => parse('person', personSchema, value, (path) => `person.${path}`);
export const parseAddress = (value: unknown): Address => parse('address', addressSchema, value, (path) => `address.${path}`);
export const parseAssessment = (value: unknown): Assessment => parse('assessment', assessmentSchema, value, (path) => (path === 'addressKind' ? 'assessment.addressKind' : path));
export const parseOffice = (value: unknown): Office => parse('office', officeSchema, value, (path) => `office.${path}`);
export const parsePublishers = (value: unknown): Publishers => parse('publishers', publishersSchema, value, (path) => `publishers.${path}`);
export const parseHandOverBook = (value: unknown): HandOverBook => parse('handOverBook', handOverBookSchema, value, (path) => `handOver.${path}`);
export const parseBlockProfile = (value: unknown): BlockProfile => parse('blockProfile', blockProfileSchema, value, (path) => path.replace(/^now\./u, ''));
