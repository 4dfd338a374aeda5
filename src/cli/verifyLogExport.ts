import { csvLine } from '@/geo/stock';
import { LOG_EVENTS, momentInWords } from '@/terms';
import { fingerprintWords, followLogExport, headCode, openSealedPart, readExportedLog, readLogExport, type LogExport, type SealedExport, vaultCode } from '@/vault/format';
import { tryChecks, type FileAccount, type ReadEntry } from './verifyAccount';

/** An export of the log: without a key its envelope, chain and signatures; with it every entry. */
export async function verifyLogExport(file: Uint8Array, identities: readonly string[]): Promise<FileAccount> {
  const found: { file?: LogExport; opened?: SealedExport; entries?: readonly ReadEntry[] } = {};
  const whole = () => {
    if (!found.file) throw new Error('The envelope comes first.');
    return found.file;
  };
  const checks = await tryChecks([
    {
      check: 'It is whole and unchanged, and signed by an officer whom the founder of the vault stands behind',
      run: async () => {
        found.file = await readLogExport(file);
        return `Signed by officer ${shortId(found.file.envelope.exportedBy)}.`;
      },
    },
    { check: 'The chain: every entry follows from the one before it, and officers’ signatures stand on it', run: async () => chainWords(whole(), await followLogExport(whole())) },
    ...(identities.length === 0 ? [] : [
      {
        check: 'Its sealed part opens with this key',
        run: async () => {
          const opened = await openSealedPart(whole(), identities);
          if (opened === null) throw Object.assign(new Error('not for this key'), { why: 'It was sealed for another address than that of this key; the checks above hold all the same' });
          found.opened = opened;
          return `Exported for ${opened.asked.recipient}, address in words: ${await fingerprintWords(opened.asked.address)}. Purpose: ${opened.asked.purpose}`;
        },
      },
      {
        check: 'Every entry opens, and is what the chain says',
        run: async () => {
          if (!found.opened) throw new Error('The sealed part comes first.');
          const { entries } = await readExportedLog(whole(), found.opened);
          found.entries = entries.map(({ is: _is, ...entry }) => entry);
          return kindsOf(found.entries);
        },
      },
    ]),
  ]);
  return {
    what: 'log export', about: aboutOf(file, found.file), checks, holds: checks.every(({ result }) => result === 'holds'),
    notSeen: found.file ? notSeenIn(found.file, found.entries !== undefined) : [], entries: found.entries ?? null,
  };
}

const shortId = (officerId: string) => officerId.slice(0, 8);

function aboutOf(file: Uint8Array, found: LogExport | undefined): string[] {
  if (!found) return ['Export of a log', `${String(file.length)} bytes`];
  const { vaultId, kind, asOf, from, head } = found.envelope;
  return [
    `Export of the log of vault ${vaultCode(vaultId)}${kind === 'training' ? ' (training)' : ''}`, `${String(file.length)} bytes`,
    `made ${momentInWords(asOf)} by the clock of the device`, `numbers ${String(from.seq + 1)} to ${String(head.seq)}`, `code of its last entry ${headCode(head)}`,
  ];
}

/** By whom the chain was signed is told by name or number, never how often. */
function chainWords({ envelope: { from, head, officers } }: LogExport, { checkpoints, signedUpTo }: Awaited<ReturnType<typeof followLogExport>>): string {
  const length = head.seq - from.seq;
  const signers = [...new Set(checkpoints.map(({ officerId }) => officerId))].map((id) => `${shortId(id)}${officers.some((one) => one.officerId === id && one.leftInEpoch !== null) ? ' (has since left)' : ''}`);
  const signed = checkpoints.length === 0 ? 'no officer’s signature within this stretch: the one on the export vouches for it' : `${checkpoints.length === 1 ? '1 of them a signature, at' : `${String(checkpoints.length)} of them signatures, the last at`} number ${String(signedUpTo)}; signed by ${signers.join(', ')}`;
  const after = checkpoints.length > 0 && signedUpTo < head.seq ? ` What comes after number ${String(signedUpTo)} is vouched for by the signature on the export.` : '';
  return `${String(length)} links, ${signed}.${after}`;
}

/** By kind of act: the law’s own six. */
function kindsOf(entries: readonly ReadEntry[]): string {
  const kinds = Object.entries(LOG_EVENTS).map(([event, name]) => `${name.toLowerCase()} ${String(entries.filter((entry) => entry.event === event).length)}`);
  const [first, last] = [entries[0], entries.at(-1)];
  return `${String(entries.length)} entries${first && last ? `, from ${momentInWords(first.at)} to ${momentInWords(last.at)}` : ''}: ${kinds.join(', ')}.`;
}

function notSeenIn({ envelope: { vaultId, from, head } }: LogExport, isOpened: boolean): string[] {
  return [
    ...(isOpened ? [] : ['What the entries say, who the officers are, and for whom and what for it was exported: all sealed. Give --identity KEYFILE.']),
    `Whether entries came after number ${String(head.seq)}, and were cut off before the export: compare its code ${headCode(head)} with later prints and backups of the office, and have codes from older paper looked up in the application.`,
    ...(from.seq === 0 ? [] : [`What came before number ${String(from.seq + 1)}: this is a part of the log. It must hang on a part whose code is ${headCode(from)}.`]),
    `Whose vault it is: compare its code ${vaultCode(vaultId)} with the one that the office knows.`,
    'Whether what was entered is true, and whether the clock of the device was right.',
  ];
}

/** One line for each entry, in their order; no spreadsheet runs anything in it. */
export function entriesCsv(entries: readonly ReadEntry[]): string {
  const head = csvLine(['number', 'at', 'kind', 'act', 'officerId', 'officer', 'documents', 'detail']);
  return head + entries.map(({ seq, at, event, act, officerId, officerName, about, detail }) => csvLine([
    seq, at, LOG_EVENTS[event], act, officerId, officerName,
    about.map(({ table, id, rev }) => `${table} ${id}${rev === null ? '' : ` rev ${String(rev)}`}`).join('; '), Object.entries(detail).map(([name, value]) => `${name}: ${value}`).join('; '),
  ])).join('');
}
