import { isJsonObject } from '@/terms';
import type { CaseFile } from '../caseFile';
import { partsBegun } from '../start';
import type { Partner, PastFile, Received, Sent } from '../schema/handOver';
import { openRequests } from './authority';
import { type Field, fieldsOf, isEmpty, ONE_FIELD, type Picked } from './pick';
import { keysRefusal, type KeysRefusal, type ShownKeys } from './pinned';
import type { SectionId } from './sections';

/** What of a file's manifest decides whether it may be taken in. */
export interface Arrived {
  readonly kind: string;
  readonly fileId: string;
  readonly expiresOn: string;
  /** The file that a notice is about, or that is answered. */
  readonly concerns: string | null;
  readonly to: readonly { readonly address: string }[];
  readonly sender: { readonly officer: { readonly officerId: string }; readonly keys: ShownKeys & { readonly vaultId: string; readonly kind: 'work' | 'training' } };
}

export interface Ours {
  readonly vaultId: string;
  readonly kind: 'work' | 'training';
  /** Of every epoch. */
  readonly addresses: readonly string[];
  readonly partners: readonly Partner[];
  readonly sent: readonly Sent[];
  readonly received: readonly Received[];
  /** Files whose record was shrunk or disposed of here. */
  readonly past: readonly PastFile[];
}

/** 'ownFile' … as the screens word them. 'unknownSender', 'uncheckedSender' and 'newerKeys' can be mended by comparing words; the others not. */
export type Refusal = 'anotherSender' | 'ownFile' | 'otherKind' | 'notToUs' | 'replayed' | 'notAsked' | 'expired' | 'unknownSender' | 'uncheckedSender' | KeysRefusal;

export const REFUSALS: Readonly<Record<Refusal, string>> = {
  ownFile: 'This vault made this file itself. It opens here so that you can see what was sent; there is nothing to take in.',
  otherKind: 'It comes from a training vault, or this is one. Training and work are never mixed.',
  anotherSender: 'It corrects or recalls a file of another team. Only the team that sent a file can do that: ring the team that it names as its sender.',
  notToUs: 'It was written to another team, and sealed anew for you by somebody else. Ask the team that wrote it.',
  replayed: 'It was taken in or left before, or its record was shrunk or disposed of here since. A file counts once.',
  notAsked: 'It answers a request for authority that no longer waits for this team’s answer: it was answered or recalled, its record is gone, or this vault never sent it. Ask again from the conduct decision if it is still needed.',
  expired: 'Its day has passed. Ask the sender for a newer one.',
  unknownSender: 'It comes from a team that is not among your partners.',
  uncheckedSender: 'It comes from a partner whose words were not compared yet.',
  otherKey: 'It shows another key for an officer of that team than the one that you have from the team. Ring the team before you do anything with it.',
  senderLeft: 'It is signed by an officer who has left that team, by the team’s own account.',
  vouchedByLeaver: 'It names an officer for whom only somebody vouches who has left that team. Ring the team before you do anything with it.',
  earlierKeys: 'It is signed with earlier keys of that team than those whose words you compared: whoever left the team could do that. Ask the team for the file again, made with its keys of today.',
  newerKeys: 'It comes with another address of that team than the one whose words you compared.',
};

/** null: it may wait here for an officer. `today`: ISO date. */
export function refusalOf({ kind, fileId, expiresOn, concerns, to, sender: { officer, keys } }: Arrived, ours: Ours, today: string): Refusal | null {
  if (keys.vaultId === ours.vaultId) return 'ownFile';
  if (keys.kind !== ours.kind) return 'otherKind';
  if (!to.some(({ address }) => ours.addresses.includes(address))) return 'notToUs';
  const partner = ours.partners.find(({ vaultId, unusedSince }) => vaultId === keys.vaultId && unusedSince === undefined);
  if (!partner) return 'unknownSender';
  const ofKeys = keysRefusal(keys, officer.officerId, partner);
  if (ofKeys !== null && ofKeys !== 'newerKeys') return ofKeys;
  if (partner.checked === null && ofKeys === null) return 'uncheckedSender';
  if (ofKeys !== null) return ofKeys;
  if (concerns !== null && [...ours.received, ...ours.past.filter(({ way }) => way === 'received')].some((one) => one.fileId === concerns && one.partnerId !== partner.partnerId)) return 'anotherSender';
  if (ours.received.some((one) => one.fileId === fileId && one.state !== 'waiting') || ours.past.some((one) => one.way === 'received' && one.fileId === fileId)) return 'replayed';
  if (kind === 'authorityAnswer' && !openRequests(ours).some((one) => one.fileId === concerns && one.partnerId === partner.partnerId)) return 'notAsked';
  return expiresOn < today ? 'expired' : null;
}

/** Items that have an id of their own are known again by it. */
const ID_KEYS = ['addedId', 'statementId', 'checkId', 'requestId', 'visitId'] as const;
const idOf = (item: unknown) => (isJsonObject(item) ? ID_KEYS.map((key) => item[key]).find((id) => typeof id === 'string') : undefined);

/** Theirs over ours: keys and items by their own names; where theirs says nothing, ours stays. */
function laidOver(ours: unknown, theirs: unknown, path: string): unknown {
  if (isEmpty(theirs)) return ours;
  if (ONE_FIELD.has(path)) return theirs;
  if (Array.isArray(ours) && Array.isArray(theirs) && theirs.every((item) => idOf(item) !== undefined)) {
    const kept = ours.map((item) => { const match = theirs.find((one) => idOf(one) === idOf(item)); return match === undefined ? item : laidOver(item, match, ''); });
    return [...kept, ...theirs.filter((item) => !ours.some((one) => idOf(one) === idOf(item)))];
  }
  if (!isJsonObject(ours) || !isJsonObject(theirs)) return theirs;
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return Object.fromEntries([...keys].map((key) => [key, Object.hasOwn(theirs, key) ? Object.hasOwn(ours, key) ? laidOver(ours[key], theirs[key], path === '' ? key : `${path}.${key}`) : theirs[key] : ours[key]]));
}

/** The documents as they would be; not yet checked against the record's shape. */
export function mergedWith(ours: CaseFile, theirs: readonly Picked[]): CaseFile {
  const begun = Object.entries(partsBegun()).filter(([part]) => theirs.some(({ assessment }) => assessment?.[part] !== undefined));
  const start = { ...ours, assessment: { ...Object.fromEntries(begun), ...ours.assessment } };
  return theirs.reduce<CaseFile>((now, one) => laidOver(now, one, '') as CaseFile, start);
}

/** A field side by side. `ours` null: nothing is recorded here. */
export interface Compared extends Field {
  readonly ours: unknown;
  /** Both say something, and not the same. */
  readonly conflict: boolean;
}

/** Keys in any order. */
const sorted = (value: unknown): unknown => Array.isArray(value) ? value.map(sorted) : isJsonObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)])) : value;
const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** By ids where items have them, so that one item of ours is never set against another of theirs. */
function keyedFields(value: unknown): readonly Field[] {
  const keyed = (part: unknown, path: string): unknown => {
    if (ONE_FIELD.has(path)) return part;
    if (Array.isArray(part) && part.length > 0 && part.every((item) => idOf(item) !== undefined)) return Object.fromEntries(part.map((item) => [String(idOf(item)), item]));
    return isJsonObject(part) ? Object.fromEntries(Object.entries(part).map(([key, one]) => [key, keyed(one, path === '' ? key : `${path}.${key}`)])) : part;
  };
  return fieldsOf(keyed(value, ''));
}

export function comparedWith(ours: CaseFile | null, theirs: Picked): readonly Compared[] {
  const { person, address, assessment } = ours ?? {};
  const known = new Map(keyedFields({ person, address, assessment }).map(({ path, value }) => [path, value]));
  return keyedFields(theirs).filter(({ value }) => !isEmpty(value)).map(({ path, value }) => {
    const own = known.get(path);
    return { path, value, ours: isEmpty(own) ? null : own, conflict: !isEmpty(own) && !same(own, value) };
  });
}

/** What an officer decides of one section. */
export interface SectionChoice {
  readonly id: SectionId;
  readonly take: boolean;
  /** Asked where theirs replaces ours. */
  readonly reason: string;
}
