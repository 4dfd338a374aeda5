export * from './answer';
export type * from './pack/content';
export type * from './pack/header';
export { PackError, type PackErrorCode } from './pack/packError';
export type { Sha256 } from './pack/sha256';
export type * from './pack/site';
export { writePack } from './pack/write';
