import { createBuildRoom } from '@/geo/build';
import { sha256 } from '@/vault';
import { expose } from 'comlink';
import { openSqlite } from './sqliteInWorker';

/** Ended with the step that it was at: whatever it read of a file is gone with it. */
expose(createBuildRoom({ sha256, openSqlite }));
