import { passphraseFault } from '@/stores';
import type { Fault } from './fault';

/** The faults of a new passphrase and its repetition; `prefix` is that of the fields' ids. */
export function newPassphraseFaults(prefix: string, passphrase: string, repeated: string): readonly Fault[] {
  const fault = passphraseFault(passphrase);
  if (fault !== null) return [{ field: `${prefix}-passphrase`, say: fault }];
  if (passphrase.normalize('NFC') !== repeated.normalize('NFC')) return [{ field: `${prefix}-repeated`, say: 'The two passphrases are not the same. Type it again.' }];
  return [];
}
