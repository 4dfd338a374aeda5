import type { Officer, SecretRefused } from './officers';
import type { OpenVault } from './openVault';
import type { VaultRepair } from './repair';
import type { RestoreHow } from './visit';

/** What a device shows before anything is unlocked: no names, no dates. */
export interface VaultOnDevice {
  readonly vaultId: string;
  readonly kind: 'work' | 'training';
  /** Eight letters to tell vaults apart by. */
  readonly code: string;
}

/** takeOver: once the secret is right, the other tab is asked to keep its draft and lock; one that does not answer loses the vault. */
export interface UnlockOptions {
  readonly takeOver?: boolean;
}

export type UnlockResult =
  | { readonly is: 'open'; readonly vault: OpenVault }
  | SecretRefused
  /** Another tab of this device has the vault open. Ask the officer, then unlock again with takeOver. */
  | { readonly is: 'otherTab' }
  /** The device's two copies of the vault differ: nothing of it is shown or written until the officer has seen what was found, and said that it is to be repaired. */
  | { readonly is: 'repair'; readonly repair: VaultRepair };

/** What a restore of this backup would find. `logEntries`: without the chain's own checkpoints. */
export type DrillResult =
  | { readonly is: 'opened'; readonly vaultId: string; readonly code: string; readonly records: number; readonly drafts: number; readonly logEntries: number; readonly headCode: string }
  | { readonly is: 'wrong' };

export interface VaultDoor {
  list(): Promise<readonly VaultOnDevice[]>;
  create(request: {
    readonly kind: VaultOnDevice['kind'];
    readonly officer: Omit<Officer, 'officerId'>;
    readonly passphrase: string;
  }): Promise<{ readonly vault: OpenVault; readonly recoveryCode: string }>;
  /** Throws NoSuchVault, NewerFormat, DamagedVault. */
  unlock(vaultId: string, passphrase: string, options?: UnlockOptions): Promise<UnlockResult>;
  /** Never throttled: 128 random bits cannot be guessed, and an officer who has forgotten the passphrase must not wait. */
  unlockWithRecoveryCode(vaultId: string, recoveryCode: string, options?: UnlockOptions): Promise<UnlockResult>;
  /** Whether a passkey may open this vault here. */
  hasPasskey(vaultId: string): Promise<boolean>;
  /** The device asks for face, finger or PIN. cancelled: given up, or the passkey is not on this device; nothing was tried. */
  unlockWithPasskey(vaultId: string, options?: UnlockOptions): Promise<UnlockResult | { readonly is: 'cancelled' }>;
  /**
   * Brings a backup in as a vault of this device. Throws VaultAlreadyHere rather than overwrite, DamagedBackup, NewerFormat. wrong: nothing was written.
   * A copy that is closed for a visit gives way to the file that its visit waits for (`visit`), where nothing of it gets lost; otherwise RefusedReturn.
   */
  restore(backup: Uint8Array, secret: { readonly passphrase: string } | { readonly recoveryCode: string }, how?: RestoreHow): Promise<
    { readonly is: 'restored'; readonly vaultId: string; readonly visit?: 'back' | 'again' } | { readonly is: 'wrong' }
  >;
  /** Opens all of a backup and writes nothing. Throws DamagedBackup, NewerFormat. */
  drill(backup: Uint8Array, secret: { readonly passphrase: string } | { readonly recoveryCode: string }): Promise<DrillResult>;
  /** Asks the browser to keep this site's data. false: it may clear it when the device is short of space; show that. */
  storagePersisted(): Promise<boolean>;
}
