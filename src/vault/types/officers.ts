export type { TeamThen } from '../format/authority';

export interface Officer {
  readonly officerId: string;
  readonly name: string;
  readonly role: string;
  readonly agency: string;
}

/** An officer of the open vault. */
export interface OfficerListed extends Officer {
  readonly isYou: boolean;
  /** Opens nothing any more; stays named beside what they did. */
  readonly hasLeft: boolean;
}

/** One of the officer's own ways in. */
export interface WayIn {
  readonly credentialId: string;
  readonly kind: 'passphrase' | 'recoveryCode' | 'passkey';
  /** What a guess at the passphrase costs. */
  readonly argon: { readonly memoryKiB: number; readonly iterations: number } | null;
}

/** How far a new epoch has come, in rows. */
export type EpochProgress = (done: number, of: number) => void;

/** A second officer's authority by their own key, as it stands in a record. `signature`: base64, over a text of the record's. */
export interface Authority extends Officer {
  readonly at: string;
  readonly signature: string;
}

/** A passphrase that did not fit, or was not even tried. */
export type SecretRefused =
  | { readonly is: 'wrong'; readonly freeTriesLeft: number; readonly waitUntil: string | null }
  | { readonly is: 'wait'; readonly waitUntil: string };

export type CountersignResult = { readonly is: 'signed'; readonly authority: Authority } | SecretRefused;
export type RemovalResult = { readonly is: 'removed' } | SecretRefused;
