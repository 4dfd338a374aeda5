import * as v from 'valibot';
import { signedText } from '../authority';
import type { NotSigned, SignOffRound, SignOffSignature } from '../schema/signOff';
import { type Frozen, frozenIn, unpacked } from './frozen';

/** What every officer of a round puts their key to: the record as it read, and which findings are left open. */
export function signOffText({ reference }: { readonly reference: string }, { document, leftOpen }: Pick<SignOffRound, 'document' | 'leftOpen'>): string {
  return JSON.stringify(['steading sign-off', 1, reference, leftOpen.map(({ read }) => read), unpacked(document)]);
}

const textSchema = v.strictTuple([v.literal('steading sign-off'), v.literal(1), v.string(), v.array(v.string()), v.string()]);

/** A record as another team asks its manager to sign it. */
export interface SignOffAsked {
  /** What is signed. */
  readonly text: string;
  readonly reference: string;
  readonly leftOpen: readonly string[];
  readonly document: Frozen;
}

/** null: no record as this Steading writes it for signing, to the byte. */
export function signOffIn(text: string): SignOffAsked | null {
  try {
    const given: unknown = JSON.parse(text);
    if (!v.is(textSchema, given) || JSON.stringify(given) !== text) return null;
    const [, , reference, leftOpen, frozen] = given;
    const document = frozenIn(frozen);
    return document === null ? null : { text, reference, leftOpen, document };
  } catch {
    return null;
  }
}

/** Under one officer's key, which the vault binds to the officer and the moment: as what they sign, and their own words; elsewhere as every answer to a request (docs/adr/0024). */
export function textUnder(record: { readonly reference: string }, round: SignOffRound, one: Pick<SignOffSignature, 'as' | 'why'> & Partial<SignOffSignature & NotSigned>): string {
  const text = signOffText(record, round);
  const { as, why, name = '', role = '', agency = '', elsewhere, answerId } = one;
  if (elsewhere === undefined) return JSON.stringify(['steading sign-off signature', 1, as, why, text]);
  return signedText({ name, role, agency, text, elsewhere, reason: why, answer: answerId === undefined ? 'authorised' : 'notAuthorised' });
}
