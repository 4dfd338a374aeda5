import type { PackSignature } from '@/geo';

/** Who stands behind a pack, as people read it. */
export function signedBy(signature: PackSignature | null, training: boolean): string {
  if (signature !== null) return `Signed by ${signature.publisher}, fingerprint ${signature.fingerprint}`;
  return training ? 'Not signed: fictional, and part of Steading' : 'Not signed: nothing shows who published it';
}
