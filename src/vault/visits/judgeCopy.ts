import { checkWhole } from '../drill';
import { DamagedVault, RefusedReturn, VaultAlreadyHere } from '../errors';
import type { BackupContent } from '../format/backupContent';
import type { LogRow } from '../format/chain';
import type { Keyring } from '../format/keyring';
import { readLogBody, type LogBodyEntry } from '../format/logBody';
import type { Keys } from '../keys';
import { asRow, type LogTail } from '../logTail';
import type { Visit } from '../types';
import { openAbout, readAbout, type About } from '../vaultState';
import { ACTS } from './visit';

/** A file that was opened with its own keys. */
export interface OpenedFile {
  readonly keyring: Keyring;
  readonly content: BackupContent;
  readonly keys: Keys;
  /** How the copy that is here says that it stands, where it is open. */
  readonly told: Visit | null;
}

/** What is to follow on the copy that is here. */
export interface Judged {
  /** back: the desk takes its vault home. again: a copy of an earlier visit gives way to the next one. */
  readonly is: 'back' | 'again';
  readonly visitId: string;
  /** The file's own. */
  readonly about: About;
  readonly tail: LogTail;
  /** What this device logged beside: it goes on, told apart. */
  readonly carried: readonly LogBodyEntry[];
}

const VISIT_ACTS: ReadonlySet<string> = new Set(Object.values(ACTS));
const RETURNED: ReadonlySet<string> = new Set([ACTS.returned, ACTS.returnedAgain]);
const AGAIN = 'Nothing is lost: this copy stays as it is.';
const HAND_OVER = 'Single records can be brought over by hand-over files: on the other device, give the visit up there, then send them from ‘Hand-over’.';

/** Whether the file may take the place of the copy that is here, of which nothing must get lost. Writes nothing. Throws RefusedReturn, VaultAlreadyHere, DamagedBackup. */
export async function judgeCopy(own: { readonly keyring: Keyring; readonly content: BackupContent }, { keyring, content, keys, told }: OpenedFile): Promise<Judged> {
  const { vaultId } = keyring;
  const about = await readAbout(content.about, keys);
  const links = own.content.log;
  const entries = (await keys.open(links.map(asRow))).map((text) => (text === null ? null : readLogBody(text)));
  const happened = (act: string, visitId: string): number => links[entries.findLastIndex((entry) => entry?.is === 'entry' && entry.act === act && entry.detail['visit'] === visitId)]?.seq ?? 0;
  const last = entries.findLast((entry): entry is LogBodyEntry => entry?.is === 'entry' && VISIT_ACTS.has(entry.act));
  // A new epoch gives the earlier vault keys up; the log still opens, and after the return a copy stays closed.
  const closed = (): Visit | null => told ?? (last && RETURNED.has(last.act) ? { visitId: last.detail['visit'] ?? '', side: 'returned', takenAt: '', backBy: '' } : null);
  const here = await openAbout(own.content.about[0], keys).catch((): Pick<About, 'visit'> => {
    const visit = closed();
    if (!visit) throw new RefusedReturn('its keys are others than those of what is on this device', 'If a visit is to be brought back: unlock the vault here first, and read the return file there.');
    return { visit };
  });
  const { visit } = about;
  if (!visit) {
    if (here.visit) throw new RefusedReturn('it is an ordinary backup, and not the return file of a visit', 'On the tablet, open ‘Vault’, then ‘Visit’, and make the return file.');
    throw new VaultAlreadyHere(vaultId);
  }
  if (happened(ACTS.ended, visit.visitId) > 0) throw new RefusedReturn('its visit was given up here', HAND_OVER);
  if (happened(ACTS.back, visit.visitId) > 0) throw new RefusedReturn('its visit was brought back here already', `What was brought back then is here. If more was done on the other device since: ${HAND_OVER}`);
  if (!here.visit || here.visit.side === 'visiting') throw new VaultAlreadyHere(vaultId);
  const is = here.visit.side === 'lent' ? 'back' : 'again';
  if (is === 'back' && visit.visitId !== here.visit.visitId) throw new RefusedReturn('it belongs to another visit than the one that is on', 'Use the return file of this visit; its name holds the day on which it was made.');
  if (is === 'back' && visit.side !== 'returned') throw new RefusedReturn('it is the file that went out, or a backup made on the way', 'On the tablet, open ‘Vault’, then ‘Visit’, and make the return file.');
  if (is === 'again' && visit.side !== 'visiting') throw new VaultAlreadyHere(vaultId);
  if (keyring.rev < own.keyring.rev || (keyring.rev === own.keyring.rev && keyring.signature !== own.keyring.signature)) throw new RefusedReturn('its keys are not the ones of this vault, or older ones', AGAIN);
  const { head, signedUpTo } = await checkWhole(keys, keyring, content);
  const shared = sharedLinks(links, content.log);
  // Up to here nothing that this device holds is missing in the file; after it, this copy was closed and only its log went on.
  const closedAt = happened(is === 'back' ? ACTS.taken : ACTS.returned, here.visit.visitId);
  if (closedAt === 0) throw new DamagedVault('its log does not tell of the visit that is on');
  if (shared < closedAt) throw new RefusedReturn('something that is on this device is not in it', AGAIN);
  return { is, visitId: visit.visitId, about, tail: { head, signedUpTo }, carried: entries.slice(shared).filter((entry): entry is LogBodyEntry => entry?.is === 'entry') };
}

/** How many links, from the first on, are the very same. */
function sharedLinks(one: readonly LogRow[], other: readonly LogRow[]): number {
  const differs = one.findIndex((link, at) => link.hash !== other[at]?.hash);
  return differs < 0 ? one.length : differs;
}
