import type { Reply } from '@/record';
import { CLAUSE_STATUSES } from '@/rules';
import { type CheckAgencyId, DATABASE_LISTS, REPLIES, REPLY_WAYS } from '@/terms';
import { dayPhrase } from './dates';

/** How far Steading knows the list of ERA-2017 5.2 for an agency: never more than was read. */
export function databaseListPhrase(agency: CheckAgencyId): string {
  const status = DATABASE_LISTS[agency] ?? null;
  switch (status) {
    case 'confirmed': return `ERA-2017 5.2, ${CLAUSE_STATUSES.confirmed}`;
    case 'partial': return `ERA-2017 5.2, ${CLAUSE_STATUSES.partial}`;
    case 'open': return 'ERA-2017 5.2: not seen. Only checks of your office’s own can stand here';
    case null: return 'No list of ERA-2017 5.2 is known for it. Checks of your office’s own can stand here';
  }
}

/** 'Trace, not relevant'; null: nobody has dealt with it. `withAgency`: a database check that goes with its agency. */
export function replyPhrase(reply: Reply['reply'], withAgency = false): string {
  if (reply === null) return 'Not dealt with yet';
  return withAgency ? `${REPLIES[reply]} (with its agency)` : REPLIES[reply];
}

/** 'Asked on 2 March 2026. Answered on 5 March 2026, by telephone: duty officer.'; empty: nothing is on record. */
export function replyTold({ reply, askedOn, answeredOn, how, by }: Reply): string {
  const answer = [answeredOn === null ? '' : `Answered on ${dayPhrase(answeredOn)}`, how === null ? '' : REPLY_WAYS[how].toLowerCase()].filter(Boolean).join(', ');
  const answered = reply === 'waiting' || reply === 'notAsked' || answer === '' ? '' : `${answer}${by.trim() === '' ? '' : `: ${by.trim().replace(/\.$/u, '')}`}.`;
  return [reply === 'notAsked' || askedOn === null ? '' : `Asked on ${dayPhrase(askedOn)}.`, answered].filter(Boolean).join(' ');
}
