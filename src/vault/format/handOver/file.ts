import * as v from 'valibot';
import { RefusedHandOver } from '../../errors';
import { looksLikeAgeFile, openAgeFile, type AgeIdentity, recipientCount } from '../age';
import { sha256, utf8, type Bytes } from '../bytes';
import { canonicalText } from '../canonicalText';
import { isSignedBy } from '../signature';
import { parsedAs } from './card';
import { beginsAs, LARGEST_FILE_BYTES, readLines, writeLines } from './lines';
import { manifestSchema, type Manifest } from './manifest';
import { memberKey, signature } from './team';

/**
 * Within the age file (docs/adr/0022):
 *
 *   steading-hand-over 1\n
 *   <manifest, canonical JSON>\n
 *   <signature of the officer, base64>\n      over 'steading hand-over|1|<manifest>'
 *   <part, canonical JSON>\n                  for each part of the manifest, in its order
 */
const KIND = 'steading-hand-over';

export interface Part {
  readonly name: string;
  readonly value: unknown;
  /** How many fields it holds, for people. */
  readonly fields: number;
}

export interface HandOver {
  readonly manifest: Manifest;
  readonly parts: readonly Part[];
}

const signedText = (manifest: string) => ['steading hand-over', 1, manifest].join('|');

/** What an age file held: a hand-over, of whatever format. */
export const looksLikeHandOver = (plain: Uint8Array): boolean => beginsAs(plain, KIND);

/** The text within the age file. */
export async function writeHandOver(about: Omit<Manifest, 'format' | 'parts'>, parts: readonly Part[], sign: (text: string) => Promise<string>): Promise<Bytes> {
  const texts = parts.map(({ value }) => canonicalText(value));
  const listed = await Promise.all(parts.map(async ({ name, fields }, at) => {
    const bytes = utf8(texts[at] ?? '');
    return { name, fields, bytes: bytes.length, sha256: await sha256(bytes) };
  }));
  const manifest = canonicalText(v.parse(manifestSchema, { ...about, format: 1, parts: listed }));
  return writeLines([`${KIND} 1`, manifest, await sign(signedText(manifest)), ...texts]);
}

/** Nothing is believed before the signature and every sum hold. Who the sender is, the receiver's list of partners tells. Throws RefusedHandOver. */
export async function readHandOver(plain: Uint8Array): Promise<HandOver> {
  const [text = '', given = '', ...texts] = readLines(plain, KIND);
  refuseNewer(text);
  const manifest = parsedAs(manifestSchema, text);
  const signer = manifest && v.is(signature, given) ? await memberKey(manifest.sender.keys, manifest.sender.officer.officerId) : null;
  if (!manifest || signer === null || !(await isSignedBy(signer, signedText(text), given))) throw new RefusedHandOver('its signature does not hold');
  if (texts.length !== manifest.parts.length) throw new RefusedHandOver('a part of it is missing, or something was added to it');
  const parts: Part[] = [];
  for (const [at, { name, bytes, sha256: sum, fields }] of manifest.parts.entries()) {
    const part = utf8(texts[at] ?? '');
    if (part.length !== bytes || (await sha256(part)) !== sum) throw new RefusedHandOver(`its part ‘${name}’ was changed`);
    parts.push({ name, fields, value: valueOf(name, texts[at] ?? '') });
  }
  return { manifest, parts };
}

/** Levels: records are far shallower, and what reads a part goes down by recursion. */
const DEEPEST = 32;

function valueOf(name: string, text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RefusedHandOver(`its part ‘${name}’ cannot be read`);
  }
  if (isDeeperThan(DEEPEST, value)) throw new RefusedHandOver(`its part ‘${name}’ is nested deeper than any record`);
  return value;
}

/** Level by level, as recursion is what such a part would break. */
function isDeeperThan(most: number, value: unknown): boolean {
  let level = [value].filter((one) => typeof one === 'object' && one !== null);
  for (let depth = 0; depth < most && level.length > 0; depth += 1) level = level.flatMap((one) => Object.values(one as object).filter((part) => typeof part === 'object' && part !== null));
  return level.length > 0;
}

/** Before anything else is said of it: a manifest of a later shape is told as such. */
function refuseNewer(text: string): void {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return;
  }
  if (v.is(v.object({ format: v.pipe(v.number(), v.minValue(2)) }), said)) throw new RefusedHandOver('it was written by a newer Steading', 'Update Steading, then choose the file again.');
}

/** A hand-over file as it came, opened by identities at hand. Throws RefusedHandOver. */
export async function examineHandOver(file: Uint8Array, identities: readonly AgeIdentity[]): Promise<HandOver> {
  refuseLarge(file);
  return readOpened(await openAgeFile(identities, file));
}

export function refuseLarge(file: Uint8Array): void {
  if (file.length > LARGEST_FILE_BYTES) throw new RefusedHandOver('it is far larger than any file of this kind');
  if (looksLikeAgeFile(file) && recipientCount(file) === null) throw new RefusedHandOver('its head is cut off, or names far more recipients than any file of this kind');
}

/** `plain` null: no identity at hand opened it. */
export function readOpened(plain: Uint8Array | null): Promise<HandOver> {
  if (plain === null) throw new RefusedHandOver('it is sealed to another address, or it was changed on its way', 'Check that the sender used your address as it is today, and copy the file again.');
  return readHandOver(plain);
}
