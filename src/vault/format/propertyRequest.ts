import { isDay, PROPERTY_QUESTION_IDS, propertyQuestion, type PropertyQuestionId } from '@/terms';
import * as v from 'valibot';
import { RefusedHandOver } from '../errors';
import { openWithPassphrase, sealForRecipients, sealWithPassphrase } from './age';
import { type Bytes, hex, type RandomBytes } from './bytes';
import { canonicalText } from './canonicalText';
import { parsedAs } from './handOver/card';
import { readLines, writeLines } from './handOver/lines';
import { address, line, random128 } from './handOver/team';
import { generatePassphrase } from './passphrase';

/**
 * A question about a flat or a stair to somebody without a vault, and the answer (docs/adr/0025). Within the age file:
 *
 *   steading-property-request 1\n      sealed with six words that are told by telephone (scrypt)
 *   <request, canonical JSON>\n
 *
 *   steading-property-reply 1\n        sealed to the asker's age address; nobody signs it
 *   <reply, canonical JSON>\n
 */
const REQUEST = 'steading-property-request';
const REPLY = 'steading-property-reply';
const day = v.pipe(v.string(), v.check((text) => isDay(text)));
const questions = v.pipe(v.array(v.picklist(PROPERTY_QUESTION_IDS)), v.minLength(1), v.maxLength(PROPERTY_QUESTION_IDS.length));

/** Nothing of a case: whoever reads it learns that somebody asks about a property. */
const requestSchema = v.strictObject({ requestId: random128, reference: line, from: line, place: v.pipe(line, v.minLength(1)), questions, madeOn: day, expiresOn: day, replyTo: address, training: v.boolean() });
const answersSchema = v.record(v.picklist(PROPERTY_QUESTION_IDS), v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)));
const replySchema = v.strictObject({ requestId: random128, reference: line, answers: answersSchema, by: line, answeredOn: day });

export type PropertyRequestFile = v.InferOutput<typeof requestSchema>;
export type PropertyReplyFile = v.InferOutput<typeof replySchema>;

const WORD_COUNT = 6;
/** Spoken and typed: case, spaces and hyphens make no difference. */
const wordsOf = (typed: string): string => typed.trim().toLowerCase().split(/[\s-]+/u).join('-');

export const newRequestId = (random: RandomBytes): string => hex(random(16));

/** `words`: with hyphens, as `age -d` wants them; they stand nowhere but on the asker's screen. */
export async function sealRequest(request: PropertyRequestFile, random: RandomBytes): Promise<{ readonly bytes: Bytes; readonly words: string; readonly fileName: string }> {
  const words = generatePassphrase(random, WORD_COUNT);
  const plain = writeLines([`${REQUEST} 1`, canonicalText(v.parse(requestSchema, request))]);
  return { bytes: await sealWithPassphrase(words, plain), words, fileName: `property-information-request-${request.reference}.age` };
}

/** null: the words are others, or the file was changed. Throws RefusedHandOver. */
export async function openRequest(file: Uint8Array, typed: string): Promise<PropertyRequestFile | null> {
  const plain = await openWithPassphrase(wordsOf(typed), file);
  if (plain === null) return null;
  const [text = '', ...more] = readLines(plain, REQUEST);
  const request = more.length === 0 ? parsedAs(requestSchema, text) : null;
  if (request === null) throw new RefusedHandOver('it holds no property information request that this Steading can read', 'Ask whoever sent it for a new one.');
  return request;
}

/** Throws TypeError where the request's address is none. */
export async function sealReply(reply: PropertyReplyFile, { replyTo }: Pick<PropertyRequestFile, 'replyTo'>): Promise<{ readonly bytes: Bytes; readonly fileName: string }> {
  const plain = writeLines([`${REPLY} 1`, canonicalText(v.parse(replySchema, reply))]);
  return { bytes: await sealForRecipients([replyTo], plain), fileName: `property-information-reply-${reply.reference}.age` };
}

/** What was within a file that this vault could open. Nobody's key stands behind it. Throws RefusedHandOver. */
export function readReply(plain: Uint8Array): PropertyReplyFile {
  const [text = '', ...more] = readLines(plain, REPLY);
  const reply = more.length === 0 ? parsedAs(replySchema, text) : null;
  if (reply === null || !Object.entries(reply.answers).every(([id, answer]) => fits(id as PropertyQuestionId, answer))) {
    throw new RefusedHandOver('it holds no reply to a property information request that this Steading can read', 'Ask whoever sent it to answer the request again.');
  }
  return reply;
}

function fits(id: PropertyQuestionId, answer: string): boolean {
  const { kind, options = {} } = propertyQuestion(id);
  return kind === 'text' || (kind === 'day' ? isDay(answer) : Object.hasOwn(options, answer));
}
