import { createHash } from 'node:crypto';
import type { Bytes } from '@/vault/format/bytes';
import type { JournalFiles, JournalFolder } from '@/vault/journal/files';

/** What a cut does to the bytes that were on their way: some of them arrive, or room for all of them, with nothing in it. */
export interface Cut {
  /** Operations that still go through. */
  readonly after: number;
  /** How much of the next one arrives, 0 to 1. */
  readonly share: number;
  readonly zeros?: boolean;
}

/** A device's private files in memory: they can be cut off at any operation and byte, filled up, and damaged behind the vault. */
export class MemoryFiles implements JournalFiles {
  readonly folders = new Map<string, Map<string, Bytes>>();
  readonly #held = new Set<string>();
  /** Every operation that changed something, since `count` was last set. */
  operations = 0;
  #cut: Cut | null = null;
  /** Bytes that all files may have together. */
  room = Infinity;
  /** Every write and truncation fails, as when the disk is pulled out. */
  refuses: ((name: string, operation: 'write' | 'truncate') => boolean) | null = null;

  cutAfter(cut: Cut | null): void {
    this.#cut = cut;
    this.operations = 0;
  }

  get isCut(): boolean {
    return this.#cut !== null && this.operations > this.#cut.after;
  }

  /** As when the browser is started anew: nobody holds anything. */
  restart(): void {
    this.#held.clear();
    this.#cut = null;
  }

  file(vaultId: string, name: string): Bytes {
    return this.folders.get(vaultId)?.get(name) ?? new Uint8Array();
  }

  copy(): Map<string, Map<string, Bytes>> {
    return new Map([...this.folders].map(([id, files]) => [id, new Map([...files].map(([name, bytes]) => [name, bytes.slice()]))]));
  }

  putBack(copy: Map<string, Map<string, Bytes>>): void {
    this.folders.clear();
    for (const [id, files] of copy) this.folders.set(id, new Map([...files].map(([name, bytes]) => [name, bytes.slice()])));
  }

  vaultIds = (): Promise<readonly string[]> => Promise.resolve([...this.folders.keys()]);
  peek = (vaultId: string, name: string): Promise<Bytes | null> => Promise.resolve(this.folders.get(vaultId)?.get(name)?.slice() ?? null);

  open = (vaultId: string): Promise<JournalFolder | 'held'> => {
    if (this.#held.has(vaultId)) return Promise.resolve('held');
    this.#held.add(vaultId);
    const files = this.folders.get(vaultId) ?? new Map<string, Bytes>();
    this.folders.set(vaultId, files);
    const change = (name: string, operation: 'write' | 'truncate', to: Bytes, from: number): void => {
      if (this.isCut) throw new Error('The device is off.');
      if (this.refuses?.(name, operation) === true) throw new Error('The disk does not answer.');
      const before = files.get(name) ?? new Uint8Array();
      const total = [...this.folders.values()].flatMap((one) => [...one.values()]).reduce((sum, { length }) => sum + length, 0);
      if (total - before.length + to.length > this.room && to.length > before.length) {
        // The browser writes what there is room for.
        files.set(name, to.slice(0, from));
        throw new DOMException('full', 'QuotaExceededError');
      }
      this.operations += 1;
      if (this.isCut && this.#cut) {
        const arrived = from + Math.floor((to.length - from) * this.#cut.share);
        const cut = this.#cut.zeros === true ? new Uint8Array(to.length) : new Uint8Array(Math.max(arrived, Math.min(to.length, from)));
        cut.set(to.subarray(0, arrived));
        // A truncation is done or not.
        files.set(name, operation === 'truncate' ? (this.#cut.share < 0.5 ? before : to) : cut);
        throw new Error('The device is off.');
      }
      files.set(name, to);
    };
    return Promise.resolve({
      read: (name) => Promise.resolve((files.get(name)?.length ?? 0) === 0 ? null : (files.get(name)?.slice() ?? null)),
      size: (name) => Promise.resolve(files.get(name)?.length ?? 0),
      measure: (name) => {
        const bytes = files.get(name);
        return Promise.resolve(!bytes || bytes.length === 0 ? null : { hash: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length });
      },
      write: async (name, at, bytes) => {
        await Promise.resolve();
        const to = new Uint8Array(at + bytes.length);
        to.set((files.get(name) ?? new Uint8Array()).subarray(0, at));
        to.set(bytes, at);
        change(name, 'write', to, at);
      },
      truncate: async (name, size) => {
        await Promise.resolve();
        const to = new Uint8Array(size);
        to.set((files.get(name) ?? new Uint8Array()).subarray(0, size));
        change(name, 'truncate', to, 0);
      },
      close: () => { this.#held.delete(vaultId); },
    });
  };
}
