/** What a pack is read from: a Blob, a File of the origin's private file system, or anything that can be cut the same way. */
export interface BlobLike {
  readonly size: number;
  slice(start?: number, end?: number): BlobLike;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Bytes in memory, cut without copying until `arrayBuffer` is asked for. */
export function bytesAsBlob(bytes: Uint8Array): BlobLike {
  return {
    size: bytes.byteLength,
    slice: (start, end) => bytesAsBlob(bytes.subarray(start, end)),
    arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
  };
}
