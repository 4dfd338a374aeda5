import { Dexie, type Table } from 'dexie';
import type { LogRow } from './format/chain';
import type { SealedRow } from './format/sealedRow';
import type { Throttle } from './format/throttle';
import { FORMAT } from './format/version';

/** How far this database has taken in its journal; `beside`: since then a window without the journal kept or dropped drafts. */
export type JournalRow = { readonly id: 'journal'; readonly n: number; readonly number: number; readonly beside?: true };

/**
 * What is not sealed: the keyring, the wrong tries, which credential opened this vault last on this device, the place in the journal, and that something did not
 * open, so that the next opening compares everything.
 */
export type ClearRow =
  | { readonly id: 'keyring'; readonly rev: number; readonly text: string }
  | ({ readonly id: 'throttle' } & Throttle)
  | { readonly id: 'lastOpened'; readonly credentialId: string }
  | JournalRow
  | { readonly id: 'suspect' };

const PREFIX = 'steading-vault-';
const NAME = /^steading-vault-(\d+)-([0-9a-f]{32})$/u;

/** The format is part of the name: an old app cannot open a newer vault by mistake. */
export function databaseName(vaultId: string): string {
  return `${PREFIX}${String(FORMAT)}-${vaultId}`;
}

/** null: some other database. */
export function readDatabaseName(name: string): { readonly format: number; readonly vaultId: string } | null {
  const [, format, vaultId] = NAME.exec(name) ?? [];
  return format === undefined || vaultId === undefined ? null : { format: Number(format), vaultId };
}

/** One vault's database. Every store but `clear` holds sealed rows only; documents of all tables share `row`, so not even their kind is told. */
export class VaultDatabase extends Dexie {
  declare readonly clear: Table<ClearRow, string>;
  declare readonly about: Table<SealedRow, string>;
  declare readonly row: Table<SealedRow, string>;
  declare readonly page: Table<SealedRow, string>;
  declare readonly draft: Table<SealedRow, string>;
  declare readonly log: Table<LogRow, number>;

  constructor(vaultId: string) {
    // strict: Chrome's default lost most acknowledged saves at a power cut. No cache: it shows what is not yet committed.
    super(databaseName(vaultId), { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({ clear: 'id', about: 'id', row: 'id', page: 'id', draft: 'id', log: 'seq' });
  }
}
