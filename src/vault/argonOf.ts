import type { Argon } from './format/kdf';
import type { Keys } from './keys';

/** What a new passphrase costs: as given, or as measured now, on this device, where it will run. */
export async function argonOf(keys: Keys, argon: Argon | 'measured'): Promise<Argon> {
  return argon === 'measured' ? keys.calibrate() : argon;
}
