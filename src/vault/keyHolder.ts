import { open, seal } from './format/aesGcm';
import { openAgeFile, recipientOf, sealForRecipients } from './format/age';
import { base64, hex, utf8 } from './format/bytes';
import { canonicalText } from './format/canonicalText';
import type { Keyring } from './format/keyring';
import { newKeyring } from './format/newKeyring';
import { openRow, sealRow } from './format/sealedRow';
import { PURPOSE_OF, SCHEMA, type SealedTable } from './format/sealedTable';
import { sign } from './format/signature';
import { replaceSecret, unlockKeyring, type Unlocked } from './format/unlockKeyring';
import { addressKey, namingKey, rawLogKey, sealingKey, type SealingPurpose, type VaultKey } from './format/vaultKeys';
import { VaultLocked } from './errors';
import type { KeyRoom, Keys } from './keys';

/** 128 bits of HMAC: as random as a drawn id to whoever has no key, and no map from ids to names is needed. */
const NAME_BYTES = 16;

interface Held {
  readonly vaultId: string;
  /** New rows are sealed in this one. */
  readonly epoch: number;
  readonly unlocked: Unlocked;
  /** Derived once each. */
  readonly derived: Map<string, Promise<CryptoKey>>;
}

/** The keys of one vault in this thread's memory. In the app the thread is a worker of its own (keyWorker). */
export function createKeyHolder(): Keys {
  let held: Held | null = null;

  function holding(): Held {
    if (!held) throw new VaultLocked();
    return held;
  }

  function derive(epoch: number, purpose: SealingPurpose | 'name'): Promise<CryptoKey> | null {
    const { unlocked, derived } = holding();
    const key: VaultKey | undefined = unlocked.vaultKeys.get(epoch);
    if (!key) return null;
    const slot = `${purpose}|${String(epoch)}`;
    const made = derived.get(slot) ?? (purpose === 'name' ? namingKey(key) : sealingKey(key, purpose));
    derived.set(slot, made);
    return made;
  }

  async function current(purpose: SealingPurpose | 'name'): Promise<CryptoKey> {
    const key = await derive(holding().epoch, purpose);
    if (!key) throw new VaultLocked();
    return key;
  }

  /** Links of the log are named by their number: the chain is in clear in its order anyway. */
  async function nameOf(table: SealedTable, id: string): Promise<string> {
    if (table === 'log') return id;
    const mac = await crypto.subtle.sign('HMAC', await current('name'), utf8(`${table}|${id}`));
    return hex(new Uint8Array(mac, 0, NAME_BYTES));
  }

  /** Of every epoch held, the newest first: files to older addresses still open. */
  function addressKeys(): Promise<readonly { readonly epoch: number; readonly key: CryptoKey }[]> {
    const { unlocked: { vaultKeys }, derived } = holding();
    const newestFirst = [...vaultKeys].sort(([a], [b]) => b - a);
    return Promise.all(newestFirst.map(async ([epoch, vaultKey]) => {
      const slot = `hand-over|${String(epoch)}`;
      const made = derived.get(slot) ?? addressKey(vaultKey);
      derived.set(slot, made);
      return { epoch, key: await made };
    }));
  }

  async function take(keyring: Keyring, secret: Parameters<Keys['unlock']>[1]): ReturnType<Keys['unlock']> {
    const unlocked = await unlockKeyring(keyring, secret);
    if (typeof unlocked === 'string') return { is: unlocked };
    held = { vaultId: keyring.vaultId, epoch: keyring.epoch, unlocked, derived: new Map() };
    return { is: 'open', officerId: unlocked.credential.officerId };
  }

  return {
    async create({ kind, secrets, argon }) {
      const [first] = secrets;
      if (!first) throw new TypeError('A vault needs a secret.');
      const keyring = await newKeyring({ kind, secrets, argon });
      await take(keyring, first);
      return keyring;
    },
    unlock: take,
    names: (table, ids) => Promise.all(ids.map((id) => nameOf(table, id))),
    seal: (items) => Promise.all(items.map(async ({ table, id, rev, text }) => {
      const { vaultId, epoch } = holding();
      const place = { vaultId, table, id: await nameOf(table, id), rev, schema: SCHEMA, epoch };
      return sealRow(await current(PURPOSE_OF[table]), place, text);
    })),
    open: (items) => Promise.all(items.map(async ({ table, row }) => {
      const key = await derive(row.epoch, PURPOSE_OF[table]);
      const { id, rev, epoch } = row;
      return key && openRow(key, { vaultId: holding().vaultId, table, id, rev, schema: SCHEMA, epoch }, row);
    })),
    sign: async (text) => sign(holding().unlocked.signingKey, text),
    replaceSecret: async (keyring, secret, argon) => replaceSecret(keyring, holding().unlocked, secret, argon),
    sealBackup: async (head, content) => seal(await current('backup'), head, content),
    async sealLogKeys({ epochs, address, rest }) {
      const { vaultKeys } = holding().unlocked;
      const logKeys = await Promise.all(epochs.map(async (epoch) => {
        const key = vaultKeys.get(epoch);
        if (!key) throw new TypeError('The log is read with the keys of every epoch in it.');
        return { epoch, key: base64(await rawLogKey(key)) };
      }));
      return sealForRecipients([address], utf8(canonicalText({ ...rest, logKeys })));
    },
    addresses: async () => Promise.all((await addressKeys()).map(async ({ epoch, key }) => ({ epoch, address: await recipientOf(key) }))),
    openAddressed: async (file) => openAgeFile((await addressKeys()).map(({ key }) => key), file),
    openBackup: async (head, sealed) => open(await current('backup'), head, sealed),
  };
}

/** For tests, which have no page to protect. */
export function keysInThisThread(): KeyRoom {
  return { keys: createKeyHolder(), end: () => undefined };
}
