import { wrap } from 'comlink';
import { VaultLocked } from './errors';
import type { SignedAuthority } from './format/authority';
import type { Keyring } from './format/keyring';
import type { KeyRoom, Keys, KeysUnlock } from './keys';

/** The default: one worker for each unlocked vault. A worker that ends or fails answers nothing, so its open calls are rejected here. */
export function keysInWorker(): KeyRoom {
  const worker = new Worker(new URL('./keyWorker.ts', import.meta.url), { type: 'module', name: 'keys' });
  const keys = wrap<Keys>(worker);
  const waiting = new Set<(why: Error) => void>();
  let over: Error | null = null;

  function rejectAll(why: Error): void {
    over = why;
    for (const reject of waiting) reject(why);
    waiting.clear();
  }

  function answered<T>(ask: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (over) {
        reject(over);
        return;
      }
      waiting.add(reject);
      void ask().then(resolve, reject).finally(() => waiting.delete(reject));
    });
  }

  worker.addEventListener('error', () => {
    rejectAll(new Error('The part of Steading that holds the keys could not start. Reload the page. If that does not help, reload it once while online, so that the missing part is fetched. Never clear this site’s data: the vault is in it.'));
  });

  return {
    keys: {
      create: (request) => answered(() => keys.create(request)),
      unlock: (keyring, secret, firstCredential) => answered<KeysUnlock>(() => keys.unlock(keyring, secret, firstCredential)),
      names: (table, ids) => answered(() => keys.names(table, ids)),
      seal: (items) => answered(() => keys.seal(items)),
      open: (items) => answered(() => keys.open(items)),
      sign: (text) => answered(() => keys.sign(text)),
      replaceSecret: (keyring, secret, argon) => answered(() => keys.replaceSecret(keyring, secret, argon)),
      calibrate: () => answered(() => keys.calibrate()),
      addOfficer: (keyring, secrets, argon) => answered(() => keys.addOfficer(keyring, secrets, argon)),
      dropCredential: (keyring, credentialId) => answered(() => keys.dropCredential(keyring, credentialId)),
      beginEpoch: (keyring, leaving, signer) => answered<Keyring | 'wrong'>(() => keys.beginEpoch(keyring, leaving, signer)),
      settleEpoch: (stored) => answered(() => keys.settleEpoch(stored)),
      reseal: (store, rows, draftIds) => answered(() => keys.reseal(store, rows, draftIds)),
      signAuthority: (keyring, whose, secret, at, text) => answered<SignedAuthority | 'wrong'>(() => keys.signAuthority(keyring, whose, secret, at, text)),
      sealBackup: (head, content) => answered(() => keys.sealBackup(head, content)),
      sealLogKeys: (request) => answered(() => keys.sealLogKeys(request)),
      addresses: () => answered(() => keys.addresses()),
      openAddressed: (file) => answered(() => keys.openAddressed(file)),
      openBackup: (head, sealed) => answered(() => keys.openBackup(head, sealed)),
      sealJournal: (aad, content) => answered(() => keys.sealJournal(aad, content)),
      openJournal: (epoch, aad, sealed) => answered(() => keys.openJournal(epoch, aad, sealed)),
    },
    end() {
      worker.terminate();
      rejectAll(new VaultLocked());
    },
  };
}
