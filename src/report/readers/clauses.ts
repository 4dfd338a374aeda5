import { type May } from '@/record';
import type { Clause } from '@/rules';
import { askedIn, criterionIn } from '../asked';
import type { Block, Section } from '../document';
import { clauseStatusPhrase } from '../phrases';
import type { RecordRequest } from '../request';

/** What the record itself rests on, whatever it decides, by the field that rests on it. */
const ALWAYS = [
  ['accurateThen', 'assessment.reference'], ['recordParts', 'assessment.history'], ['rationaleDocumented', 'assessment.conduct.rationale'], ['agencyContacts', 'assessment.agencies'], ['databaseChecks', 'assessment.agencies.databases'],
  ['homeVisit', 'assessment.homeVisit'], ['physicalCheck', 'assessment.physicalCheck'],
] as const;

/** Of the conduct decision and its clocks: told to whoever may know what the standard asked. */
function ofDecision(request: RecordRequest): readonly Clause[] {
  const { decision: { criteria, lead }, departures, deadlines } = askedIn(request);
  const bearing = criteria.filter(({ answer: { is } }) => is === 'met' || is === 'unknown').flatMap(({ criterion }) => criterion.clauses);
  return [...bearing, ...lead.clauses, ...departures.flatMap(({ clauses }) => clauses), ...deadlines.flatMap(({ clauses }) => clauses)];
}

/** Each clause once, with how sure we are of it. */
export function clausesSection(request: RecordRequest, may: May): Section {
  const { standard } = askedIn(request);
  const clauses = [...ALWAYS.filter(([, path]) => may(path)).flatMap(([id]) => criterionIn(standard, id)?.clauses ?? []), ...(may('assessment.asked') ? ofDecision(request) : [])];
  const rows = new Map(clauses.map(({ document, clause, status, says }) => [`${document} ${clause} ${says}`, [`${document} ${clause}`, clauseStatusPhrase(status, standard.statuses), says]]));
  const table: Block = { kind: 'table', caption: 'Each in our own words, with how far its text was seen', columns: ['Clause', 'How sure', 'What it says'], rows: [...rows.values()].toSorted(([a = ''], [b = '']) => a.localeCompare(b, 'en')) };
  return { id: 'clauses', heading: 'Clauses that this rests on', blocks: [table] };
}
