import { type CopyOut, newReference } from '@/record';
import { AGENCIES, clauseOf, dayInWords, momentInWords, type RegimeId } from '@/terms';
import { given } from './words';

/** A disposal, without anything that the record said. */
export interface Disposal {
  readonly number: string;
  /** ISO instant. */
  readonly at: string;
  readonly officer: { readonly name: string; readonly role: string; readonly agency: string };
  readonly vaultCode: string;
  /** The record's own printed reference: drawn at random, so it says nothing. */
  readonly reference: string;
  readonly rule: string;
  /** ISO date on which it was due; null: disposed of without being due. */
  readonly since: string | null;
  readonly why: string;
  readonly decidedBy: string;
  readonly erased: readonly ('assessment' | 'person' | 'address' | 'office')[];
  /** Photos of its physical check that were still held. */
  readonly photos: number;
  /** Files of it that other teams have had. */
  readonly copies: readonly CopyOut[];
  /** Lines of the book of hand-overs that were emptied; files in quarantine that went. */
  readonly bookLines: number;
  readonly quarantined: number;
  readonly logHeadCode: string;
  readonly lastBackupAt: string | null;
  /** New keys that were made for the whole vault right after it; null: none. */
  readonly newKeys: { readonly at: string; readonly epoch: number; readonly logHeadCode: string } | null;
  readonly regime: RegimeId | null;
}

/** e.g. 'DC-7F3K-2M'. */
export const newCertificateNumber = (random: (length: number) => Uint8Array): string => newReference(random, { prefix: 'DC' });

const WHAT = { assessment: 'the assessment with its history and draft', person: 'the person, whom no other record is about', address: 'the address, which no other record is about', office: 'settings' } as const;

const counted = (count: number, one: string, many: string): readonly string[] => (count === 0 ? [] : [count === 1 ? `1 ${one}` : `${String(count)} ${many}`]);

/** Term and value, in the order in which they are read. */
export function certificateRows(one: Disposal): readonly (readonly [string, string])[] {
  const agency = Object.entries<string>(AGENCIES).find(([id]) => id === one.officer.agency)?.[1] ?? one.officer.agency;
  return [
    ['Certificate', one.number],
    ['Record', one.reference],
    ['Disposed of', `${momentInWords(one.at)} by ${one.officer.name}, ${one.officer.role}, ${agency}`],
    ['Decided by', given(one.decidedBy)],
    ['Retention rule', given(one.rule)],
    ['Due since', one.since === null ? 'Not due by the rule: see the reason' : dayInWords(one.since)],
    ['Reason', given(one.why)],
    ['Taken off the vault', [
      ...one.erased.map((table) => WHAT[table]), ...counted(one.photos, 'photo of its physical check', 'photos of its physical check'), ...counted(one.quarantined, 'file about it in quarantine', 'files about it in quarantine'),
      ...counted(one.bookLines, 'line of the book of hand-overs, but for file, team and days', 'lines of the book of hand-overs, but for file, team and days'),
    ].join('; ')],
    ['Asked for by', clauseOf(one.regime, 'keeping')],
    ['Vault, and code of the log’s head after it', `${one.vaultCode}, ${one.logHeadCode}`],
    ...(one.newKeys === null ? [] : [['New keys for the vault', `Set ${String(one.newKeys.epoch)}, made on ${momentInWords(one.newKeys.at)}; code of the log’s head after them ${one.newKeys.logHeadCode}`] as const]),
  ];
}

/** One team's file: its days, and nothing that it said. */
export function copyWords({ team, fileId, on, expiresOn, recalledOn }: CopyOut): string {
  return `${team}: file ${fileId.slice(0, 8)} of ${dayInWords(on)}, to be used until ${dayInWords(expiresOn)}; ${recalledOn === null ? 'not recalled' : `recall made on ${dayInWords(recalledOn)}`}.`;
}

/** What a disposal on this device does not reach: whoever signs the certificate should know. */
export function notReached({ lastBackupAt, copies, newKeys }: Pick<Disposal, 'lastBackupAt' | 'copies' | 'newKeys'>): readonly string[] {
  return [
    ...copies.map(copyWords),
    ...(copies.length === 0 ? [] : ['The log: it keeps to whom these files went, when, and for what purpose (Data Protection Act 2018, s.62).']),
    lastBackupAt === null ? 'Backups: none was made of this vault by its own account.' : `Backups made before, the last on ${momentInWords(lastBackupAt)}: they still hold it, and open with their passphrase. Make a new backup and destroy the old ones.`,
    'Prints, copied text and files that were given to others.',
    'The disk: a browser does not overwrite what is deleted, and the sealed pieces can stay there for long.',
    newKeys === null
      ? 'Whoever has those pieces and a passphrase, recovery code or passkey of the vault could read them.'
      : `New keys of ${momentInWords(newKeys.at)}: the vault gave the earlier ones up, but for its log and files still on their way, so its keys of today do not open those pieces. Whoever also has old pieces of its keys, and a passphrase, recovery code or passkey that opened it then, could read them.`,
    'ViSOR, MAPPS and the agencies’ own systems.',
  ];
}

/** As a text file. */
export function certificateText(one: Disposal): string {
  return [
    'Certificate of disposal', '', ...certificateRows(one).map(([term, value]) => `${term}: ${value}`), '', 'Not reached by it', ...notReached(one).map((line) => `- ${line}`), '',
  ].join('\n');
}
