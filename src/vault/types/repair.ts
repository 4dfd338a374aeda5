import type { TableName } from './documents';
import type { OpenVault } from './openVault';

/** What neither copy gives back. */
export interface LostItems {
  /** `foundRev` null: none at all; otherwise this earlier one is kept. */
  readonly documents: readonly { readonly table: TableName; readonly id: string; readonly summary: unknown; readonly expectedRev: number; readonly foundRev: number | null }[];
  readonly drafts: number;
  readonly logEntries: readonly { readonly from: number; readonly to: number }[];
  /** A part of the list of records was gone and made anew from the records themselves: a record that is gone with it is named nowhere. */
  readonly listRebuilt: boolean;
  /** No entry of the journal tells how things should be: there may be more. */
  readonly unsure: boolean;
}

export interface StoreCounts {
  readonly documents: number;
  readonly drafts: number;
  readonly logEntries: number;
}

export interface RepairFinding {
  readonly why: 'emptied' | 'unreadable' | 'older' | 'damaged';
  /** By the journal's last entry; null: it tells nothing. */
  readonly expected: StoreCounts | null;
  /** In the database; null: it cannot be read. */
  readonly found: StoreCounts | null;
  readonly lost: LostItems;
}

/** Kept, sealed, until the officer takes it off the screen; the log keeps the same for good. */
export interface RepairAccount {
  readonly at: string;
  readonly finding: RepairFinding;
  readonly restored: StoreCounts;
}

export interface VaultRepair {
  readonly finding: RepairFinding;
  /** What is in the database as it is, as a backup file; null: nothing is there, or nothing can be read. Nothing is changed. */
  readonly copy: (() => Promise<{ readonly fileName: string; readonly bytes: Uint8Array }>) | null;
  run(): Promise<OpenVault>;
  /** Lets the vault go as it was found. */
  leave(): void;
  /** Another window took the vault: it is let go of already, and nothing more can be done from here. */
  onTaken(callback: () => void): void;
}

/** Whether every save goes to two places. */
export type SecondCopy =
  | { readonly is: 'kept' }
  /** This browser cannot, another window of it holds the second copy, or there was no room to make it. */
  | { readonly is: 'missing'; readonly why: 'browser' | 'held' | 'full' }
  /** It was gone or damaged, and was made anew from the database at this opening. */
  | { readonly is: 'madeAnew'; readonly why: string };

/** Room that is set aside so that a draft can still be kept on a full device. */
export type ReserveState = 'there' | 'used' | 'none';
