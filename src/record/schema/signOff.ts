import { SIGN_AS, type SignAs } from '@/terms';
import * as v from 'valibot';
import { elsewhereSchema } from './authority';
import { instant, line, text } from './fields';

const signer = { as: v.picklist(Object.keys(SIGN_AS) as SignAs[]), officerId: line, name: line, role: line, agency: line, at: instant, signature: line };

/** An officer's own key (base64) over the round's text, their answer and their name. `why`: of the manager, why findings are left open; '': none is. `elsewhere`: of another team's vault. */
const signatureSchema = v.object({ ...signer, why: text, elsewhere: v.exactOptional(elsewhereSchema) });

/** Asked to sign, and did not: with the reason. It stays, whatever comes later. */
const notSignedSchema = v.object({ ...signer, answerId: line, why: text, elsewhere: elsewhereSchema });

/** One reading of the record that officers put their keys to (docs/adr/0037). */
export const roundSchema = v.object({
  roundId: line,
  /** When, and by whom, it was frozen. */
  at: instant,
  by: line,
  /** The stored person and address that were read. */
  revs: v.object({ person: v.number(), address: v.number() }),
  /** The document as it was read: its JSON, deflated (RFC 1951), base64. */
  document: v.pipe(v.string(), v.base64(), v.maxLength(2_000_000)),
  /** Findings about which nothing was said, as they read. */
  leftOpen: v.array(v.object({ key: line, read: text })),
  signatures: v.array(signatureSchema),
  notSigned: v.array(notSignedSchema),
  /** An answer was changed since. `why`: of a record that was wholly signed. null: it stands. */
  cancelled: v.nullable(v.object({ at: instant, by: line, why: text })),
});

export type SignOffRound = v.InferOutput<typeof roundSchema>;
export type SignOffSignature = v.InferOutput<typeof signatureSchema>;
export type NotSigned = v.InferOutput<typeof notSignedSchema>;
