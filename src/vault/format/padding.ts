import { concat, fromUtf8, utf8, type Bytes } from './bytes';

/** The length prefix: 4 bytes, big-endian. */
const PREFIX_BYTES = 4;
/** A log entry or a short person record fits the smallest bucket. */
const SMALLEST_BYTES = 1024;
/** Above this, doubling would waste more than it hides: steps of the same size instead. */
const STEP_BYTES = 65_536;

/** The bucket for a padded length: 1 KiB doubling to 64 KiB, then whole steps of 64 KiB. */
export function bucketBytes(neededBytes: number): number {
  if (neededBytes > STEP_BYTES) return Math.ceil(neededBytes / STEP_BYTES) * STEP_BYTES;
  let bucket = SMALLEST_BYTES;
  while (bucket < neededBytes) bucket *= 2;
  return bucket;
}

/** Length (4 bytes, big-endian), UTF-8 text, zeros up to the bucket. */
export function pad(text: string): Bytes {
  const body = utf8(text);
  const prefix = new Uint8Array(PREFIX_BYTES);
  new DataView(prefix.buffer).setUint32(0, body.length);
  const zeros = bucketBytes(PREFIX_BYTES + body.length) - PREFIX_BYTES - body.length;
  return concat(prefix, body, new Uint8Array(zeros));
}

/** null: not a padded text. Only ever sees bytes that AES-GCM has vouched for. */
export function unpad(padded: Uint8Array): string | null {
  if (padded.length < PREFIX_BYTES) return null;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  if (bucketBytes(PREFIX_BYTES + length) !== padded.length) return null;
  if (padded.subarray(PREFIX_BYTES + length).some((byte) => byte !== 0)) return null;
  try {
    return fromUtf8(padded.subarray(PREFIX_BYTES, PREFIX_BYTES + length));
  } catch {
    return null;
  }
}
