import type { Edges } from './edges';

/** What a file of facts holds, or why it cannot be read, in a plain sentence. */
export type ReadFacts = { readonly is: 'read'; readonly value: unknown } | { readonly is: 'unreadable'; readonly say: string };

const LARGEST_BYTES = 1_000_000;
const unreadable = (say: string): ReadFacts => ({ is: 'unreadable', say });

/** With a byte order mark in UTF-16, either way round. */
const isUtf16 = ([first, second]: Uint8Array) => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export async function readFacts(path: string, { read }: Edges): Promise<ReadFacts> {
  let bytes: Uint8Array;
  try {
    bytes = await read(path);
  } catch (cause) {
    return unreadable(`cannot be read (${cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)}). Check the path.`);
  }
  if (bytes.byteLength > LARGEST_BYTES) return unreadable('is larger than 1 MB: no facts are. Give another file.');
  const text = isUtf16(bytes) ? null : asText(bytes);
  if (text === null) return unreadable('is not text in UTF-8. Save it as UTF-8.');
  if (text.startsWith('\uFEFF')) return unreadable('begins with a byte order mark, which JSON does not have. Save it as UTF-8 without one.');
  if (text.trim() === '') return unreadable('is empty.');
  try {
    return { is: 'read', value: JSON.parse(text) as unknown };
  } catch {
    return unreadable('is not JSON, or is cut short.');
  }
}
