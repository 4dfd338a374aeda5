import { joinSealed, splitSealed, type Sealed } from '../format/aesGcm';
import { concat, digest, hex, sha256, utf8, type Bytes } from '../format/bytes';
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
  readonly sealed: Sealed;
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

const hashOf = (aad: string, joined: Bytes): Promise<string> => sha256(concat(utf8(aad), joined));
const fromHex = (text: string): Bytes => Uint8Array.from(text.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));

export async function packFrame(place: Place, number: number, prevHash: string, epoch: number, sealed: Sealed): Promise<{ readonly bytes: Bytes; readonly hash: string }> {
  const joined = joinSealed(sealed);
  const hash = await hashOf(frameAad(place, number, prevHash), joined);
  return { bytes: concat(await headerOf(place, number, joined.length, epoch), joined, fromHex(hash)), hash };
}

export async function scanTail(bytes: Bytes, place: Place, start: string): Promise<Scan> {
  const frames: Frame[] = [];
  let at = 0;
  let prevHash = start;
  while (at < bytes.length) {
    const rest = bytes.length - at;
    if (rest < HEADER_BYTES || bytes.subarray(at).every((byte) => byte === 0)) return { frames, end: at, torn: true, broken: false };
    const number = frames.length + 1;
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEADER_BYTES);
    const [length, epoch] = [view.getUint32(0), view.getUint32(4)];
    const header = await headerOf(place, number, length, epoch);
    if (header.some((byte, i) => byte !== bytes[at + i])) return { frames, end: at, torn: false, broken: true };
    const sealedEnd = at + HEADER_BYTES + length;
    const end = sealedEnd + HASH_BYTES;
    if (end > bytes.length) return { frames, end: at, torn: true, broken: false };
    const joined = bytes.slice(at + HEADER_BYTES, sealedEnd);
    const aad = frameAad(place, number, prevHash);
    const hash = hex(bytes.subarray(sealedEnd, end));
    const whole = hash === (await hashOf(aad, joined));
    if (!whole && end === bytes.length) return { frames, end: at, torn: true, broken: false };
    frames.push({ number, at, epoch, sealed: splitSealed(joined), aad, hash, whole });
    prevHash = hash;
    at = end;
  }
  return { frames, end: at, torn: false, broken: false };
}
