/** `runLength` tiles in a row, beginning with `tileId`, have the bytes at `offset`; 0: a leaf directory lies there, for ids from `tileId` on. */
export interface DirectoryEntry {
  readonly tileId: number;
  readonly runLength: number;
  readonly offset: number;
  readonly length: number;
}

/**
 * A directory before compression (PMTiles v3, 'Directories'): the number of entries, then four columns of varints: steps of the id, run lengths, lengths,
 * and offsets as 0 where an entry follows the one before without a gap, else offset + 1.
 */
export function directoryBytes(entries: readonly DirectoryEntry[]): Uint8Array {
  const out: number[] = [];
  varint(out, entries.length);
  let before = 0;
  for (const { tileId } of entries) { varint(out, tileId - before); before = tileId; }
  for (const { runLength } of entries) varint(out, runLength);
  for (const { length } of entries) varint(out, length);
  entries.forEach(({ offset }, i) => {
    const last = entries[i - 1];
    varint(out, last !== undefined && offset === last.offset + last.length ? 0 : offset + 1);
  });
  return Uint8Array.from(out);
}

/** Seven bits a byte, lowest first; by division, since ids and offsets pass 32 bits. */
function varint(out: number[], value: number): void {
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) out.push((rest % 0x80) | 0x80);
  out.push(rest);
}
