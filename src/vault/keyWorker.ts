import { expose } from 'comlink';
import { createKeyHolder } from './keyHolder';

/** Ended at every lock: only the end of the thread gives the keys' memory back. */
expose(createKeyHolder());
