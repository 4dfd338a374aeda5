import { open, seal } from './format/aesGcm';
import { openAgeFile, recipientOf, sealForRecipients } from './format/age';
import { authorityText } from './format/authority';
import { base64, hex, utf8 } from './format/bytes';
import { calibrated } from './format/calibrate';
import { canonicalText } from './format/canonicalText';
import type { KdfSecret } from './format/kdf';
import type { Keyring } from './format/keyring';
import { newKeyring } from './format/newKeyring';
import { openRow, sealRow } from './format/sealedRow';
import type { SealedRow } from './format/sealedRow';
import { PURPOSE_OF, SCHEMA, TABLES_IN, type SealedStore, type SealedTable } from './format/sealedTable';
import { sign } from './format/signature';
import { forget, readBoxes, replaceSecret, unlockKeyring, type Unlocked } from './format/unlockKeyring';
import { addOfficer, dropCredential, nextEpoch } from './format/members';
import { addressKey, namingKey, rawLogKey, sealingKey, type SealingPurpose, type VaultKey } from './format/vaultKeys';
import { VaultLocked } from './errors';
import type { KeyRoom, Keys } from './keys';
import { ownIdIn } from './ownId';

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
  /** While a new epoch is not yet stored. */
  let before: Held | null = null;

  function holding(): Held {
    if (!held) throw new VaultLocked();
    return held;
  }

  function derive(epoch: number, purpose: SealingPurpose | 'name'): Promise<CryptoKey | null> | null {
    const { unlocked, derived } = holding();
    const key: VaultKey | undefined = unlocked.vaultKeys.get(epoch);
    if (!key) return purpose === 'log' ? Promise.resolve(unlocked.earlier.get(epoch)?.log ?? null) : null;
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
  async function nameOf(table: SealedTable, id: string, epoch = holding().epoch): Promise<string> {
    const key = table === 'log' ? null : await derive(epoch, 'name');
    if (!key) return id;
    const mac = await crypto.subtle.sign('HMAC', key, utf8(`${table}|${id}`));
    return hex(new Uint8Array(mac, 0, NAME_BYTES));
  }

  /** Of every epoch held, the newest first: files to older addresses still open. */
  async function addressKeys(): Promise<readonly { readonly epoch: number; readonly key: CryptoKey }[]> {
    const { unlocked: { vaultKeys, earlier }, derived } = holding();
    const held = await Promise.all([...vaultKeys].map(async ([epoch, vaultKey]) => {
      const slot = `hand-over|${String(epoch)}`;
      const made = derived.get(slot) ?? addressKey(vaultKey);
      derived.set(slot, made);
      return { epoch, key: await made };
    }));
    const over = [...earlier].flatMap(([epoch, { address: key }]) => (key === null || vaultKeys.has(epoch) ? [] : [{ epoch, key }]));
    return [...held, ...over].sort((a, b) => b.epoch - a.epoch);
  }

  async function take(keyring: Keyring, secret: KdfSecret, firstCredential: string | null = null): ReturnType<Keys['unlock']> {
    const unlocked = await unlockKeyring(keyring, secret, firstCredential);
    if (typeof unlocked === 'string') return { is: unlocked };
    held = { vaultId: keyring.vaultId, epoch: keyring.epoch, unlocked, derived: new Map() };
    const { officerId, credentialId } = unlocked.credential;
    return { is: 'open', officerId, credentialId };
  }

  /** null: the secret is of no such officer. */
  async function unlockedBy(whose: 'own' | 'other', keyring: Keyring, secret: KdfSecret): Promise<Unlocked | null> {
    const own = holding().unlocked.credential.officerId;
    const found = await unlockKeyring({ ...keyring, credentials: keyring.credentials.filter(({ officerId }) => (officerId === own) === (whose === 'own')) }, secret);
    return typeof found === 'string' ? null : found;
  }

  async function openAt(table: SealedTable, { id, rev, epoch, ...sealed }: SealedRow): Promise<string | null> {
    const key = await derive(epoch, PURPOSE_OF[table]);
    return key && openRow(key, { vaultId: holding().vaultId, table, id, rev, schema: SCHEMA, epoch }, sealed);
  }

  async function sealAt(table: SealedTable, id: string, rev: number, text: string): Promise<SealedRow> {
    const { vaultId, epoch } = holding();
    return sealRow(await current(PURPOSE_OF[table]), { vaultId, table, id: await nameOf(table, id), rev, schema: SCHEMA, epoch }, text);
  }

  /** Documents of all tables share a store, and which table is told by what opens. */
  async function resealRow(store: SealedStore, row: SealedRow, draftIds: readonly string[]): Promise<SealedRow | null> {
    for (const table of TABLES_IN[store]) {
      const text = await openAt(table, row);
      if (text === null) continue;
      const id = ownIdIn(table, text) ?? (await draftNamed(row, draftIds));
      return id === null ? null : sealAt(table, id, row.rev, text);
    }
    return null;
  }

  async function draftNamed({ id, epoch }: SealedRow, draftIds: readonly string[]): Promise<string | null> {
    for (const draftId of draftIds) if ((await nameOf('draft', draftId, epoch)) === id) return draftId;
    return null;
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
    seal: (items) => Promise.all(items.map(({ table, id, rev, text }) => sealAt(table, id, rev, text))),
    open: (items) => Promise.all(items.map(({ table, row }) => openAt(table, row))),
    sign: async (text) => sign(holding().unlocked.signingKey, text),
    replaceSecret: async (keyring, secret, argon) => replaceSecret(keyring, holding().unlocked, secret, argon),
    calibrate: () => calibrated(() => performance.now()),
    addOfficer: async (keyring, secrets, argon) => addOfficer(keyring, holding().unlocked, secrets, argon),
    dropCredential: async (keyring, credentialId) => dropCredential(keyring, holding().unlocked, credentialId),
    async beginEpoch(keyring, leaving, secret) {
      const now = holding();
      const signer = secret === null ? now.unlocked : await unlockedBy('other', keyring, secret);
      if (!signer) return 'wrong';
      const { keyring: next, vaultKey, credential } = await nextEpoch(keyring, now.unlocked, leaving, signer);
      before = now;
      const unlocked = { ...now.unlocked, credential, vaultKeys: new Map([...now.unlocked.vaultKeys, [vaultKey.epoch, vaultKey]]) };
      held = { vaultId: now.vaultId, epoch: vaultKey.epoch, unlocked, derived: new Map(now.derived) };
      return next;
    },
    settleEpoch(stored) {
      if (!stored && before) held = before;
      before = null;
      return Promise.resolve();
    },
    reseal: (store, rows, draftIds) => Promise.all(rows.map((row) => resealRow(store, row, draftIds))),
    async signAuthority(keyring, whose, secret, at, text) {
      const signer = await unlockedBy(whose, keyring, secret);
      if (!signer) return 'wrong';
      const { officerId } = signer.credential;
      return { officerId, at, signature: await sign(signer.signingKey, authorityText(keyring.vaultId, { officerId, at }, text)) };
    },
    sealBackup: async (head, content) => seal(await current('backup'), head, content),
    async sealLogKeys({ epochs, address, rest }) {
      const { vaultId, unlocked: { vaultKeys, credential, privateHalf } } = holding();
      const opened = await readBoxes(vaultId, credential, privateHalf);
      if (!opened) throw new TypeError('An unlocked credential opens its own boxes.');
      try {
        const logKeys = await Promise.all(epochs.map(async (epoch) => {
          const key = vaultKeys.get(epoch);
          const raw = key ? await rawLogKey(key) : opened.earlier.find((one) => one.epoch === epoch)?.log;
          if (!raw) throw new TypeError('The log is read with the keys of every epoch in it.');
          return { epoch, key: base64(raw) };
        }));
        return await sealForRecipients([address], utf8(canonicalText({ ...rest, logKeys })));
      } finally {
        forget(opened);
      }
    },
    addresses: async () => Promise.all((await addressKeys()).map(async ({ epoch, key }) => ({ epoch, address: await recipientOf(key) }))),
    openAddressed: async (file) => openAgeFile((await addressKeys()).map(({ key }) => key), file),
    openBackup: async (head, sealed) => open(await current('backup'), head, sealed),
    sealJournal: async (aad, content) => ({ epoch: holding().epoch, ...(await seal(await current('journal'), aad, content)) }),
    async openJournal(epoch, aad, sealed) {
      const key = await derive(epoch, 'journal');
      return key && open(key, aad, sealed);
    },
  };
}

/** For tests, which have no page to protect. */
export function keysInThisThread(): KeyRoom {
  return { keys: createKeyHolder(), end: () => undefined };
}
