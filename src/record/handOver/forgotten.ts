import { dayInScotland } from '@/terms';
import type { HandOverBook, PastFile, Received } from '../schema/handOver';

/** A team that has had a file of a record: to be told before the record goes, and named by its certificate. Days are ISO dates. */
export interface CopyOut {
  readonly fileId: string;
  readonly team: string;
  readonly on: string;
  readonly expiresOn: string;
  /** null: no recall of it was made. */
  readonly recalledOn: string | null;
}

/** Who has had files of a record, also of one that was shrunk. */
export function copiesOut({ sent, past }: HandOverBook, assessmentId: string): readonly CopyOut[] {
  const open = sent.filter((one) => one.assessmentId === assessmentId).map((one): CopyOut => ({
    fileId: one.fileId, team: one.team, on: dayInScotland(one.at), expiresOn: one.expiresOn, recalledOn: recalledOn(one.notices),
  }));
  const before = past.filter((one) => one.way === 'sent' && one.assessmentId === assessmentId);
  return [...before.map(({ fileId, team, on, expiresOn, recalledOn: recalled }) => ({ fileId, team, on, expiresOn, recalledOn: recalled })), ...open];
}

function recalledOn(notices: readonly { readonly kind: string; readonly at: string }[]): string | null {
  const last = notices.findLast(({ kind }) => kind === 'recall');
  return last === undefined ? null : dayInScotland(last.at);
}

/** What came about a record: files of it, and notices about those. */
function cameAbout({ received }: HandOverBook, assessmentId: string): readonly Received[] {
  const files = received.filter((one) => one.recordId === assessmentId || one.assessmentId === assessmentId);
  return received.filter((one) => files.includes(one) || files.some(({ fileId }) => fileId === one.concerns));
}

export interface Forgotten {
  readonly book: HandOverBook;
  /** How many lines of the book were emptied. */
  readonly lines: number;
  /** Files whose content waits in quarantine, to go with it. */
  readonly quarantined: readonly string[];
}

/**
 * The book once a record has shrunk or is gone: of each file what refuses a replay and reaches its holders with a later notice, and no reference, purpose, ground
 * or answer. `shrunk`: the record's own id stays, so that its holders are still known when it goes. null: the book says nothing of it.
 */
export function forgotten(book: HandOverBook, assessmentId: string, what: 'shrunk' | 'gone'): Forgotten | null {
  const sent = book.sent.filter((one) => one.assessmentId === assessmentId);
  const came = cameAbout(book, assessmentId);
  const again = what === 'gone' ? book.past.filter((one) => one.assessmentId === assessmentId) : [];
  if (sent.length + came.length + again.length === 0) return null;
  const keptId = what === 'shrunk' ? assessmentId : null;
  const past: readonly PastFile[] = [
    ...book.past.map((one) => (again.includes(one) ? { ...one, assessmentId: null } : one)),
    ...sent.map(({ fileId, act, partnerId, team, at, expiresOn, notices }): PastFile => ({ fileId, way: 'sent', kind: act, partnerId, team, on: dayInScotland(at), expiresOn, recalledOn: recalledOn(notices), assessmentId: keptId })),
    ...came.map(({ fileId, kind, partnerId, team, at, expiresOn }): PastFile => ({ fileId, way: 'received', kind, partnerId, team, on: dayInScotland(at), expiresOn, recalledOn: null, assessmentId: keptId })),
  ];
  return {
    book: { ...book, sent: book.sent.filter((one) => !sent.includes(one)), received: book.received.filter((one) => !came.includes(one)), past: [...past] },
    lines: sent.length + came.length + again.length,
    quarantined: came.filter(({ state }) => state === 'waiting').map(({ fileId }) => fileId),
  };
}
