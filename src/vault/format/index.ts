/** What the command line needs of the vault: formats and checks, without Dexie, page or worker. */
export * from '../errors';
export { readBackupContent, type BackupContent } from './backupContent';
export { splitBackup, type BackupParts } from './backupFile';
export { sha256, systemRandom, type RandomBytes } from './bytes';
export { headCode, type ChainHead, type LogRow } from './chain';
export type { Keyring } from './keyring';
export { checkPackSignature } from './packSignature';
export { checkPassphrase, generatePassphrase } from './passphrase';
export { newPublisherKey, openPublisherKey, type PublisherKey } from './publisherKey';
export { readKeyring } from './readKeyring';
export { readRecoveryCode } from './recoveryCode';
export { verifyChain, type VerifiedChain } from './verifyChain';
export { vaultCode } from './vaultId';
