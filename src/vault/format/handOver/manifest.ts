import * as v from 'valibot';
import { address, instant, line, random128, regime, teamKeys } from './team';

const text = v.pipe(v.string(), v.maxLength(20_000));
const day = v.pipe(v.string(), v.isoDate());
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A word of Steading's lists (profile, duty, decision): which words there are is not the format's to know. */
const word = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]{0,39}$/u));

/** Sharing is within MAPPA; disclosure is to others (MAPPA-NG ch. 13); the notices go to whoever had the file that they name; a block profile is about a building, and no case. An authority is asked of a second officer elsewhere, and answered (ADR 24). */
export const HAND_OVER_KINDS = ['share', 'disclosure', 'correction', 'recall', 'blockProfile', 'authorityRequest', 'authorityAnswer'] as const;
export type HandOverKind = (typeof HAND_OVER_KINDS)[number];

export const manifestSchema = v.strictObject({
  format: v.literal(1),
  kind: v.picklist(HAND_OVER_KINDS),
  /** Drawn at random: the same file is taken once. */
  fileId: random128,
  madeAt: instant,
  sender: v.strictObject({ team: line, regime, officer: v.strictObject({ officerId: random128, name: line, role: line, agency: line }), keys: teamKeys, logHeadCode: v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/u)) }),
  to: v.pipe(v.array(v.strictObject({ team: line, agency: line, address })), v.minLength(1), v.maxLength(20)),
  /** Sharing: the duty. Disclosure: who decided, and when; whether the person was told, or why not; what the recipient may do with it. */
  grounds: v.record(word, text),
  purpose: text,
  profile: v.nullable(word),
  /** DPA 2018 s.38(5): as of when, from where, how reliable. */
  asOf: instant,
  source: text,
  reliability: text,
  expiresOn: day,
  /** The file that this one replaces, corrects, recalls or answers. */
  concerns: v.nullable(random128),
  /** Ids of the sender's documents: by these the receiver knows a record again. Only those that the profile holds something of. */
  ids: v.record(word, random128),
  parts: v.pipe(v.array(v.strictObject({ name: word, bytes: whole, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)), fields: whole })), v.maxLength(40), v.check((parts) => new Set(parts.map(({ name }) => name)).size === parts.length)),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
