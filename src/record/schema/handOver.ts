import { REGIMES } from '@/terms';
import * as v from 'valibot';
import { instant, line, realDate, text } from './fields';

/** How the six words were compared. */
export const CHECKED_BY = { phone: 'Read out on the telephone, by a number that we knew before', inPerson: 'Compared face to face' } as const;

const keysOf = <const T extends Record<string, unknown>>(terms: T) => v.picklist(Object.keys(terms) as (keyof T & string)[]);
const id128 = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u));

/** Of files, as in their manifest (docs/adr/0022, 0024). */
const KINDS = ['share', 'disclosure', 'correction', 'recall', 'blockProfile', 'authorityRequest', 'authorityAnswer'] as const;

const epoch = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** Another team, by its address. `vaultId` null: an address alone, from which no file can be taken in. */
const partnerSchema = v.object({
  partnerId: line, name: line, agency: line, regime: v.nullable(keysOf(REGIMES)),
  address: line, vaultId: v.nullable(id128),
  /** Officers that the team's last card or file named as gone: what they sign counts no more. */
  left: v.array(id128),
  /** Everybody on its last list: a later one adds only whom a member vouches for. */
  known: v.optional(v.array(id128), []),
  /** Their keys, by officer (base64): the first that was shown stays once words were compared. */
  keys: v.optional(v.record(id128, line), {}),
  /** Of the keys here; null: typed in by hand. */
  epoch: v.optional(v.nullable(epoch), null),
  /** The highest epoch whose words were compared: nothing of an earlier one is taken. */
  pinned: v.optional(v.nullable(epoch), null),
  addedAt: instant, addedBy: line,
  /** What the officer knew it as, until its words are compared under the other name, agency or law. */
  renamedFrom: v.optional(v.object({ name: line, agency: line, regime: v.nullable(keysOf(REGIMES)) })),
  /** Removed by an officer, though it has had files: kept for corrections and recalls alone. */
  unusedSince: v.optional(instant),
  /** null: its words were not compared yet, so nothing is sent to it and nothing taken from it. */
  checked: v.nullable(v.object({ how: keysOf(CHECKED_BY), by: line, at: instant, words: line })),
});

/** What went out: to whom a correction or a recall must go (DPA 2018 s.38(5), s.48). */
const sentSchema = v.object({
  fileId: id128, act: v.picklist(['share', 'disclosure', 'blockProfile', 'authorityRequest', 'authorityAnswer']), partnerId: line, team: line,
  /** null: our answer about an assessment of theirs, or a block profile. */
  assessmentId: v.nullable(line), reference: line, rev: v.number(), profile: line, purpose: text, grounds: v.record(v.string(), text),
  asOf: instant, expiresOn: realDate, at: instant, by: line,
  /** Of a block profile: ours. */
  profileId: v.exactOptional(line),
  /** Of a request for authority: SHA-256 (hex) of what was asked about, to the byte. */
  asked: v.optional(line),
  /** What was asked about is the whole record, for the manager's signature; absent: the conduct decision. */
  signsOff: v.exactOptional(v.literal(true)),
  notices: v.array(v.object({ fileId: id128, kind: v.picklist(['correction', 'recall']), what: text, at: instant, by: line })),
});

/** What came in. The content of what waits is sealed as a draft of its own. */
const receivedSchema = v.object({
  fileId: id128, kind: v.picklist(KINDS), partnerId: line, team: line, concerns: v.nullable(id128),
  asOf: instant, expiresOn: realDate, at: instant, by: line,
  state: v.picklist(['waiting', 'taken', 'left']),
  /** Of a record: the assessment that it went into. */
  assessmentId: v.nullable(line),
  /** Of a block profile: the one of this vault that it went into. */
  profileId: v.exactOptional(line),
  /** The sender's id of the assessment, by which a record is known again: what came about it goes with it, also what was left. */
  recordId: v.optional(v.nullable(id128), null),
  /** What was done about it: of a notice, or of a record that was left. */
  done: text,
});

/** What is left of a hand-over once its record was shrunk or disposed of: enough to refuse a replay and to reach whoever has the copy. */
const pastSchema = v.object({
  fileId: id128, way: v.picklist(['sent', 'received']), kind: v.picklist(KINDS), partnerId: line, team: line,
  on: realDate, expiresOn: realDate, recalledOn: v.nullable(realDate),
  /** Of a record that was shrunk and is still here; null: it is gone. */
  assessmentId: v.nullable(line),
});

/** The office's book of hand-overs: who we are to others, whom we know, what went and what came. One document of the vault. */
export const handOverBookSchema = v.object({
  schema: v.literal(1),
  us: v.object({ team: line, regime: v.nullable(keysOf(REGIMES)) }),
  partners: v.array(partnerSchema),
  sent: v.array(sentSchema),
  received: v.array(receivedSchema),
  past: v.optional(v.array(pastSchema), []),
});

export type HandOverBook = v.InferOutput<typeof handOverBookSchema>;
export type Partner = v.InferOutput<typeof partnerSchema>;
export type Sent = v.InferOutput<typeof sentSchema>;
export type PastFile = v.InferOutput<typeof pastSchema>;
export type Received = v.InferOutput<typeof receivedSchema>;

export const emptyHandOverBook: HandOverBook = { schema: 1, us: { team: '', regime: null }, partners: [], sent: [], received: [], past: [] };
