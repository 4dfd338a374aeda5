import { checkPassphrase, generatePassphrase } from '@/vault';

/** Why this passphrase cannot be used, in the vault's own words; null where it can. */
export function passphraseFault(typed: string): string | null {
  try {
    checkPassphrase(typed);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Four words with hyphens, drawn by the device's own random source. */
export function suggestPassphrase(): string {
  return generatePassphrase((length) => crypto.getRandomValues(new Uint8Array(length)));
}

export interface Fault {
  readonly field: string;
  readonly say: string;
}

/** The faults of a new passphrase and its repetition; `prefix` is that of the fields' ids. */
export function newPassphraseFaults(prefix: string, passphrase: string, repeated: string): readonly Fault[] {
  const fault = passphraseFault(passphrase);
  if (fault !== null) return [{ field: `${prefix}-passphrase`, say: fault }];
  if (passphrase.normalize('NFC') !== repeated.normalize('NFC')) return [{ field: `${prefix}-repeated`, say: 'The two passphrases are not the same. Type it again.' }];
  return [];
}

export function faultOf(faults: readonly Fault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.say;
}
