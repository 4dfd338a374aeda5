import { joinSealed, splitSealed } from '../format/aesGcm';
import { readBackupContent, writeBackupContent, type BackupContent } from '../format/backupContent';
import { concat, sha256, type Bytes } from '../format/bytes';
import type { Keys } from '../keys';
import type { JournalFolder } from './files';
import { snapshotAad, type Place } from './frames';
import { snapshotName } from './names';

/** The epoch that sealed a snapshot stands before it: 4 bytes, big-endian. */
const EPOCH_BYTES = 4;

/** `start`: the hash of the file, on which the tail's first entry hangs. */
export async function packSnapshot(keys: Keys, place: Place, content: BackupContent): Promise<{ readonly bytes: Bytes; readonly start: string }> {
  const { epoch, ...sealed } = await keys.sealJournal(snapshotAad(place), writeBackupContent(content));
  const mark = new DataView(new ArrayBuffer(EPOCH_BYTES));
  mark.setUint32(0, epoch);
  const bytes = concat(new Uint8Array(mark.buffer), joinSealed(sealed));
  return { bytes, start: await sha256(bytes) };
}

/** null: none there, or it does not open. */
export async function openSnapshot(folder: JournalFolder, place: Place, keys: Keys): Promise<BackupContent | null> {
  const bytes = await folder.read(snapshotName(place.n));
  if (!bytes || bytes.length < EPOCH_BYTES) return null;
  const epoch = new DataView(bytes.buffer, bytes.byteOffset, EPOCH_BYTES).getUint32(0);
  const plain = await keys.openJournal(epoch, snapshotAad(place), splitSealed(bytes.slice(EPOCH_BYTES)));
  try {
    return plain && readBackupContent(plain);
  } catch {
    return null;
  }
}
