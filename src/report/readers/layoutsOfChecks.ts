import { CHECKS } from '@/record';
import { categoryOf, isCategoryId, LOOKS } from '@/terms';
import { dayPhrase } from '../dates';
import type { Block, FactRow } from '../document';
import { row } from '../words';
import { factsOf, type LaidOut, stringOf } from './laidOut';

export function sites({ table, take, below, keys }: LaidOut): readonly Block[] {
  const checks = keys('assessment.checks').map((id): Look => ({ label: labelOf(id), answer: stringOf(take(`assessment.checks.${id}.answer`)), noted: stringOf(take(`assessment.checks.${id}.note`)).trim() }));
  for (const path of below('assessment.addedSites').filter((one) => /\.point\./u.test(one))) take(path);
  const columns = { relevance: 'Judgement', reason: 'Reason' };
  return [
    ...table('assessment.judgements', 'Kinds of place near the address, judged for this victim profile', columns, 'Kind of place'),
    ...table('assessment.exceptions', 'Places judged apart from their kind', columns),
    ...table('assessment.addedSites', 'Places that the map did not hold', { name: 'Name', category: 'Kind', where: 'Where', basis: 'Statement', source: 'Source', knownOn: 'Known on' }),
    ...factsOf(...looks(checks, CHECKS)),
  ];
}

const REPLY = { reply: 'Reply', askedOn: 'Asked on', answeredOn: 'Answered on', how: 'How' } as const;
const FEW = 2;

/** By their grade, as most are alike; one or two by row. What else a reader may know of them follows. */
export function agencies({ table, grouped, take, below }: LaidOut): readonly Block[] {
  const [contacts, databases] = ['assessment.agencies.contacts', 'assessment.agencies.databases'];
  const asked = new Set(below(contacts).map((path) => path.slice(contacts.length + 1).split('.')[0]));
  const own = asked.size > FEW ? [] : table(contacts, 'Answer of the agency (ERA-2017 5.1), by grade', REPLY, 'Agency');
  const rows = [...grouped(contacts, 'Agencies', 'reply'), ...grouped(databases, 'Database checks', 'reply')];
  for (const path of [...below(contacts), ...below(databases)].filter((one) => /\.(?:askedOn|answeredOn|how)$/u.test(one))) take(path);
  return [...own, ...factsOf(...rows)];
}

interface Look {
  readonly label: string;
  readonly answer: string;
  readonly noted: string;
}

/** Kinds of place of one answer stand together, each with its note. */
function looks(all: readonly Look[], terms: Readonly<Record<string, string>>): readonly FactRow[] {
  return Object.entries(terms).flatMap(([answer, words]) => {
    const named = all.filter((one) => one.answer === answer).map(({ label, noted }) => (noted === '' ? label : `${label} (${noted.replace(/[.;]+$/u, '')})`));
    return named.length === 0 ? [] : [row(words, named.join('; '))];
  });
}

const labelOf = (id: string): string => (isCategoryId(id) ? categoryOf(id).plural : id);
const joined = (...parts: readonly unknown[]): string => parts.map(stringOf).filter((part) => part.trim() !== '').join(', ');

export function physicalCheck({ take, said, paragraph, table, below, keys }: LaidOut): readonly Block[] {
  const start = 'assessment.physicalCheck.visits';
  const visits = keys(start).flatMap((at) => {
    const visit = `${start}.${at}`;
    const on = take(`${visit}.on`);
    const when = joined(on === undefined ? 'Day not given' : dayPhrase(stringOf(on)), [stringOf(take(`${visit}.from`)), stringOf(take(`${visit}.to`))].filter(Boolean).join(' to '), take(`${visit}.byRole`));
    const seen = keys(`${visit}.looked`).map((id): Look => {
      take(`${visit}.looked.${id}.at`);
      return { label: labelOf(id), answer: stringOf(take(`${visit}.looked.${id}.answer`)), noted: stringOf(take(`${visit}.looked.${id}.note`)).trim() };
    });
    for (const path of below(`${visit}.sites`).filter((one) => /\.(?:at|point\.\w+)$/u.test(one))) take(path);
    return [
      ...factsOf(
        row(`Visit ${String(Number(at) + 1)}`, when, 'fact'), ...said(`${visit}.inPairs`, 'In pairs', 'fact'), ...said(`${visit}.secondRole`, 'With', 'fact'),
        ...said(`${visit}.outcome`, 'What came of it', 'fact'), ...said(`${visit}.whyNot`, 'Why not', 'fact'), ...said(`${visit}.whyNotNote`, 'Why not, in words', 'fact'),
        ...said(`${visit}.schoolRun.walked`, 'Walked at school-run time', 'fact'), ...said(`${visit}.schoolRun.seen`, 'Seen then', 'fact'), ...looks(seen, LOOKS),
      ),
      ...table(`${visit}.sites`, 'Places that the map lists, and what was met', { listed: 'What the map says', found: 'What the visit says', where: 'Where', note: 'Note' }),
    ];
  });
  return [
    ...visits, ...paragraph('assessment.physicalCheck.risks.community', 'Risks to the community', 'assessment'), ...paragraph('assessment.physicalCheck.risks.person', 'Risks to the person', 'assessment'),
    ...paragraph('assessment.physicalCheck.risks.staff', 'Risks to staff', 'assessment'),
  ];
}
