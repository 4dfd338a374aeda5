/** SHA-256 in lower-case hex. An argument, so that browser, command line and tests bring their own. */
export type Sha256 = (bytes: Uint8Array) => Promise<string> | string;

/** 4 MiB: big files (a basemap of gigabytes) are checked piece by piece, in bounded memory. */
export const HASH_CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * The hash of a section: SHA-256 over the lower-case hex SHA-256s of its 4 MiB pieces, one after the other.
 * `read(start, end)` gives the bytes of a piece.
 */
export async function sectionHash(
  byteLength: number,
  read: (start: number, end: number) => Promise<Uint8Array> | Uint8Array,
  sha256: Sha256,
): Promise<string> {
  let pieces = '';
  for (let start = 0; start < byteLength; start += HASH_CHUNK_BYTES) {
    pieces += await sha256(await read(start, Math.min(start + HASH_CHUNK_BYTES, byteLength)));
  }
  return sha256(new TextEncoder().encode(pieces));
}
