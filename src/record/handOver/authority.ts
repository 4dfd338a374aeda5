import * as v from 'valibot';
import { type AuthorityAnswer, authorityText } from '../authority';
import { isWhole, standingRound } from '../signOff/rounds';
import { type SignOffAsked, signOffIn, signOffText } from '../signOff/signedText';
import { type Assessment, assessmentSchema } from '../schema/assessment';
import { instant, line, text } from '../schema/fields';
import type { Received, Sent } from '../schema/handOver';
import type { RecordPart } from './parts';
import { type Field, isEmpty } from './pick';

const { decision, ground, partsLeftOut, leftOutWhat, rationale, otherWay, reliedOn, interimControls, reopenOn } = assessmentSchema.entries.conduct.entries;

/** As authorityText writes it. */
const decisionSchema = v.strictTuple([v.literal('steading conduct decision'), v.literal(1), line, decision, ground, partsLeftOut, leftOutWhat, rationale, otherWay, reliedOn, interimControls, reopenOn]);
const FIELDS = ['reference', ...['decision', 'ground', 'partsLeftOut', 'leftOutWhat', 'rationale', 'otherWay', 'reliedOn', 'interimControls', 'reopenOn'].map((name) => `conduct.${name}`)];

/** What another team asks about. */
export interface Asked {
  /** What is signed. */
  readonly text: string;
  readonly reference: string;
  /** All of the text, for the screen: of a decision. */
  readonly fields: readonly Field[];
  /** All of the text, for the screen: of a whole record that a manager is asked to sign. */
  readonly signOff?: Pick<SignOffAsked, 'leftOpen' | 'document'>;
}

/** null: not a decision as this Steading writes it, to the byte: nobody signs what the screen does not show. */
export function decisionIn(given: string): Asked | null {
  try {
    const { success, output } = v.safeParse(decisionSchema, JSON.parse(given));
    if (!success || JSON.stringify(output) !== given) return null;
    const [, , reference, ...answers] = output;
    const fields = [reference, ...answers].map((value, at): Field => ({ path: `assessment.${FIELDS[at] ?? ''}`, value }));
    return { text: given, reference, fields: fields.filter(({ value }) => !isEmpty(value)) };
  } catch {
    return null;
  }
}

/** null: neither a decision nor a record for signing. */
export function askedAbout(text: string): Asked | null {
  const record = signOffIn(text);
  return record === null ? decisionIn(text) : { text, reference: record.reference, fields: [], signOff: record };
}

/** What is asked about, as the record says it now. null: no reading of it stands that a manager could sign. */
export function wordsNow(assessment: Pick<Assessment, 'reference' | 'conduct' | 'signed'>, signsOff = false): string | null {
  if (!signsOff) return authorityText(assessment);
  const round = standingRound(assessment);
  return round === null || isWhole(round) ? null : signOffText(assessment, round);
}

/** The one part of a request: what the second officer must read, and nothing else of the record. */
export const requestPart = (asked: string) => ({ name: 'request', fields: 1, value: { text: asked } });

/** null: the parts are no request for authority. */
export function requestIn(parts: readonly RecordPart[]): Asked | null {
  const [part, ...more] = parts;
  return part?.name === 'request' && more.length === 0 && v.is(v.strictObject({ text: v.string() }), part.value) ? askedAbout(part.value.text) : null;
}

const answerSchema = v.strictObject({ answer: v.picklist(['authorised', 'notAuthorised'] as const satisfies AuthorityAnswer[]), reason: text, at: instant, signature: line, text: v.string() });
export type Answered = v.InferOutput<typeof answerSchema>;

export const answerPart = (value: Answered) => ({ name: 'answer', fields: 1, value });

/** null: the parts are no answer about a decision or a record. Whether it is signed, the vault tells. */
export function answerIn(parts: readonly RecordPart[]): Answered | null {
  const [part, ...more] = parts;
  return part?.name === 'answer' && more.length === 0 && v.is(answerSchema, part.value) && askedAbout(part.value.text) !== null ? part.value : null;
}

/** Requests that wait for an answer: not recalled, and no answer to them was taken or left. */
export function openRequests({ sent, received }: { readonly sent: readonly Sent[]; readonly received: readonly Received[] }): readonly Sent[] {
  const isAnswered = (fileId: string) => received.some(({ kind, concerns, state }) => kind === 'authorityAnswer' && concerns === fileId && state !== 'waiting');
  return sent.filter(({ act, fileId, notices }) => act === 'authorityRequest' && !notices.some(({ kind }) => kind === 'recall') && !isAnswered(fileId));
}

interface Line {
  readonly officerId: string;
  readonly verifyKey: string;
  readonly vouchedBy: string;
  readonly vouch: string;
}

/** From the founder to one officer, each vouched for by the one before; of a list that was checked. */
export function linesBehind(officers: readonly Line[], wanted: string): readonly Line[] {
  const found = officers.find(({ officerId }) => officerId === wanted);
  if (!found) return [];
  const { officerId, verifyKey, vouchedBy, vouch } = found;
  return [...(vouchedBy === officerId ? [] : linesBehind(officers, vouchedBy)), { officerId, verifyKey, vouchedBy, vouch }];
}
