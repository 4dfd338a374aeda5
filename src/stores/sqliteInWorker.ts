import { sqliteIn } from '@/geo/build';
import initSqlJs from 'sql.js';
import wasm from 'sql.js/dist/sql-wasm-browser.wasm?url';

/** A file of this application, kept for offline use with the rest of it. */
export const openSqlite = sqliteIn(() => initSqlJs({ locateFile: () => wasm }));
