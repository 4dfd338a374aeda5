import { DeviceFull } from '../errors';
import { isFull } from './isFull';
import type { Journal } from './journal';
import type { JournalChange, Position } from './journalStart';

/** The entry, then the commit; where the commit fails, the entry is taken back. Without a journal the commit alone. `check`: what the commit would refuse, asked before the entry is written. */
export async function durably(journal: Journal | null, change: JournalChange, transact: (position: Position | null) => Promise<void>, check: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const isEmpty = Object.values(change.put).every((rows) => rows.length === 0) && (change.dropped ?? []).length === 0 && !change.keyring;
  if (!journal || isEmpty) {
    await transact(journal?.position ?? null).catch((error: unknown) => { throw isFull(error) ? new DeviceFull(false) : error; });
    return;
  }
  await journal.append(change, check);
  try {
    await transact(journal.position);
  } catch (error) {
    await journal.takeBack();
    throw isFull(error) ? new DeviceFull(false) : error;
  }
  await journal.settle();
}
