import type { OpenSqlite } from '@/geo/sources';
import initSqlJs from 'sql.js';
import wasm from 'sql.js/dist/sql-wasm-browser.wasm?url';

/** SQLite in WebAssembly, in memory: a file of this application, kept for offline use with the rest of it. */
export const openSqlite: OpenSqlite = async (bytes) => {
  const { Database } = await initSqlJs({ locateFile: () => wasm });
  const database = new Database(bytes);
  return {
    *rows(sql) {
      const statement = database.prepare(sql);
      try {
        while (statement.step()) yield statement.getAsObject();
      } finally {
        statement.free();
      }
    },
    close: () => { database.close(); },
  };
};
