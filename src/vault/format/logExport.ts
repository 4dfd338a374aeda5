import * as v from 'valibot';
import { DamagedLogExport, NewerFormat } from '../errors';
import { readBackupContent, writeBackupContent } from './backupContent';
import { base64, concat, fromBase64, fromUtf8, sha256, utf8, type Bytes } from './bytes';
import { canonicalText } from './canonicalText';
import type { LogRow } from './chain';
import type { Checkpoint } from './followChain';
import { officersSchema, random128, signature } from './keyring';
import { FORMAT } from './version';

/**
 *   steading-log-export <format>\n       the only text that tells what the file is
 *   <envelope as canonical JSON>\n       who exports what of which log; names the parts by size and SHA-256; signed
 *   <links><checkpoints><sealed>         the links as they lie; the signatures in them in clear; an age file with the log's keys
 */
const FIRST_LINE = /^steading-log-export (\d{1,4})\n/u;
const LONGEST_LINE_BYTES = 8 * 1024 * 1024;
const PARTS = ['links', 'checkpoints', 'sealed'] as const;
type Part = (typeof PARTS)[number];

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const chainHead = v.strictObject({ seq: count, hash });
const part = v.strictObject({ bytes: count, sha256: hash });

const envelopeSchema = v.strictObject({
  format: v.literal(FORMAT),
  vaultId: random128,
  kind: v.picklist(['work', 'training']),
  /** The keyring's, on the day of the export. */
  epoch: v.pipe(count, v.minValue(1)),
  officers: officersSchema,
  /** The link before the first one here; seq 0: the log is here from its start. */
  from: chainHead,
  /** The last link here; there are head.seq − from.seq of them. */
  head: chainHead,
  asOf: v.pipe(v.string(), v.isoTimestamp()),
  exportedBy: random128,
  /** askedHash of what the sealed part says was asked: to whom, and what for. */
  asked: hash,
  parts: v.strictObject({ links: part, checkpoints: part, sealed: part }),
  signature,
});
export type ExportEnvelope = v.InferOutput<typeof envelopeSchema>;

const checkpointsSchema = v.array(v.strictObject({ seq: v.pipe(count, v.minValue(1)), officerId: random128, signature }));

/** `salt`: without it the hash in the clear envelope would let a purpose be guessed. */
export interface Asked { readonly salt: string; readonly recipient: string; readonly address: string; readonly purpose: string }

export function askedHash({ salt, recipient, address, purpose }: Asked): Promise<string> {
  return sha256(utf8(['steading log asked', FORMAT, canonicalText({ salt, recipient, address, purpose })].join('|')));
}

/** What the exporting officer signs: all of the envelope but the signature. */
export function envelopeText(envelope: Omit<ExportEnvelope, 'signature'> & { readonly signature?: string }): string {
  return ['steading log export', FORMAT, canonicalText({ ...envelope, signature: undefined })].join('|');
}

export interface ExportParts {
  readonly links: readonly LogRow[];
  readonly checkpoints: readonly Checkpoint[];
  /** An age file. */
  readonly sealed: Bytes;
}

/** The bytes of a whole export. `sign`: the exporting officer's own key. */
export async function writeLogExport(about: Omit<ExportEnvelope, 'format' | 'parts' | 'signature'>, { links, checkpoints, sealed }: ExportParts, sign: (text: string) => Promise<string>): Promise<Bytes> {
  const parts: Record<Part, Bytes> = {
    links: writeBackupContent({ about: [], row: [], page: [], draft: [], log: links }),
    checkpoints: utf8(canonicalText(checkpoints.map(({ seq, officerId, signature: signed }) => ({ seq, officerId, signature: signed })))),
    sealed,
  };
  const named = async (name: Part) => ({ bytes: parts[name].length, sha256: await sha256(parts[name]) });
  const envelope = { ...about, format: FORMAT, parts: { links: await named('links'), checkpoints: await named('checkpoints'), sealed: await named('sealed') } } as const;
  const text = canonicalText({ ...envelope, signature: await sign(envelopeText(envelope)) });
  return concat(utf8(`steading-log-export ${String(FORMAT)}\n${text}\n`), ...PARTS.map((name) => parts[name]));
}

export function looksLikeLogExport(file: Uint8Array): boolean {
  return startOf(file).startsWith('steading-log-export ');
}

const startOf = (file: Uint8Array) => new TextDecoder().decode(file.subarray(0, 30));

/** Takes a file apart and holds each part against the envelope; nobody's signature is looked at yet. Throws DamagedLogExport, NewerFormat. */
export async function splitLogExport(file: Uint8Array): Promise<ExportParts & { readonly envelope: ExportEnvelope }> {
  const [first, declared] = FIRST_LINE.exec(startOf(file)) ?? [];
  if (first === undefined || declared === undefined) throw new DamagedLogExport('it is not an export of a log');
  if (Number(declared) > FORMAT) throw new NewerFormat('export of a log');
  if (declared !== String(FORMAT)) throw new DamagedLogExport('no Steading ever wrote its format');
  const end = file.subarray(first.length, first.length + LONGEST_LINE_BYTES).indexOf(0x0a);
  if (end < 0) throw new DamagedLogExport('it is cut off');
  const envelope = readEnvelope(file.subarray(first.length, first.length + end));
  const bytes = await readParts(new Uint8Array(file.subarray(first.length + end + 1)), envelope);
  return { envelope, links: readLinks(bytes.links), checkpoints: readCheckpoints(bytes.checkpoints), sealed: bytes.sealed };
}

function readEnvelope(line: Uint8Array): ExportEnvelope {
  try {
    const text = fromUtf8(line);
    const envelope = v.parse(envelopeSchema, JSON.parse(text));
    // One text for one envelope: no second spelling of it is let through, nor of the signature's spare bits.
    if (canonicalText(envelope) === text && base64(fromBase64(envelope.signature)) === envelope.signature) return envelope;
  } catch {
    // Told below.
  }
  throw new DamagedLogExport('its envelope cannot be read');
}

async function readParts(rest: Bytes, { parts }: ExportEnvelope): Promise<Record<Part, Bytes>> {
  if (PARTS.reduce((sum, name) => sum + parts[name].bytes, 0) !== rest.length) throw new DamagedLogExport('it is cut off, or something was added');
  const found: Partial<Record<Part, Bytes>> = {};
  let at = 0;
  for (const name of PARTS) {
    const bytes = rest.slice(at, at + parts[name].bytes);
    if ((await sha256(bytes)) !== parts[name].sha256) throw new DamagedLogExport(`its part '${name}' was changed`);
    found[name] = bytes;
    at += bytes.length;
  }
  return found as Record<Part, Bytes>;
}

function readLinks(bytes: Bytes): readonly LogRow[] {
  try {
    const { log, about, row, page, draft } = readBackupContent(bytes);
    if (about.length + row.length + page.length + draft.length === 0) return log;
  } catch {
    // Told below.
  }
  throw new DamagedLogExport('its links cannot be read');
}

function readCheckpoints(bytes: Bytes): readonly Checkpoint[] {
  try {
    return v.parse(checkpointsSchema, JSON.parse(fromUtf8(bytes)));
  } catch {
    throw new DamagedLogExport('the signatures in it cannot be read');
  }
}
