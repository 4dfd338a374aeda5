import { type May } from '@/record';
import type { Clause } from '@/rules';
import { askedIn, criterionIn } from '../asked';
import type { Section } from '../document';
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

/** What each label means, in the standard that speaks here. */
const meanings = (request: RecordRequest, clauses: readonly Clause[]) => [...new Set(clauses.map(({ status }) => status))].map((status) => ({ status, means: askedIn(request).standard.statuses[status] ?? 'no meaning was kept' }));

/** Each clause once, with how sure we are of it and what it says. */
export function clausesSection(request: RecordRequest, may: May): Section {
  const clauses = citedBy(request, may);
  return {
    id: 'clauses', heading: 'Clauses that this rests on',
    blocks: [
      { kind: 'table', caption: 'Each in our own words, with how far its text was seen', columns: ['Clause', 'How sure', 'What it says'], rows: clauses.map(({ document, clause, status, says }) => [`${document} ${clause}`, status, says]) },
      facts(...meanings(request, clauses).map(({ status, means }) => row(status, means))),
    ],
  };
}

/** For a page or two: clause by how sure we are of it. */
export function clausesInShort(request: RecordRequest, may: May): Section {
  const clauses = citedBy(request, may);
  const rows = meanings(request, clauses).map(({ status, means }) => row(`${status}: ${means}`, [...new Set(clauses.filter((one) => one.status === status).map(({ document, clause }) => `${document} ${clause}`))].join('; ')));
  return { id: 'clauses', heading: 'Clauses that this rests on', blocks: [facts(...rows)] };
}
