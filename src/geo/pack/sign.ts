import { bytesAsBlob } from './blobLike';
import { align8 } from './layout';
import { PackError } from './packError';
import { isPublisherName, LONGEST_NAME } from './publisherName';
import { readHeader } from './readHeader';
import type { Sha256 } from './sha256';
import { SIGNED_SINCE, signatureBytes, signedMessage } from './signature';

export interface PackSigner {
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

/**
 * The pack with a signature, in place of any that it has. Its content is not checked here: open it first.
 * @throws PackError of `readHeader`, and 'invalid' for a name that cannot be shown or a pack of version 1, which has no place for a signature.
 */
export async function signPack(pack: Uint8Array, { sha256, publisher, signer: { publicKey, sign } }: { sha256: Sha256; publisher: string; signer: PackSigner }): Promise<Uint8Array<ArrayBuffer>> {
  if (!isPublisherName(publisher)) throw new PackError('invalid', `'${publisher}' cannot stand as the publisher: give a name of 1 to ${String(LONGEST_NAME)} characters on one line.`);
  const { stored, packId, bodyStart } = await readHeader(bytesAsBlob(pack), sha256);
  if (stored.version < SIGNED_SINCE) throw new PackError('invalid', 'A pack of version 1 has no place for a signature. Build it again, then sign it.');
  const last = stored.sections.at(-1);
  const bodyEnd = bodyStart + (last === undefined ? 0 : last.offset + last.byteLength);
  const at = align8(bodyEnd);
  const trailer = signatureBytes(publicKey, await sign(signedMessage(packId, publicKey, publisher)), publisher);
  const signed = new Uint8Array(at + trailer.byteLength);
  signed.set(pack.subarray(0, bodyEnd));
  signed.set(trailer, at);
  return signed;
}
