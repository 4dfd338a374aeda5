import { fromBase32, toBase32 } from './base32';
import { concat, digest, utf8, type Bytes } from './bytes';

/** 128 bits: out of reach of guessing, so no slow derivation and no throttle is needed. */
export const RECOVERY_CODE_BYTES = 16;
/** 26 characters of code (130 bits) and 2 of check: 7 groups of 4. */
const CODE_CHARACTERS = 26;
const GROUP = /.{4}(?=.)/gu;

/** 10 of the 16 bits taken: 1,023 of 1,024 slips are told from a wrong code before anything is tried. */
async function checkCharacters(code: Bytes): Promise<string> {
  const hash = await digest(concat(utf8('steading recovery code|1|'), code));
  return toBase32(hash.subarray(0, 2)).slice(0, 2);
}

/** As printed: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`. */
export async function printRecoveryCode(code: Bytes): Promise<string> {
  return (toBase32(code) + (await checkCharacters(code))).replace(GROUP, '$&-');
}

/** As typed: any case, with or without groups, O for 0 and I or L for 1. null: a slip, by its check characters. */
export async function readRecoveryCode(typed: string): Promise<Bytes | null> {
  const plain = typed.replace(/[\s-]/gu, '');
  const code = fromBase32(plain.slice(0, CODE_CHARACTERS), RECOVERY_CODE_BYTES);
  if (!code) return null;
  const printed = (await printRecoveryCode(code)).replaceAll('-', '');
  return sameCode(printed, plain) ? code : null;
}

function sameCode(printed: string, typed: string): boolean {
  return printed === typed.toUpperCase().replace(/O/gu, '0').replace(/[IL]/gu, '1');
}
