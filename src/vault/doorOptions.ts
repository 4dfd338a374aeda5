import { type Authenticator, browserAuthenticator } from './authenticator';
import { systemRandom, type RandomBytes } from './format/bytes';
import { ARGON_LIMITS, type Argon, type ArgonLimits } from './format/kdf';
import type { JournalFiles } from './journal/files';
import { filesInWorker } from './journal/filesInWorker';
import { keysInWorker } from './keysInWorker';
import type { MakeKeys } from './keys';
import type { TabChannel, TabEdges } from './writingTab';

/** The door's edges; the app leaves them all out. */
export interface VaultDoorOptions {
  readonly clock?: () => Date;
  /** Recovery codes only: keys and ivs come from WebCrypto itself, never from an argument. */
  readonly random?: RandomBytes;
  readonly makeKeys?: MakeKeys;
  /** For new passphrases; without it, measured on the device. */
  readonly argon?: Argon;
  /** Lets keyrings below the floor in and out. For tests alone: a test holds that the app never names it. */
  readonly weakArgonForTests?: boolean;
  /** null: as in a browser without Web Locks. */
  readonly locks?: LockManager | null;
  readonly channel?: (name: string) => TabChannel;
  /** How long another tab may take to let go before the vault is taken from it. */
  readonly takeOverPatienceMs?: number;
  /** Where the second copy goes. null: as in a browser without private files. */
  readonly files?: JournalFiles | null;
  readonly storage?: Pick<StorageManager, 'persist' | 'persisted'> | null;
  readonly authenticator?: Authenticator;
}

export interface DoorEdges {
  readonly clock: () => Date;
  readonly random: RandomBytes;
  readonly makeKeys: MakeKeys;
  readonly argon: Argon | 'measured';
  readonly argonLimits: ArgonLimits;
  readonly tabs: TabEdges;
  readonly files: JournalFiles | null;
  readonly storage: Pick<StorageManager, 'persist' | 'persisted'> | null;
  readonly authenticator: Authenticator;
}

/** What the browser has, or null (Node, and pages that are not served securely). */
function browser(): { readonly locks: LockManager | null; readonly storage: StorageManager | null } {
  const { locks, storage } = globalThis.navigator as Partial<Navigator>;
  return { locks: locks ?? null, storage: storage ?? null };
}

export function doorEdges(options: VaultDoorOptions): DoorEdges {
  const argonLimits = options.weakArgonForTests === true ? { ...ARGON_LIMITS, floorKiB: 8 } : ARGON_LIMITS;
  return {
    clock: options.clock ?? (() => new Date()),
    random: options.random ?? systemRandom,
    makeKeys: options.makeKeys ?? keysInWorker,
    argon: options.argon ?? 'measured',
    argonLimits,
    tabs: {
      locks: options.locks === undefined ? browser().locks : options.locks,
      openChannel: options.channel ?? ((name) => new BroadcastChannel(name)),
      patienceMs: options.takeOverPatienceMs ?? 8_000,
    },
    authenticator: options.authenticator ?? browserAuthenticator(),
    files: options.files === undefined ? filesInWorker() : options.files,
    storage: options.storage === undefined ? browser().storage : options.storage,
  };
}
