import type { RandomBytes } from '../format/bytes';
import { concat } from '../format/bytes';
import type { ReserveState } from '../types';
import type { JournalFolder } from './files';
import { RESERVE } from './names';

/** Room for some hundred drafts with their log entries. */
const RESERVE_BYTES = 2 * 1024 * 1024;
/** crypto.getRandomValues gives no more at once. */
const PIECE_BYTES = 65_536;

/** Bytes really written, so that the room is there when the device is full; random, so that no file system folds them together. */
export interface Reserve {
  state(): ReserveState;
  /** false: there is none left to give. */
  give(): Promise<boolean>;
}

export async function openReserve(folder: JournalFolder, random: RandomBytes): Promise<Reserve> {
  let state: ReserveState = (await isThere(folder)) || (await make(folder, random)) ? 'there' : 'none';
  return {
    state: () => state,
    async give() {
      if (state !== 'there') return false;
      await folder.truncate(RESERVE, 0);
      state = 'used';
      return true;
    },
  };
}

async function isThere(folder: JournalFolder): Promise<boolean> {
  return (await folder.size(RESERVE)) === RESERVE_BYTES;
}

async function make(folder: JournalFolder, random: RandomBytes): Promise<boolean> {
  try {
    await folder.write(RESERVE, 0, concat(...Array.from({ length: RESERVE_BYTES / PIECE_BYTES }, () => random(PIECE_BYTES))));
    return true;
  } catch {
    await folder.truncate(RESERVE, 0).catch(() => undefined);
    return false;
  }
}
