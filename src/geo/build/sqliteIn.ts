import type { SqlJsStatic } from 'sql.js';
import type { OpenSqlite } from '../sources/geoPackage';

/** SQLite in WebAssembly, in memory. Where the WebAssembly lies is the host's to say. */
export function sqliteIn(start: () => Promise<SqlJsStatic>): OpenSqlite {
  return async (bytes) => {
    const { Database } = await start();
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
}
