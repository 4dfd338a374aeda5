import { dayInWords, type PropertyAnswers } from '@/terms';
import { contactOf } from './agencies';
import { type AgencyAnswers, noReply } from './schema/agencies';
import type { Assessment } from './schema/assessment';
import type { PropertyRequest } from './schema/propertyRequests';

/** The landlord's row, where nobody has graded it: what it said of the person is another matter, and stays. */
function withRow(answers: AgencyAnswers, from: readonly (string | null)[], row: object): AgencyAnswers {
  const before = contactOf(answers, 'rsl');
  return from.includes(before.reply) ? { ...answers, contacts: { ...answers.contacts, rsl: { ...noReply, askedOn: before.askedOn, ...row } } } : answers;
}

/** The record with one more request out; a record that has no rows for agencies gets none by it. */
export function withRequest(assessment: Assessment, request: PropertyRequest): Assessment {
  const agencies = assessment.agencies && withRow(assessment.agencies, [null], { reply: 'waiting', askedOn: request.madeOn });
  return { ...assessment, ...(agencies && { agencies }), propertyRequests: [...assessment.propertyRequests ?? [], request] };
}

/** A reply as it was in the file. */
export interface ArrivedReply {
  readonly requestId: string;
  readonly reference: string;
  readonly answers: PropertyAnswers;
  readonly by: string;
  readonly answeredOn: string;
}

/** Why a reply is not taken in, in words; null: it may be. Whoever has the request file could have written it, so it counts for an open request alone, and once. `today`: ISO date. */
export function replyRefusal(request: PropertyRequest, { answers, reference }: ArrivedReply, today: string): string | null {
  if (request.state === 'answered') return 'this request was answered before, and a reply counts once';
  if (request.state === 'withdrawn') return 'this request was withdrawn';
  if (request.reference !== reference) return 'it names another reference than the request';
  if (request.expiresOn !== null && request.expiresOn < today) return `the day of this request has passed (${dayInWords(request.expiresOn)})`;
  return Object.keys(answers).every((id) => request.questions.some((asked) => asked === id)) ? null : 'it answers what was not asked';
}

/** The record with the reply in it, as reported by the landlord; its row of the matrix is answered where nobody has graded it. `at`: ISO instant. */
export function withPropertyReply(assessment: Assessment, { requestId, answers, by, answeredOn }: ArrivedReply, taken: { readonly at: string; readonly by: string; readonly on: string }): Assessment {
  const reply = { answers: { ...answers }, by, answeredOn, takenAt: taken.at, takenBy: taken.by };
  const propertyRequests = (assessment.propertyRequests ?? []).map((one) => (one.requestId === requestId ? { ...one, state: 'answered' as const, reply } : one));
  const agencies = assessment.agencies && withRow(assessment.agencies, [null, 'waiting'], { reply: 'property', answeredOn: taken.on, how: 'file', by: by === '' ? 'The landlord' : by });
  return { ...assessment, ...(agencies && { agencies }), propertyRequests };
}

/** Ids of the requests that wait for a reply. */
export const openRequests = ({ propertyRequests = [] }: Pick<Assessment, 'propertyRequests'>): readonly string[] => propertyRequests.filter(({ state }) => state === 'open').map(({ requestId }) => requestId);

export function limitsOfRequests({ propertyRequests = [] }: Pick<Assessment, 'propertyRequests'>): readonly string[] {
  const waiting = propertyRequests.filter(({ state }) => state === 'open').map(({ recipient, madeOn }) => `${recipient || 'a landlord'}${madeOn === null ? '' : ` (asked on ${dayInWords(madeOn)})`}`);
  return [
    ...(waiting.length === 0 ? [] : [`No answer yet about the property: ${waiting.join('; ')}.`]),
    ...(propertyRequests.some(({ reply }) => reply !== null) ? ['What a landlord answered about the property stands as reported, by a file that nobody signed.'] : []),
  ];
}
