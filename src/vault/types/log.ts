import type { LogEvent } from '@/terms';
import type { TableName } from './documents';

/** What happened, without content where content is not needed; officer, time and chain are the vault's. */
export interface LogNote {
  readonly event: LogEvent;
  /** Route or act, e.g. 'assessment opened', 'record printed'. */
  readonly act: string;
  /** Documents concerned. */
  readonly about: readonly { readonly table: TableName; readonly id: string; readonly rev: number | null }[];
  /** Disclosure: to whom and why. Combination: which pack, which point of search is not named. */
  readonly detail: Readonly<Record<string, string>>;
}

export interface LogEntry extends LogNote {
  /** Place in the chain. Numbers that are missing here are the chain's own signed checkpoints. */
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly officerId: string;
  readonly officerName: string;
}

/** The log, held against itself: what was checked, and who stands behind it. Nothing in it counts what an officer did. */
export interface LogAccount {
  readonly entries: readonly LogEntry[];
  /** Entries and signatures. */
  readonly linkCount: number;
  readonly headCode: string;
  /** Signed checkpoints, oldest first: each holds, and vouches for everything before it. `name` null: the vault no longer has one. */
  readonly signatures: readonly { readonly seq: number; readonly at: string; readonly officerId: string; readonly name: string | null; readonly hasLeft: boolean }[];
  /** Entries after the last signature, from the first of them on; null: none. */
  readonly unsigned: { readonly fromSeq: number; readonly since: string } | null;
}

export interface LogExportRequest {
  /** Who gets it, in words. */
  readonly recipient: string;
  /** Their age address (age1…). */
  readonly address: string;
  readonly purpose: string;
  /** Days in Scotland (yyyy-mm-dd), both included; null: the whole log. */
  readonly days: { readonly from: string; readonly to: string } | null;
}

export interface LogExportFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly fromSeq: number;
  readonly toSeq: number;
}
