import { type ArrivedReply, newReference, type PropertyRequest, replyRefusal, withPropertyReply, withRequest } from '@/record';
import type { PropertyQuestionId } from '@/terms';
import { RefusedHandOver } from '@/vault';
import { newRequestId, readReply, sealRequest, systemRandom } from '@/vault/format';
import { defineStore } from 'pinia';
import { useAssessment } from './assessment';
import { useCasework } from './casework';
import { useClock } from './clock';
import { useSession } from './session';
import { useToday } from './today';

/** A request as an officer words it. `from`, `place`, `questions` and the days go; `recipient` and `purpose` stay on our log. */
export interface Asking {
  readonly recipient: string;
  readonly purpose: string;
  readonly from: string;
  readonly place: string;
  readonly questions: readonly PropertyQuestionId[];
  /** ISO date. */
  readonly expiresOn: string;
}

/** A reply that was opened and is kept nowhere yet; or the record of this vault that it belongs to, where that is another. */
export type ArrivedAt = { readonly request: PropertyRequest; readonly reply: ArrivedReply } | { readonly assessmentId: string };

/** What goes to landlords without any case data, and what comes back: in memory alone until an officer takes it in. */
export const usePropertyRequests = defineStore('propertyRequests', () => {
  const session = useSession();
  const open = useAssessment();
  const casework = useCasework();
  const clock = useClock();
  const calendar = useToday();

  const about = () => [{ table: 'assessment' as const, id: open.assessmentId ?? '', rev: null }];
  const docsOpen = () => {
    if (open.docs === null) throw new Error('No assessment is open.');
    return open.docs;
  };

  /** Sealed first; then the request is on record and its leaving on the log, in one save; only then is there a file. Throws with nothing of it on record. */
  async function make({ recipient, purpose, from, place, questions, expiresOn }: Asking): Promise<{ readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly words: string }> {
    const vault = session.openVault();
    const docs = docsOpen();
    const madeOn = calendar.look();
    const [requestId, reference] = [newRequestId(systemRandom), newReference((length) => systemRandom(length), { prefix: 'PR' })];
    const { address: replyTo } = await vault.address();
    const file = await sealRequest({ requestId, reference, from, place, questions: [...questions], madeOn, expiresOn, replyTo, training: vault.kind === 'training' }, systemRandom);
    const before = docs.assessment;
    docs.assessment = withRequest(before, { requestId, reference, recipient, purpose, place, questions: [...questions], madeOn, madeBy: vault.officer.name, expiresOn, state: 'open', reply: null });
    try {
      await open.commit('property information asked', [{ event: 'disclosure', act: 'property information request made', about: about(), detail: { recipient, purpose, request: reference } }]);
    } catch (error) {
      if (open.docs) open.docs.assessment = before;
      throw error;
    }
    return file;
  }

  /** Opened, checked against the requests that are out, and on the log; nothing of it is kept. Throws RefusedHandOver, in words. */
  async function read(file: Uint8Array): Promise<ArrivedAt> {
    const plain = await session.openVault().openSealed(file);
    if (plain === null) throw new RefusedHandOver('it is sealed to another address, or it was changed on the way', 'Ask whoever sent it whether they answered our request.');
    const reply: ArrivedReply = readReply(plain);
    const request = docsOpen().assessment.propertyRequests?.find(({ requestId }) => requestId === reply.requestId);
    if (request === undefined) {
      const other = casework.assessments.find(({ summary }) => summary.requests?.includes(reply.requestId) ?? false);
      if (other) return { assessmentId: other.id };
      throw new RefusedHandOver('it belongs to no open request of this vault', 'Look whether it was taken in before, or on another device.');
    }
    const refusal = replyRefusal(request, reply, calendar.look());
    if (refusal !== null) throw new RefusedHandOver(refusal, 'Ask again with a new request if you need it.');
    await session.note({ event: 'consultation', act: 'reply of a landlord opened', about: about(), detail: { request: reply.reference } });
    return { request, reply };
  }

  /** By the officer's word: as reported, on record, once. */
  async function take(reply: ArrivedReply): Promise<void> {
    const docs = docsOpen();
    const request = docs.assessment.propertyRequests?.find(({ requestId }) => requestId === reply.requestId);
    const refusal = request === undefined ? 'it belongs to no open request of this record' : replyRefusal(request, reply, calendar.look());
    if (refusal !== null) throw new RefusedHandOver(refusal, '');
    docs.assessment = withPropertyReply(docs.assessment, reply, { at: clock.now().toISOString(), by: session.openVault().officer.name, on: calendar.day });
    await open.commit('reply of a landlord taken in', [{ event: 'collection', act: 'reply of a landlord taken in', about: about(), detail: { request: reply.reference } }]);
  }

  /** Whatever comes for it now is refused. */
  async function withdraw(requestId: string): Promise<void> {
    const { assessment } = docsOpen();
    assessment.propertyRequests = (assessment.propertyRequests ?? []).map((one) => (one.requestId === requestId && one.state === 'open' ? { ...one, state: 'withdrawn' } : one));
    await open.commit('property information request withdrawn');
  }

  return { make, read, take, withdraw };
});
