import { toBase32 } from './base32';
import { concat, digest, fromBase64, hex, utf8 } from './bytes';

/** 32 hexadecimal digits that name the founder's key: no other key can sign this vault's first keyring. */
export async function vaultIdOf(founderVerifyKey: string): Promise<string> {
  const hash = await digest(concat(utf8('steading vault|1|'), fromBase64(founderVerifyKey)));
  return hex(hash.subarray(0, 16));
}

/** Eight characters to tell vaults apart by. */
export function vaultCode(vaultId: string): string {
  return eightCharacters(vaultId);
}

/** The first 40 bits of a hexadecimal hash, in Crockford's base 32. */
export function eightCharacters(hexadecimal: string): string {
  return toBase32(Uint8Array.from({ length: 5 }, (_, at) => Number.parseInt(hexadecimal.slice(at * 2, at * 2 + 2), 16)));
}
