import { checkPassphrase, generatePassphrase, systemRandom } from '@/vault';

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
  return generatePassphrase(systemRandom);
}
