import type { Encrypter } from 'age-encryption';
import type { Bytes } from './bytes';

/** 51 kB that no screen needs before a file leaves or comes: loaded then, from the device's own copy. */
const library = () => import('age-encryption');

/**
 * Files that leave the vault are age v1 files (https://age-encryption.org/v1), X25519 recipients only, or one passphrase for somebody without a vault: Debian's `age` opens them too, and the post-quantum
 * recipients of newer libraries it does not know.
 */
const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/u;
const IDENTITY = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/u;
const FIRST_LINE = 'age-encryption.org/v1\n';
/** Some hundred recipients. */
const LARGEST_HEADER_BYTES = 65_536;

/** The two halves of an address: `identity` (AGE-SECRET-KEY-1…) opens, `recipient` (age1…) seals. */
export interface AgeAddress {
  readonly identity: string;
  readonly recipient: string;
}

export async function newAgeAddress(): Promise<AgeAddress> {
  const { generateX25519Identity, identityToRecipient } = await library();
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** As text (AGE-SECRET-KEY-1…), or an X25519 key that cannot be exported. */
export type AgeIdentity = string | CryptoKey;

/** The address that a file is sealed to, for this identity to open it. */
export async function recipientOf(identity: AgeIdentity): Promise<string> {
  return (await library()).identityToRecipient(identity);
}

/** An address as written down: the shape only; whether its check holds, sealing tells. */
export function looksLikeRecipient(text: string): boolean {
  return RECIPIENT.test(text);
}

export function looksLikeAgeFile(file: Uint8Array): boolean {
  return new TextDecoder().decode(file.subarray(0, FIRST_LINE.length)) === FIRST_LINE;
}

/**
 * How many X25519 stanzas the header names, which age writes in clear: `-> X25519 …` before `---`. Others (grease of other writers) are no recipients of Steading's.
 * null: the header is none. Only opening the file proves the header's own sum.
 */
export function recipientCount(file: Uint8Array): number | null {
  const text = new TextDecoder('latin1').decode(file.subarray(0, LARGEST_HEADER_BYTES));
  const end = text.indexOf('\n--- ');
  return looksLikeAgeFile(file) && end !== -1 ? text.slice(0, end).split('\n').filter((line) => line.startsWith('-> X25519 ')).length : null;
}

/** Throws TypeError where an address is none, before anything is sealed. */
export async function sealForRecipients(recipients: readonly string[], plain: Uint8Array): Promise<Bytes> {
  if (recipients.length === 0) throw new TypeError('A file needs somebody who may open it.');
  const encrypter = new (await library()).Encrypter();
  for (const recipient of recipients) addRecipient(encrypter, recipient);
  return new Uint8Array(await encrypter.encrypt(plain));
}

/** Throws TypeError where this is no address that a file could be sealed to, and says why. */
export async function checkRecipient(recipient: string): Promise<void> {
  addRecipient(new (await library()).Encrypter(), recipient);
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  if (!looksLikeRecipient(recipient)) throw new TypeError('This is not an address of a team: it begins with age1 and has 62 characters.');
  try {
    encrypter.addRecipient(recipient);
  } catch (error) {
    throw new TypeError('This address has a slip in it: its check does not hold. Copy it again.', { cause: error });
  }
}

/** The identities in a file as `age-keygen` writes it, comments and blank lines allowed; null: some line is neither. */
export function readIdentities(text: string): readonly string[] | null {
  const lines = text.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every((line) => IDENTITY.test(line)) ? lines : null;
}

/** null: for none of these identities, changed, or no age file; which one, nobody can tell. Also where the header is larger than any of Steading's: each stanza costs each identity a key exchange. */
export async function openAgeFile(identities: readonly AgeIdentity[], file: Uint8Array): Promise<Bytes | null> {
  if (recipientCount(file) === null || identities.length === 0) return null;
  const decrypter = new (await library()).Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return new Uint8Array(await decrypter.decrypt(file));
  } catch {
    return null;
  }
}

/** 2 to this power: 64 MiB and some tenths of a second, on a landlord's telephone too; six words of the list are 63 bits before it. */
const SCRYPT_POWER = 16;
/** A file that asks for more is made to hang the page that opens it. */
const HIGHEST_SCRYPT_POWER = 18;

/** For somebody who has no address: Debian's `age -d` opens it with the same words. */
export async function sealWithPassphrase(passphrase: string, plain: Uint8Array): Promise<Bytes> {
  const encrypter = new (await library()).Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(SCRYPT_POWER);
  return new Uint8Array(await encrypter.encrypt(plain));
}

/** null: another passphrase, changed, or no age file that a passphrase opens within reason. */
export async function openWithPassphrase(passphrase: string, file: Uint8Array): Promise<Bytes | null> {
  const text = new TextDecoder('latin1').decode(file.subarray(0, LARGEST_HEADER_BYTES));
  const power = /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} (\d{1,2})\n/u.exec(text)?.[1];
  if (power === undefined || Number(power) > HIGHEST_SCRYPT_POWER || passphrase === '') return null;
  const decrypter = new (await library()).Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return new Uint8Array(await decrypter.decrypt(file));
  } catch {
    return null;
  }
}
