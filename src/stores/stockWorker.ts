import { createStockRoom } from '@/geo/stock';
import { checkPackSignature, sha256 } from '@/vault';
import { expose } from 'comlink';

/** Ended with the run: whatever it read of a file is gone with it. */
expose(createStockRoom({ sha256, checkSignature: checkPackSignature }));
