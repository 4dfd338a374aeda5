import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';

/** An empty device. Dexie looks for the browser's IndexedDB when it is loaded; set here, the order of a test's imports does not matter. */
export function forgetDevice(): void {
  Dexie.dependencies = { indexedDB: new IDBFactory(), IDBKeyRange };
}

forgetDevice();
