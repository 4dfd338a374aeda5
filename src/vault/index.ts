/** Sealed storage: the only room that knows Dexie and WebCrypto. */
export type * from './types';
export * from './errors';
export { createVaultDoor } from './vaultDoor';
export type { VaultDoorOptions } from './doorOptions';
export { vaultsOpen } from './writingTab';
export { createPackShelf, type PackShelf } from './packShelf';
export { sha256, systemRandom } from './format/bytes';
export { checkPackSignature } from './format/packSignature';
export { checkPassphrase, generatePassphrase } from './format/passphrase';
