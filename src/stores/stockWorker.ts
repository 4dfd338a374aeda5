import { createStockRoom } from '@/geo/stock';
import { sha256 } from '@/vault';
import { expose } from 'comlink';

/** Ended with the run: whatever it read of a file is gone with it. */
expose(createStockRoom({ sha256 }));
