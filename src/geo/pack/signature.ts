import type { BlobLike } from './blobLike';
import { align8 } from './layout';
import { PackError } from './packError';
import { isPublisherName, LONGEST_NAME } from './publisherName';

/**
 * What stands behind the last section of a signed pack, from the next multiple of 8 to the end of the file (ADR 0013). No part of what `packId` names:
 *
 *   0  mark, 8 bytes      8  length of the publisher's name, uint32      12  four zero bytes
 *  16  public key, 32    48  signature, 64                              112  the publisher's name, UTF-8
 */
const MARK = Uint8Array.of(0x89, 0x53, 0x54, 0x44, 0x53, 0x0d, 0x0a, 0x1a);
const [LENGTH_AT, KEY_AT, SIGNATURE_AT, NAME_AT] = [8, 16, 48, 112] as const;
/** Padding, the parts of fixed length, and a name of four bytes a character. */
const MOST_BYTES = 7 + NAME_AT + 4 * LONGEST_NAME;
export const SIGNED_SINCE = 2;

/** The bytes that stand behind the body, from a multiple of 8. */
export function signatureBytes(publicKey: Uint8Array, signature: Uint8Array, publisher: string): Uint8Array {
  const name = new TextEncoder().encode(publisher);
  const bytes = new Uint8Array(NAME_AT + name.byteLength);
  bytes.set(MARK);
  new DataView(bytes.buffer).setUint32(LENGTH_AT, name.byteLength, true);
  bytes.set(publicKey, KEY_AT);
  bytes.set(signature, SIGNATURE_AT);
  bytes.set(name, NAME_AT);
  return bytes;
}

/** Who signed a pack, by a signature that holds. `publisher` is what the holder of the key says of themselves; only the fingerprint tells who it was. */
export interface PackSignature {
  readonly publisher: string;
  readonly fingerprint: string;
}

/** Ed25519 (RFC 8032): the fingerprint of the key; null where the signature is not its own. An argument, so that browser and command line bring their own. */
export type SignatureCheck = (signed: { readonly publicKey: Uint8Array; readonly message: Uint8Array; readonly signature: Uint8Array }) => Promise<string | null>;

/** The pack's id stands for all of it. Begins with what it is, so that no signature serves twice; the name comes last, since it may hold anything. */
export function signedMessage(packId: string, publicKey: Uint8Array, publisher: string): Uint8Array {
  const key = Array.from(publicKey, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return new TextEncoder().encode(['steading pack signature', 1, packId, key, publisher].join('|'));
}

/**
 * The signature behind the body, if there is one. Without a `check` nothing is known of who signed, and it counts as not signed.
 * @throws PackError 'damaged', 'truncated', 'invalid', or 'badSignature' where it does not hold, or cannot be checked here.
 */
export async function readSignature(
  blob: BlobLike, bodyEnd: number, { packId, version, check }: { packId: string; version: number; check: SignatureCheck | undefined },
): Promise<PackSignature | null> {
  if (blob.size === bodyEnd) return null;
  const padding = align8(bodyEnd) - bodyEnd;
  const tail = new Uint8Array(await blob.slice(bodyEnd, Math.min(blob.size, bodyEnd + MOST_BYTES)).arrayBuffer());
  const bytes = tail.subarray(padding);
  const isMarked = version >= SIGNED_SINCE && bytes.length >= MARK.length && MARK.every((byte, i) => byte === bytes[i]) && tail.subarray(0, padding).every((byte) => byte === 0);
  if (!isMarked) throw new PackError('damaged', 'The pack is longer than it says. Download or copy it again.');
  const end = bytes.length < NAME_AT ? NAME_AT : NAME_AT + new DataView(bytes.buffer, bytes.byteOffset).getUint32(LENGTH_AT, true);
  if (blob.size < bodyEnd + padding + end) throw new PackError('truncated', 'The pack is cut short in its signature: the download or copy did not finish. Download or copy it again.');
  if (blob.size > bodyEnd + padding + end || bytes.subarray(LENGTH_AT + 4, KEY_AT).some((byte) => byte !== 0)) throw new PackError('damaged', 'The pack is longer than it says. Download or copy it again.');
  const publisher = nameOf(bytes.subarray(NAME_AT, end));
  if (check === undefined) return null;
  const publicKey = bytes.slice(KEY_AT, SIGNATURE_AT);
  const fingerprint = await check({ publicKey, message: signedMessage(packId, publicKey, publisher), signature: bytes.slice(SIGNATURE_AT, NAME_AT) }).catch((cause: unknown) => {
    throw new PackError('badSignature', `The signature of this pack cannot be checked here. ${cause instanceof Error ? cause.message : ''}`.trim(), { cause });
  });
  if (fingerprint === null) throw new PackError('badSignature', 'The signature of this pack does not hold: what it says of its publisher is not true, or not of this content. Do not use it. Get the pack again from whoever published it.');
  return { publisher, fingerprint };
}

function nameOf(bytes: Uint8Array): string {
  const name = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (!isPublisherName(name)) throw new PackError('invalid', 'The pack is signed under a name that cannot be shown. Build or download the pack again.');
  return name;
}
