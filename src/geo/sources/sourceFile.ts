import { unzipSync } from 'fflate';
import { crc32 } from './crc32';
import { gunzipper } from './gunzip';
import { SourceError } from './sourceError';
import { zipSums } from './zipSums';

/** A file as it was given: its name (for messages) and its bytes. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 400 MiB unpacked: above any one file that Scotland's sources publish, below the longest string that V8 can hold (512 MiB). */
export const MAX_UNPACKED_BYTES = 400 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
export const isZip = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);

/**
 * The file unpacked, if it is gzip (told by its first bytes, not by its name).
 * @throws SourceError for damaged gzip, and as soon as more than `limit` bytes come out.
 */
export function unpackGzip(file: SourceFile, limit = MAX_UNPACKED_BYTES): SourceFile {
  if (!startsWith(file.bytes, 0x1f, 0x8b)) return file;
  const parts: Uint8Array[] = [];
  let total = 0;
  const push = gunzipper(file.name, (part) => {
    total += part.byteLength;
    if (total > limit) throw tooBig(file.name, limit);
    parts.push(part);
  });
  // Piece by piece, so that a small file that unpacks to a huge one is stopped early.
  for (let at = 0; at < file.bytes.byteLength; at += PIECE_BYTES) push(file.bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= file.bytes.byteLength);
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const part of parts) { bytes.set(part, at); at += part.byteLength; }
  return { name: file.name, bytes };
}

const PIECE_BYTES = 64 * 1024;

/** Files of a zip whose path `wanted` accepts. @throws SourceError when it is damaged or unpacks to more than `limit` bytes. */
export function unpackZip(file: SourceFile, wanted: (path: string) => boolean, limit = MAX_UNPACKED_BYTES): SourceFile[] {
  let total = 0;
  try {
    const entries = unzipSync(file.bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        total += originalSize;
        if (total > limit) throw tooBig(file.name, limit);
        return true;
      },
    });
    const sums = zipSums(file.bytes);
    for (const [name, bytes] of Object.entries(entries)) if (sums.get(name) !== undefined && sums.get(name) !== crc32(bytes)) throw new SourceError(file.name, `has a file that is damaged (${name}). Download it again.`);
    return Object.entries(entries).map(([name, bytes]) => ({ name: `${file.name} › ${name}`, bytes }));
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError(file.name, 'is a zip, but damaged or cut short. Download it again.', { cause });
  }
}

/** Paths of the files in a zip, none of them unpacked. @throws SourceError */
export function zipPaths(file: SourceFile): string[] {
  const paths: string[] = [];
  unpackZip(file, (path) => { paths.push(path); return false; });
  return paths;
}

function tooBig(name: string, limit: number): SourceError {
  return new SourceError(name, `unpacks to more than ${Math.round(limit / 1024 / 1024)} MiB, which no official download does. Check where it came from, or cut it to your area first.`);
}
