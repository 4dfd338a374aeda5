import type { TableName } from '../types';
import type { SealingPurpose } from './vaultKeys';

/** Everything that is kept as sealed rows: the documents' tables, index pages, drafts, links of the log, and what the vault knows about itself. */
export type SealedTable = TableName | 'page' | 'draft' | 'log' | 'about';

export const DOCUMENT_TABLES: readonly TableName[] = ['person', 'address', 'assessment', 'office'];

/** The shape of the bodies, in every row's AAD. Documents carry the version of their own content inside. */
export const SCHEMA = 1;

/** The stores of sealed rows but the log, whose links keep their epoch, each with the tables that it holds. */
export const TABLES_IN = { about: ['about'], row: DOCUMENT_TABLES, page: ['page'], draft: ['draft'] } as const satisfies Record<string, readonly SealedTable[]>;
export type SealedStore = keyof typeof TABLES_IN;

export const PURPOSE_OF: Readonly<Record<SealedTable, SealingPurpose>> = {
  person: 'record', address: 'record', assessment: 'record', office: 'record', about: 'record', page: 'index', draft: 'draft', log: 'log',
};
