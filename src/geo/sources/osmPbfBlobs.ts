import { unzlibSync } from 'fflate';
import { ProtobufError, ProtobufReader } from './protobuf';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';

/** wiki.openstreetmap.org/wiki/PBF_Format: a header under 64 KiB, a blob under 32 MiB, packed or not. More is refused, so that nothing unpacks without end. */
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_BLOB_BYTES = 32 * 1024 * 1024;

export interface OsmBlob { readonly type: string; readonly bytes: Uint8Array }

/** Four bytes of length, then the first blob's header, which names its type. */
export const isOsmPbf = ({ bytes }: SourceFile): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 15)).slice(4) === '\n\tOSMHeader';

/** The blobs of a file, still packed. @throws SourceError when it is cut short or damaged. */
export function blobsOf({ name, bytes }: SourceFile): OsmBlob[] {
  const blobs: OsmBlob[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.byteLength;) {
    const headerAt = at + 4;
    const length = headerAt <= bytes.byteLength ? view.getUint32(at) : Infinity;
    if (length > MOST_HEADER_BYTES || headerAt + length > bytes.byteLength) throw cutShort(name);
    const { type, size } = whole(name, () => headerOf(bytes.subarray(headerAt, headerAt + length)));
    const start = headerAt + length;
    if (size > MOST_BLOB_BYTES || start + size > bytes.byteLength) throw cutShort(name);
    blobs.push({ type, bytes: bytes.subarray(start, start + size) });
    at = start + size;
  }
  return blobs;
}

const cutShort = (name: string, cause?: unknown) => new SourceError(name, 'is .osm.pbf, but damaged or cut short. Download it again.', { cause });

/** What fails inside is a fault of the file. */
export function whole<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ProtobufError) throw cutShort(name, cause);
    throw cause;
  }
}

function headerOf(bytes: Uint8Array): { type: string; size: number } {
  const reader = new ProtobufReader(bytes);
  let [type, size] = ['', 0];
  reader.fields((field) => {
    if (field === 1) type = reader.text();
    if (field === 3) size = reader.varint();
  });
  return { type, size };
}

/** @throws SourceError when it is packed in a way that is not known here, or damaged. */
export function unpackBlob(name: string, { bytes }: OsmBlob): Uint8Array {
  const reader = new ProtobufReader(bytes);
  let [raw, zlib, size]: [Uint8Array | null, Uint8Array | null, number] = [null, null, 0];
  let other = false;
  reader.fields((field) => {
    if (field === 1) raw = reader.block();
    else if (field === 2) size = reader.varint();
    else if (field === 3) zlib = reader.block();
    else if (field >= 4 && field <= 7) other = true;
  });
  if (raw !== null) return raw;
  if (other) throw new SourceError(name, 'is packed with lz4, zstd or the like, which this does not read. Write it again with `osmium cat -o zlib.osm.pbf`.');
  if (zlib === null || size > MOST_BLOB_BYTES) throw new ProtobufError('a blob without bytes, or larger than the format allows');
  return inflate(zlib, size);
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  let bytes: Uint8Array;
  try {
    // Into a place of the told size: what would unpack to more is cut off there, and its sum does not fit.
    bytes = unzlibSync(packed, { out: new Uint8Array(size) });
  } catch (cause) {
    throw new ProtobufError('a blob that cannot be unpacked', { cause });
  }
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (bytes.byteLength !== size || view.getUint32(packed.byteLength - 4) !== adler32(bytes)) throw new ProtobufError('a blob whose sum does not fit');
  return bytes;
}

/** RFC 1950; the unpacker leaves the sum unread. 3,800 bytes stay below 2^32 before the remainder is taken. */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let at = 0; at < bytes.length;) {
    for (const end = Math.min(at + 3800, bytes.length); at < end; at++) { a += bytes[at] ?? 0; b += a; }
    a %= 65_521;
    b %= 65_521;
  }
  return b * 65_536 + a;
}
