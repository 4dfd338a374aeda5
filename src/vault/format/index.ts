/** What the command line needs of the vault: formats and checks, without Dexie, page or worker. */
export * from '../errors';
export { openAgeFile, looksLikeAgeFile, readIdentities } from './age';
export { readBackupContent, type BackupContent } from './backupContent';
export { splitBackup, type BackupParts } from './backupFile';
export { sha256, systemRandom, type RandomBytes } from './bytes';
export { headCode, type ChainHead, type LogRow } from './chain';
export { findHead, type FoundHead } from './findHead';
export { fingerprintWords } from './fingerprint';
export type { Keyring } from './keyring';
export { looksLikeLogExport } from './logExport';
export { followLogExport, openSealedPart, readExportedLog, readLogExport, type LogExport, type SealedExport } from './openLogExport';
export { checkPackSignature } from './packSignature';
export { checkPassphrase, generatePassphrase } from './passphrase';
export { newPublisherKey, openPublisherKey, type PublisherKey } from './publisherKey';
export { readKeyring } from './readKeyring';
export { readRecoveryCode } from './recoveryCode';
export { verifyChain, type VerifiedChain } from './verifyChain';
export { vaultCode } from './vaultId';
