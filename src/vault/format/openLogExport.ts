import * as v from 'valibot';
import { BrokenLog, DamagedLogExport, DamagedVault } from '../errors';
import { openAgeFile } from './age';
import { fromBase64, fromUtf8 } from './bytes';
import { firstHead, type LogRow } from './chain';
import { followChain, type FollowedChain } from './followChain';
import { askedHash, envelopeText, splitLogExport, type ExportEnvelope, type ExportParts } from './logExport';
import { checkVouches } from './readKeyring';
import { openRow } from './sealedRow';
import { SCHEMA } from './sealedTable';
import { isSignedBy } from './signature';
import { verifyChain, type VerifiedChain } from './verifyChain';

const sealedSchema = v.strictObject({
  officers: v.array(v.object({ officerId: v.string(), name: v.string(), role: v.string(), agency: v.string() })),
  asked: v.strictObject({ salt: v.string(), recipient: v.string(), address: v.string(), purpose: v.string() }),
  logKeys: v.array(v.strictObject({ epoch: v.number(), key: v.pipe(v.string(), v.length(44), v.base64()) })),
});

/** What only the recipient's key shows: who the officers are, what was asked, and the keys of the log. */
export type SealedExport = v.InferOutput<typeof sealedSchema>;

export interface LogExport extends ExportParts {
  readonly envelope: ExportEnvelope;
}

/** The file, whole, and signed by an officer of the vault that it names. Throws DamagedLogExport, NewerFormat. */
export async function readLogExport(file: Uint8Array): Promise<LogExport> {
  const found = await splitLogExport(file);
  const { envelope } = found;
  try {
    await checkVouches(envelope);
  } catch (error) {
    throw error instanceof DamagedVault ? new DamagedLogExport(error.why) : error;
  }
  const signer = envelope.officers.find(({ officerId, leftInEpoch }) => officerId === envelope.exportedBy && leftInEpoch === null);
  if (!signer || !(await isSignedBy(signer.verifyKey, envelopeText(envelope), envelope.signature))) throw new DamagedLogExport('its envelope is not signed by an officer of this vault');
  return found;
}

/** The chain and the officers' signatures in it, without any key. Throws BrokenLog, DamagedLogExport. */
export async function followLogExport({ envelope, links, checkpoints }: LogExport): Promise<FollowedChain> {
  const { vaultId, officers, from, head, epoch } = envelope;
  if (from.seq === 0 && from.hash !== (await firstHead(vaultId)).hash) throw new BrokenLog(1, 'it does not begin as this vault’s log does');
  const bySeq = new Map(checkpoints.map((one) => [one.seq, one]));
  const chain = await followChain(links, { vaultId, officers, from, checkpointAt: ({ seq }) => bySeq.get(seq) ?? null });
  if (chain.head.seq !== head.seq || chain.head.hash !== head.hash) throw new BrokenLog(chain.head.seq, 'the export does not end where its envelope says');
  if (chain.checkpoints.length !== checkpoints.length) throw new DamagedLogExport('it tells of signatures that are not in its chain');
  if (links.some((one) => one.epoch > epoch)) throw new DamagedLogExport('a link is newer than the keys of the vault');
  return chain;
}

/** null: not for these identities. Throws DamagedLogExport where it opens and is something else. */
export async function openSealedPart({ envelope, sealed }: LogExport, identities: readonly string[]): Promise<SealedExport | null> {
  const plain = await openAgeFile(identities, sealed);
  if (plain === null) return null;
  let read: SealedExport;
  try {
    read = v.parse(sealedSchema, JSON.parse(fromUtf8(plain)));
  } catch {
    throw new DamagedLogExport('its sealed part cannot be read');
  }
  if ((await askedHash(read.asked)) !== envelope.asked) throw new DamagedLogExport('its sealed part names another recipient or purpose than its envelope');
  return read;
}

/** Opens every link and holds it against the chain; the signatures told in clear must be those that are sealed. Throws BrokenLog, DamagedLogExport. */
export async function readExportedLog({ envelope: { vaultId, officers, from }, links, checkpoints }: LogExport, { logKeys }: SealedExport): Promise<VerifiedChain> {
  const keys = new Map<number, CryptoKey>();
  for (const { epoch, key } of logKeys) keys.set(epoch, await crypto.subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, ['decrypt']));
  const chain = await verifyChain(links, { vaultId, officers, from, open: (rows) => Promise.all(rows.map((row) => openLink(vaultId, keys, row))) });
  const told = (list: readonly { seq: number; officerId: string; signature: string }[]) => list.map(({ seq, officerId, signature }) => [seq, officerId, signature].join('|')).join('\n');
  if (told(chain.checkpoints) !== told(checkpoints)) throw new DamagedLogExport('the signatures told in clear are not those in its chain');
  return chain;
}

async function openLink(vaultId: string, keys: ReadonlyMap<number, CryptoKey>, row: LogRow): Promise<string | null> {
  const { seq, epoch } = row;
  const key = keys.get(epoch);
  return key ? openRow(key, { vaultId, table: 'log', id: String(seq), rev: 1, schema: SCHEMA, epoch }, row) : null;
}
