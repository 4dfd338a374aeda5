import { isJsonObject, type JsonObject } from '@/terms';
import { addressFrom1 } from './address';
import { assessmentFrom1 } from './assessment';
import { officeFrom1 } from './office';
import { personFrom1 } from './person';

/** One step from each released shape to the next. */
type Steps = Readonly<Record<number, (document: JsonObject) => JsonObject>>;

const STEPS = { person: { 1: personFrom1 }, address: { 1: addressFrom1 }, assessment: { 1: assessmentFrom1 }, office: { 1: officeFrom1 }, publishers: {}, handOverBook: {}, blockProfile: {}, photo: {}, photoBook: {} } as const satisfies Record<string, Steps>;
export type DocumentKind = keyof typeof STEPS;

/** The document in today's shape, not yet checked; whatever has no older shape is given back as it is. */
export function migrated(kind: DocumentKind, value: unknown): unknown {
  const steps: Steps = STEPS[kind];
  let document = value;
  while (isJsonObject(document)) {
    const { schema } = document;
    const step = typeof schema === 'number' ? steps[schema] : undefined;
    if (step === undefined) break;
    document = step(document);
  }
  return document;
}
