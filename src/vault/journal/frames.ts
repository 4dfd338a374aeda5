import { joinSealed, type Sealed } from '../format/aesGcm';
import { concat, digest, hex, utf8, type Bytes } from '../format/bytes';
import { FORMAT } from '../format/version';

/**
 * One entry of a tail: length of the sealed part (4 bytes, big-endian) ‖ epoch (4) ‖ check (4) ‖ sealed (iv, ciphertext and tag) ‖ hash (32).
 * check: first 4 bytes of SHA-256 over "steading journal|1|vault|n|number|length|epoch"; hash: SHA-256 over AAD ‖ sealed. Together they tell an entry whose
 * writing was cut off (only ever the last, never acknowledged) from one that was damaged.
 */
const HEADER_BYTES = 12;
const CHECK_BYTES = 4;
const HASH_BYTES = 32;

export interface Place {
  readonly vaultId: string;
  readonly n: number;
}

export interface Frame {
  readonly number: number;
  /** Offset in the tail. */
  readonly at: number;
  readonly epoch: number;
  /** iv, ciphertext and tag, within the tail's own bytes. */
  readonly joined: Bytes;
  /** The AAD it was sealed under, if it is whole. */
  readonly aad: string;
  readonly hash: string;
  readonly whole: boolean;
}

export interface Scan {
  readonly frames: readonly Frame[];
  /** Where the next entry goes. */
  readonly end: number;
  /** The last entry was cut off in the writing, or cannot be told from one that was. */
  readonly torn: boolean;
  /** What follows cannot be read: its length is damaged. */
  readonly broken: boolean;
}

/** An entry opens after the one it was written after, in its own vault and journal, and nowhere else. */
export function frameAad({ vaultId, n }: Place, number: number, prevHash: string): string {
  return ['steading journal', FORMAT, vaultId, n, number, prevHash].join('|');
}

export function snapshotAad({ vaultId, n }: Place): string {
  return ['steading journal', FORMAT, vaultId, n, 'snapshot'].join('|');
}

async function headerOf({ vaultId, n }: Place, number: number, length: number, epoch: number): Promise<Bytes> {
  const header = new DataView(new ArrayBuffer(HEADER_BYTES));
  header.setUint32(0, length);
  header.setUint32(4, epoch);
  const sum = await digest(utf8(['steading journal', FORMAT, vaultId, n, number, length, epoch].join('|')));
  return concat(new Uint8Array(header.buffer, 0, HEADER_BYTES - CHECK_BYTES), sum.subarray(0, CHECK_BYTES));
}

const hashOf = async (aad: string, joined: Bytes): Promise<string> => hex(await digest(concat(utf8(aad), joined)));
const fromHex = (text: string): Bytes => Uint8Array.from(text.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));

export async function packFrame(place: Place, number: number, prevHash: string, epoch: number, sealed: Sealed): Promise<{ readonly bytes: Bytes; readonly hash: string }> {
  const joined = joinSealed(sealed);
  const hash = await hashOf(frameAad(place, number, prevHash), joined);
  return { bytes: concat(await headerOf(place, number, joined.length, epoch), joined, fromHex(hash)), hash };
}

/** Each entry hangs on the hash before it as it lies there, so all of them are checked beside each other. */
export async function scanTail(bytes: Bytes, place: Place, start: string): Promise<Scan> {
  const found: { readonly at: number; readonly fits: Promise<boolean>; readonly frame: Promise<Frame> | null }[] = [];
  let at = 0;
  let prevHash = start;
  let torn = false;
  while (at < bytes.length) {
    torn = bytes.length - at < HEADER_BYTES || bytes.subarray(at).every((byte) => byte === 0);
    if (torn) break;
    const [number, from] = [found.length + 1, at];
    const header = bytes.subarray(at, at + HEADER_BYTES);
    const view = new DataView(header.buffer, header.byteOffset, HEADER_BYTES);
    const [length, epoch] = [view.getUint32(0), view.getUint32(4)];
    const fits = headerOf(place, number, length, epoch).then((made) => made.every((byte, i) => byte === header[i]));
    const sealedEnd = at + HEADER_BYTES + length;
    at = sealedEnd + HASH_BYTES;
    torn = at > bytes.length;
    if (torn) {
      found.push({ at: from, fits, frame: null });
      at = from;
      break;
    }
    const joined = bytes.subarray(from + HEADER_BYTES, sealedEnd);
    const [aad, hash] = [frameAad(place, number, prevHash), hex(bytes.subarray(sealedEnd, at))];
    found.push({ at: from, fits, frame: hashOf(aad, joined).then((sum) => ({ number, at: from, epoch, joined, aad, hash, whole: sum === hash })) });
    prevHash = hash;
  }
  const misfit = (await Promise.all(found.map(({ fits }) => fits))).indexOf(false);
  const frames = (await Promise.all(found.map(({ frame }) => frame))).filter((frame) => frame !== null);
  // Behind a header that does not fit, everything was read at the wrong places.
  if (misfit >= 0) return { frames: frames.slice(0, misfit), end: found[misfit]?.at ?? 0, torn: false, broken: true };
  const last = frames.at(-1);
  if (!torn && last?.whole === false) return { frames: frames.slice(0, -1), end: last.at, torn: true, broken: false };
  return { frames, end: at, torn, broken: false };
}
