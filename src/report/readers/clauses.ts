import { type May } from '@/record';
import type { Clause } from '@/rules';
import { askedIn, criterionIn } from '../asked';
import type { Section } from '../document';
import { clauseStatusPhrase } from '../phrases';
import type { RecordRequest } from '../request';
import { facts, row } from '../words';

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

function citedBy(request: RecordRequest, may: May): readonly Clause[] {
  const { standard } = askedIn(request);
  const clauses = [...ALWAYS.filter(([, path]) => may(path)).flatMap(([id]) => criterionIn(standard, id)?.clauses ?? []), ...(may('assessment.asked') ? ofDecision(request) : [])];
  return [...new Map(clauses.map((clause) => [JSON.stringify(clause), clause])).values()].toSorted((a, b) => `${a.document} ${a.clause}`.localeCompare(`${b.document} ${b.clause}`, 'en'));
}

/** Each clause once, with how sure we are of it and what it says. */
export function clausesSection(request: RecordRequest, may: May): Section {
  const { statuses } = askedIn(request).standard;
  const rows = citedBy(request, may).map(({ document, clause, status, says }) => [`${document} ${clause}`, clauseStatusPhrase(status, statuses), says]);
  return { id: 'clauses', heading: 'Clauses that this rests on', blocks: [{ kind: 'table', caption: 'Each in our own words, with how far its text was seen', columns: ['Clause', 'How sure', 'What it says'], rows }] };
}

/** For a page or two: clause by how sure we are of it. */
export function clausesInShort(request: RecordRequest, may: May): Section {
  const { statuses } = askedIn(request).standard;
  const cited = citedBy(request, may);
  const rows = [...new Set(cited.map(({ status }) => status))].map((status) => row(`${status}: ${statuses[status] ?? 'no meaning was kept'}`, [...new Set(cited.filter((one) => one.status === status).map(({ document, clause }) => `${document} ${clause}`))].join('; ')));
  return { id: 'clauses', heading: 'Clauses that this rests on', blocks: [facts(...rows)] };
}
