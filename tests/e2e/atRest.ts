import type { Page } from '@playwright/test';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The ways in which a text could lie on a disk in clear: UTF-8, UTF-16LE, and base64 at each of its three offsets. */
export function tracesOf(text: string): readonly Buffer[] {
  return [...tracesOfBytes(Buffer.from(text, 'utf8')), Buffer.from(text, 'utf16le')];
}

/** Bytes as they are, and in base64. */
export function tracesOfBytes(bytes: Buffer): readonly Buffer[] {
  const base64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // The first and last characters mix with what stands beside the text.
    return Buffer.from(whole.slice(shift === 0 ? 0 : 4, -4), 'latin1');
  });
  return [bytes, ...base64];
}

/** Every file under a folder that holds one of the traces. */
export function filesWith(folder: string, traces: readonly Buffer[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .filter((path) => { const bytes = readFileSync(path); return traces.some((trace) => bytes.includes(trace)); });
}

/** Everything that scripts of this origin can read back from storage: each database, each private file, both simple stores, each cache. */
export async function readStorage(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const parts: (string | Blob)[] = [];
    const take = async (value: unknown): Promise<void> => {
      if (value instanceof Blob) parts.push(value);
      else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) parts.push(new Blob([value as BlobPart]));
      else if (typeof value === 'object' && value !== null) for (const [key, each] of Object.entries(value)) { parts.push(key); await take(each); }
      else parts.push(String(value), '\n');
    };
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => { request.onsuccess = () => { resolve(request.result); }; request.onerror = () => { reject(request.error ?? new Error('read')); }; });
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store);
        await take(await done(all.getAllKeys()));
        await take(await done(all.getAll()));
      }
      db.close();
    }
    async function walk(folder: FileSystemDirectoryHandle): Promise<void> {
      for await (const handle of folder.values()) {
        parts.push(handle.name);
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle);
        else if (handle instanceof FileSystemFileHandle) await take(await handle.getFile());
      }
    }
    await walk(await navigator.storage.getDirectory());
    await take({ ...localStorage });
    await take({ ...sessionStorage });
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) await take(url);
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return btoa(text);
  });
  return Buffer.from(base64, 'base64');
}
