import { sqliteIn } from '@/geo/build';
import initSqlJs from 'sql.js';

/** Node 20 has no SQLite of its own. */
export const openSqlite = sqliteIn(() => initSqlJs());
