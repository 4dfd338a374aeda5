import { isJsonObject } from '@/terms';
import * as v from 'valibot';
import type { Protocol } from '../protocolTypes';
import { faultsBetween } from './between';
import { protocolSchema, type NationalIds, type ProtocolFault } from './schema';

export type ParsedProtocol =
  | { readonly is: 'protocol'; readonly protocol: Protocol }
  | { readonly is: 'refused'; readonly faults: readonly ProtocolFault[] };

const LARGEST_BYTES = 1_000_000;

const refused = (...faults: readonly ProtocolFault[]): ParsedProtocol => ({ is: 'refused', faults });

/** Adds to the standard or is refused, with every fault. Never throws on what JSON can hold. */
export function parseProtocol(value: unknown, national: NationalIds): ParsedProtocol {
  if (isJsonObject(value) && value['format'] === 'steading-protocol' && typeof value['formatVersion'] === 'number' && value['formatVersion'] > 1) {
    return refused({ path: 'formatVersion', say: `A newer Steading wrote this protocol (format ${value['formatVersion']}; this one reads format 1). Update Steading, then open the protocol again.` });
  }
  const shape = v.safeParse(protocolSchema(national), value, { abortPipeEarly: true });
  const between = faultsBetween(value, national);
  if (shape.success && between.length === 0) return { is: 'protocol', protocol: shape.output };
  return refused(...(shape.issues ?? []).map((issue) => ({ path: v.getDotPath(issue) ?? '', say: issue.message })), ...between);
}

/** `text`: a file of JSON, at most 1 MB in UTF-8; a byte order mark is passed over. */
export function parseProtocolFile(text: string, national: NationalIds): ParsedProtocol {
  if (new TextEncoder().encode(text).byteLength > LARGEST_BYTES) return refused({ path: '', say: 'This file is larger than 1 MB: no local protocol is. Open another file.' });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused({ path: '', say: 'This file is not JSON, or it is damaged. Export the protocol again, or mend the file, and open it once more.' });
  }
  return parseProtocol(value, national);
}
