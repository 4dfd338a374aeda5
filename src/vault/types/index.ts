export type * from './documents';
export type * from './officers';
export type * from './log';
export type * from './repair';
export type * from './handOver';
export type * from './visit';
export type * from './openVault';
export type * from './vaultDoor';
