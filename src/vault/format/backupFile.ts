import { DamagedBackup, NewerFormat } from '../errors';
import { joinSealed, splitSealed, type Sealed } from './aesGcm';
import { concat, fromUtf8, utf8, type Bytes } from './bytes';
import { canonicalText } from './canonicalText';
import type { Keyring } from './keyring';
import { FORMAT } from './version';

/**
 *   steading-backup <format>\n      the only text that tells what the file is
 *   <keyring as canonical JSON>\n   as in the vault: random bits, public keys, wrapped keys, the derivation's parameters
 *   <iv><ciphertext and tag>        everything else (backupContent), under K_backup; AAD: both lines above
 */
const FIRST_LINE = /^steading-backup (\d{1,4})$/u;
const NEWLINE = 0x0a;
/** Room for thousands of credentials; the first line is 19 bytes. */
const LONGEST_LINE_BYTES = 8 * 1024 * 1024;

export interface BackupParts {
  /** The AAD of `sealed`: both lines, as they stand. */
  readonly head: string;
  /** Still to be read by readKeyring. */
  readonly keyringText: string;
  readonly sealed: Sealed;
}

export function backupHead(keyring: Keyring): string {
  return `steading-backup ${String(FORMAT)}\n${canonicalText(keyring)}\n`;
}

export function backupFile(head: string, sealed: Sealed): Bytes {
  return concat(utf8(head), joinSealed(sealed));
}

/** Takes a file apart; nothing in it is believed yet. Throws DamagedBackup, NewerFormat. */
export function splitBackup(file: Uint8Array): BackupParts {
  const first = lineAt(file, 0);
  const declared = FIRST_LINE.exec(first.text)?.[1];
  if (declared === undefined) throw new DamagedBackup('it is not a Steading backup');
  if (Number(declared) > FORMAT) throw new NewerFormat('backup');
  if (Number(declared) !== FORMAT) throw new DamagedBackup('no Steading ever wrote its format');
  const second = lineAt(file, first.end);
  return { head: `${first.text}\n${second.text}\n`, keyringText: second.text, sealed: splitSealed(new Uint8Array(file.subarray(second.end))) };
}

function lineAt(file: Uint8Array, start: number): { readonly text: string; readonly end: number } {
  const end = file.subarray(start, start + LONGEST_LINE_BYTES).indexOf(NEWLINE);
  if (end < 0) throw new DamagedBackup('it is cut off');
  try {
    return { text: fromUtf8(file.subarray(start, start + end)), end: start + end + 1 };
  } catch {
    throw new DamagedBackup('it is not a Steading backup');
  }
}
