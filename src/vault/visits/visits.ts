import { isDay } from '@/terms';
import { AwayOnVisit } from '../errors';
import { writeBackupContent } from '../format/backupContent';
import { backupFile, backupHead } from '../format/backupFile';
import { hex } from '../format/bytes';
import { headCode } from '../format/chain';
import { vaultCode } from '../format/vaultId';
import { readContent } from '../journal/databaseContent';
import type { LogNote, OpenVault, Visit, VisitFile } from '../types';
import type { VaultCore } from '../vaultCore';
import { ABOUT_ID, aboutText } from '../vaultState';
import { ACTS } from './visit';

const ID_BYTES = 16;

const noteOf = (event: LogNote['event'], act: string, { visitId }: Visit, more: Readonly<Record<string, string>> = {}): LogNote => ({ event, act, about: [], detail: { visit: visitId, ...more } });

/** One officer's two devices and one vault: only one of them writes at a time (docs/adr/0023). */
export function visitsOf({ db, keys, vaultId, keyring, state, clock, random, inTurn, write }: VaultCore): Pick<OpenVault, 'visit' | 'takeOnVisit' | 'bringBack' | 'visitFile' | 'endVisit'> {
  const now = (): Visit | null => state().about.visit ?? null;

  /** Closed first, and signed, so that a lock adds nothing: whatever happens to the file, no second writer begins. */
  async function step(visit: Visit, note: LogNote): Promise<VisitFile> {
    await write({ visit, notes: [note] });
    await write({ checkpoint: true });
    return pack(visit);
  }

  async function pack(visit: Visit): Promise<VisitFile> {
    const carried: Visit = visit.side === 'lent' ? { ...visit, side: 'visiting' } : visit;
    const { about } = state();
    const sealed = await keys.seal([{ table: 'about', id: ABOUT_ID, rev: about.rev, text: aboutText({ ...about, visit: carried }) }]);
    const head = backupHead(keyring());
    const bytes = backupFile(head, await keys.sealBackup(head, writeBackupContent({ ...(await readContent(db)), about: sealed })));
    const what = carried.side === 'visiting' ? 'visit' : 'return';
    return { fileName: `steading-${vaultCode(vaultId)}-${what}-${clock().toISOString().slice(0, 10)}-log-${headCode(state().tail.head)}.steadingbackup`, bytes };
  }

  async function take({ backBy, note }: Parameters<OpenVault['takeOnVisit']>[0]): Promise<VisitFile> {
    if (keyring().kind === 'training') throw new TypeError('A training vault does not travel: set up a training area on the other device.');
    if (!isDay(backBy)) throw new TypeError('A visit needs a day by which it is back.');
    const there = now();
    if (there) throw new AwayOnVisit(there.side);
    const visit: Visit = { visitId: hex(random(ID_BYTES)), side: 'lent', takenAt: clock().toISOString(), backBy, ...(note === undefined || note === '' ? {} : { note }) };
    return step(visit, noteOf('consultation', ACTS.taken, visit, { backBy }));
  }

  return {
    visit: now,
    takeOnVisit: (request) => inTurn(() => take(request)),
    bringBack: () => inTurn(async () => {
      const visit = now();
      if (visit?.side !== 'visiting') throw new TypeError('This copy is not on a visit.');
      return step({ ...visit, side: 'returned' }, noteOf('consultation', ACTS.returned, visit));
    }),
    visitFile: () => inTurn(async () => {
      const visit = now();
      if (!visit || visit.side === 'visiting') throw new TypeError('This copy sends no file now.');
      return step(visit, noteOf('consultation', visit.side === 'lent' ? ACTS.takenAgain : ACTS.returnedAgain, visit));
    }),
    endVisit: (reason) => inTurn(async () => {
      const visit = now();
      if (!visit) throw new TypeError('No visit is on.');
      if (reason.trim() === '') throw new TypeError('Giving a visit up needs a reason.');
      await write({ visit: null, notes: [noteOf('alteration', ACTS.ended, visit, { reason: reason.trim(), copy: visit.side })] });
    }),
  };
}
