import { type Assessment, carriedFrom, newReference, startAssessment } from '@/record';
import { newId } from './newId';

/** A note that lists hundreds of changes is read by nobody; the record keeps them all. */
const LONGEST_NOTE = 15_000;

/** An assessment of the same person at the same address, begun because of something that changed (ERA-2017 4.0: case by case) or at its time. It begins from the record before. Not saved yet. */
export function startReview(of: Assessment, assessmentId: string, trigger: Pick<Assessment['trigger'], 'kind' | 'event' | 'note'> & Partial<Pick<Assessment['trigger'], 'occurredOn'>>, { at, by }: { readonly at: string; readonly by: string }) {
  const started = startAssessment({
    reference: newReference((length) => crypto.getRandomValues(new Uint8Array(length))),
    personId: of.personId, addressId: of.addressId, startedAt: at, startedBy: by,
  }, of.agencies?.ownChecks);
  return { id: newId(), assessment: carriedFrom(of, { ...started, trigger: { ...started.trigger, ...trigger, note: trigger.note.slice(0, LONGEST_NOTE) }, reviewOf: { assessmentId, reference: of.reference } }) };
}
