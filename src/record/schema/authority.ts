import * as v from 'valibot';
import { instant, line, text } from './fields';

/** A decision is several texts. */
const decisionText = v.pipe(v.string(), v.maxLength(500_000));
const signed = { officerId: line, name: line, role: line, agency: line, at: instant, signature: line, text: decisionText };

/** Another team's vault, as it was known when its officer answered: enough to check the signature for ever (docs/adr/0024). */
export const elsewhereSchema = v.object({
  team: line, vaultId: line, address: line, words: line,
  /** From the founder to the officer. */
  officers: v.array(v.object({ officerId: line, verifyKey: line, vouchedBy: line, vouch: line })),
  requestId: line,
  /** Our own vault. */
  askedBy: line,
});

/** Who answers for a departure beside the officer who decided; absent or null: the typed name, or nobody yet. */
export const authoritySchema = v.variant('by', [
  /** A second officer: their key's signature (base64) for `text`, which is kept as it was signed. `elsewhere`: of another team's vault; absent: of the same vault. */
  v.object({ by: v.literal('key'), ...signed, elsewhere: v.exactOptional(elsewhereSchema) }),
  /** The officer who decided, alone. */
  v.object({ by: v.literal('self'), name: line, role: line, reason: text }),
]);

/** A second officer of another team was asked, and did not authorise it. */
export const notAuthorisedSchema = v.object({ answerId: line, ...signed, reason: text, elsewhere: elsewhereSchema });
