import { RefusedHandOver } from '../../errors';
import { fromUtf8, utf8, type Bytes } from '../bytes';

/** Records are some tens of kilobytes; a larger file is no hand-over of Steading's. */
export const LARGEST_FILE_BYTES = 16 * 1024 * 1024;
const MOST_LINES = 64;

/** By its first bytes, of whatever format. */
export function beginsAs(bytes: Uint8Array, kind: string): boolean {
  return new TextDecoder().decode(bytes.subarray(0, kind.length + 1)) === `${kind} `;
}

/** Lines of UTF-8, each with its end. */
export function writeLines(lines: readonly string[]): Bytes {
  return utf8(lines.map((line) => `${line}\n`).join(''));
}

/**
 * The lines after the first, which must be `<kind> 1`: every byte is in one of them. Canonical JSON holds no line end, so no line can hide another.
 * Throws RefusedHandOver; `kind`: letters and hyphens.
 */
export function readLines(bytes: Uint8Array, kind: string): readonly string[] {
  if (bytes.length > LARGEST_FILE_BYTES) throw new RefusedHandOver('it is far larger than any file of this kind');
  const lines = textOf(bytes).split('\n');
  const [first = '', ...rest] = lines;
  const declared = new RegExp(`^${kind} (\\d{1,4})$`, 'u').exec(first)?.[1];
  if (declared === undefined) throw new RefusedHandOver(`it does not begin as a file of this kind does (${kind})`);
  if (Number(declared) > 1) throw new RefusedHandOver('it was written by a newer Steading', 'Update Steading, then choose the file again.');
  if (Number(declared) !== 1) throw new RefusedHandOver('no Steading ever wrote its format');
  if (lines.length > MOST_LINES || rest.pop() !== '') throw new RefusedHandOver('it is cut off, or something was added to it');
  return rest;
}

function textOf(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    throw new RefusedHandOver('it is not text');
  }
}
