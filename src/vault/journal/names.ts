/** A fixed set of files, made once and written over in turn: a folder's own entries are not flushed by any promise of the browser's, a file's content is. */
export const headName = (count: number): string => `head-${String(count % 2)}`;
export const snapshotName = (n: number): string => `snapshot-${String(n % 2)}`;
export const tailName = (n: number): string => `tail-${String(n % 2)}`;
export const HEADS: readonly string[] = [headName(0), headName(1)];
export const RESERVE = 'reserve';
/** Opened first and held: who has it has the folder. It holds nothing. */
export const LOCK_NAME = 'held';
