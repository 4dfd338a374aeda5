import type { OpenSqlite } from '@/geo/sources';
import initSqlJs from 'sql.js';

/** SQLite in WebAssembly, in memory: Node 20 has none of its own. */
export const openSqlite: OpenSqlite = async (bytes) => {
  const { Database } = await initSqlJs();
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
