import * as v from 'valibot';
import { instant, line, text } from './fields';

/** Who answers for a departure beside the officer who decided; absent or null: the typed name, or nobody yet. */
export const authoritySchema = v.variant('by', [
  /** A second officer of the same vault: their key's signature (base64) over `text`, which is kept as it was signed. */
  v.object({ by: v.literal('key'), officerId: line, name: line, role: line, agency: line, at: instant, signature: line, text: v.pipe(v.string(), v.maxLength(500_000)) }),
  /** The officer who decided, alone. */
  v.object({ by: v.literal('self'), name: line, role: line, reason: text }),
]);
