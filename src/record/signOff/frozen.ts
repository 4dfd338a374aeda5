import { STATEMENT_KINDS, type StatementKind } from '@/terms';
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';

const words = v.string();
const statement = v.exactOptional(v.picklist(Object.keys(STATEMENT_KINDS) as StatementKind[]));
const block = v.variant('kind', [
  v.strictObject({ kind: v.literal('facts'), rows: v.array(v.strictObject({ label: words, value: words, statement })) }),
  v.strictObject({ kind: v.literal('text'), heading: v.exactOptional(words), statement, text: words }),
  v.strictObject({ kind: v.literal('table'), caption: words, columns: v.array(words), rows: v.array(v.array(words)) }),
  v.strictObject({ kind: v.literal('list'), items: v.array(words) }),
  v.strictObject({ kind: v.literal('note'), text: words }),
  v.strictObject({ kind: v.literal('map') }),
]);

/** A record's document as it is kept and shown again: nothing that a screen would not show. */
const frozenSchema = v.strictObject({
  title: words, reference: words, watermark: words, training: v.boolean(), oneSheet: v.exactOptional(v.literal(true)),
  sections: v.array(v.strictObject({ id: words, heading: words, part: v.exactOptional(words), blocks: v.array(block) })),
});

export type Frozen = v.InferOutput<typeof frozenSchema>;

/** null: not a document as this Steading shows one, to the byte: nobody signs, or reads as signed, what the screen does not show. */
export function frozenIn(text: string): Frozen | null {
  try {
    const given: unknown = JSON.parse(text);
    return JSON.stringify(given) === text && v.is(frozenSchema, given) ? given : null;
  } catch {
    return null;
  }
}

/** As it is kept in the record: deflated (RFC 1951), base64. */
export const packed = (text: string): string => btoa(Array.from(deflateSync(strToU8(text), { level: 9 }), (byte) => String.fromCharCode(byte)).join(''));

/** '' where it cannot be read: then no signature holds over it. */
export function unpacked(document: string): string {
  try {
    return strFromU8(inflateSync(Uint8Array.from(atob(document), (character) => character.charCodeAt(0))));
  } catch {
    return '';
  }
}
