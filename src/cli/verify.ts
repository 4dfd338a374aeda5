import { fingerprintWords, looksLikeAgeFile, looksLikeLogExport, looksLikeTeamCard, readIdentities, recipientOf } from '@/vault/format';
import { parseArgs } from 'node:util';
import { EXIT, UsageError, type Command } from './command';
import type { Edges } from './edges';
import { verifyAgeFile } from './verifyAgeFile';
import { accountLines, type FileAccount } from './verifyAccount';
import { looksLikeBackup, verifyBackup } from './verifyBackup';
import { entriesCsv, verifyLogExport } from './verifyLogExport';
import { verifyTeamCard } from './verifyTeamCard';

export const verify: Command = {
  name: 'verify',
  usage: `steading verify FILE [--identity KEYFILE] [--json] [--entries OUT.csv]
  Holds a file that left a vault to account: an export of the log, a backup, a file handed over, or a team’s address.
  Without a key: what it is, that nothing in it was changed, who signed it, and what could not be seen.
  --identity: the file that age-keygen wrote. Then every entry of an export is opened and held against the chain; of a file handed over
              it tells sender, recipients, purpose, profile and day, and holds signature and sums; the content of its parts is not shown.
  --entries:  with the key, the entries as CSV, one a line, in a file that you alone can read; never over one that is there.
  Of a key of your own it tells the address, and the six words by which that is compared on the telephone.
  --json:     all of it as JSON on stdout, with the key the entries too.
  Exit code 0: all that could be checked holds. 1: something does not, or the key is not the one; it is said what.`,
  run: async (args, edges) => {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({ args: [...args], options: { identity: text, json: { type: 'boolean' }, entries: text }, allowPositionals: true, strict: true });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UsageError('Give one FILE: the export, backup, handed-over file or team’s address to verify.');
    if (values.entries !== undefined && values.identity === undefined) throw new UsageError('--entries needs --identity KEYFILE: without the key the entries are sealed.');
    const identities = values.identity === undefined ? [] : await identitiesIn(values.identity, edges);
    const file = await edges.read(path);
    const account = await accountOf(file, identities);
    if (values.entries !== undefined) await writeEntries(values.entries, account, edges);
    for (const line of values.json === true ? [JSON.stringify({ file: path, ...account }, null, 2)] : accountLines(path, account)) edges.out(line);
    return account.holds ? EXIT.ok : EXIT.data;
  },
};

async function accountOf(file: Uint8Array, identities: readonly string[]): Promise<FileAccount> {
  if (looksLikeLogExport(file)) return verifyLogExport(file, identities);
  if (looksLikeBackup(file)) return verifyBackup(file);
  if (looksLikeAgeFile(file)) return verifyAgeFile(file, identities);
  if (looksLikeTeamCard(file)) return verifyTeamCard(file);
  // The length alone tells that a file is no key: a large one is not read as text.
  const own = file.length < 10_000 ? readIdentities(new TextDecoder().decode(file)) : null;
  if (own !== null) return ownAddress(own);
  return {
    what: 'unknown', holds: false, about: [`${String(file.length)} bytes`], notSeen: [], entries: null,
    checks: [{ check: 'It is a file that Steading writes', result: 'fails', says: 'Neither an export of a log, a backup, a file handed over, nor a team’s address. Check that it was copied whole. Nothing was changed.' }],
  };
}

/** A key of one's own: the six words of its address, to be read out on the telephone. The key itself is never shown. */
async function ownAddress(identities: readonly string[]): Promise<FileAccount> {
  const addresses = await Promise.all(identities.map(recipientOf));
  const about = await Promise.all(addresses.map(async (address) => `address ${address}, in words: ${await fingerprintWords(address)}`));
  return { what: 'key', holds: true, about: ['A key of your own: keep it to yourself', ...about], checks: [], notSeen: [], entries: null };
}

async function identitiesIn(path: string, edges: Edges): Promise<readonly string[]> {
  const identities = readIdentities(new TextDecoder().decode(await edges.read(path)));
  if (identities === null) throw new UsageError(`${path} holds no key: give the file that age-keygen wrote, with a line AGE-SECRET-KEY-1…. If it is sealed with a passphrase, open it first with age --decrypt.`);
  return identities;
}

async function writeEntries(path: string, { entries, holds }: FileAccount, edges: Edges): Promise<void> {
  if (entries === null || !holds) {
    edges.err(`${path} was not written: ${entries === null ? 'no entry could be opened' : 'not all of the file holds'}.`);
    return;
  }
  try {
    await edges.writeSecret(path, new TextEncoder().encode(entriesCsv(entries)));
    edges.err(`${String(entries.length)} entries are in ${path}, in clear, for you alone. Delete it once you have read it.`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new UsageError(`${path} is there already and was left as it is. Give another name.`);
  }
}
