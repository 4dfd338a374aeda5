import { CHECK_AGENCIES, NO_RISK_SEEN, type ReplyId, RUN_PLACE } from '@/terms';
import { CHECK_AGENCY_IDS, contactOf, databasesOf } from '../agencies';
import type { CaseFileToday } from '../caseFile';
import { departuresIn } from '../departures';
import type { Reply } from '../schema/agencies';
import type { Assessment } from '../schema/assessment';
import { asksRunPlace, asksTonight } from '../tasks/placement';
import { type Finding, saidYes, sentence, told } from './finding';

const TRACES: Readonly<Partial<Record<ReplyId, string>>> = { traceRelevant: 'a relevant trace', traceUnknown: 'a trace, whose relevance is not known yet' };

function ofReply(key: string, name: string, { reply, what }: Reply): Finding[] {
  const trace = reply === null ? undefined : TRACES[reply];
  return trace === undefined ? [] : [{ key, kind: 'agencies', text: told(`${name}, ${trace}`, what) }];
}

/** A silent agency is a limit of the record, not a finding. A database that says what its agency said is one with it. */
export function ofAgencies({ agencies }: Assessment): readonly Finding[] {
  if (agencies === undefined) return [];
  const contacts = CHECK_AGENCY_IDS.flatMap((id) => ofReply(`agency:${id}`, CHECK_AGENCIES[id], contactOf(agencies, id)));
  const databases = databasesOf(agencies.ownChecks).flatMap(({ id, agency, label }) => {
    const own = agencies.databases[id];
    const isSame = own !== undefined && own.reply === contactOf(agencies, agency).reply && own.what.trim() === contactOf(agencies, agency).what.trim();
    return own === undefined || isSame ? [] : ofReply(`database:${id}`, label, own);
  });
  return [...contacts, ...databases];
}

const RISKS = { community: 'Risks to the community', person: 'Risks to the person', staff: 'Risks to staff' } as const;
const NONE_SEEN = NO_RISK_SEEN.toLowerCase();
const isNoneSeen = (words: string): boolean => ['', NONE_SEEN].includes(words.trim().replace(/\.$/u, '').toLowerCase());

/** ERA-2017 5.3: to the community and to the person; to staff besides. */
export function ofRisks({ physicalCheck }: Assessment): readonly Finding[] {
  return (Object.keys(RISKS) as (keyof typeof RISKS)[]).flatMap((id): Finding[] => {
    const words = physicalCheck?.risks[id] ?? '';
    return isNoneSeen(words) ? [] : [{ key: `risks:${id}`, kind: 'visits', text: told(RISKS[id], words) }];
  });
}

/** That staff are there at night is no finding; that nobody is, is one. */
const OF_PLACE = Object.fromEntries(Object.entries(RUN_PLACE).filter(([id]) => id !== 'nightStaff'));

export function ofPlace(assessment: Assessment): readonly Finding[] {
  const { placement, property } = assessment;
  const lines = (property?.building.sightLines ?? []).filter(({ text }) => text.trim() !== '');
  return [
    ...(asksRunPlace(assessment) ? saidYes('place', 'run', OF_PLACE, placement?.run.answers) : []),
    ...(asksRunPlace(assessment) && placement?.run.answers.nightStaff === 'no' ? [{ key: 'run:nightStaff', kind: 'place', text: 'No staff through the night.' } as const] : []),
    ...(asksTonight(assessment) && placement?.tonight.needed === 'yes' ? [{ key: 'tonight', kind: 'place', text: told('Slept in before the full ERA is done', placement.tonight.holds) } as const] : []),
    ...lines.map(({ addedId, text }): Finding => ({ key: `sightLine:${addedId}`, kind: 'place', text: told('Seen from the building', text) })),
  ];
}

/** Never where, never who (digest, harm 1). */
export const ofConflict = ({ outcome: { victimOrConditionConflict: conflict } }: Assessment): readonly Finding[] =>
  (conflict === 'yes' ? [{ key: 'conflict', kind: 'conflict', text: 'Conflict with a victim or a condition: yes, see ViSOR.' }] : []);

/** The whole clocks alone: an agency's own says what its row says. As counted when this was last put on record. */
const WHOLE = ['initialEra', 'annualReview'];

export function ofClocks({ assessment, today }: Pick<CaseFileToday, 'assessment' | 'today'>): readonly Finding[] {
  const by = assessment.outcome.decidedOn ?? today;
  return (assessment.asked?.deadlines ?? []).filter(({ id, ruledOn }) => ruledOn && WHOLE.includes(id)).flatMap((deadline): Finding[] => {
    const { id, for: whole, firstDueOn, dueOn, extension } = deadline;
    const late = dueOn !== null && dueOn < by ? [`Not decided by ${dueOn}`] : [];
    const longer = extension ? [told(`Longer time was taken, to ${extension.to}`, extension.reason)] : [];
    const words = [...longer, ...late].map(sentence).join(' ');
    return words === '' ? [] : [{ key: `clock:${id}`, kind: 'clocks', text: told(`${whole}, due on ${firstDueOn ?? ''}`, words) }];
  });
}

export const ofDepartures = (file: CaseFileToday): readonly Finding[] =>
  departuresIn(file).map(({ criterionId, question }): Finding => ({ key: `departure:${criterionId}`, kind: 'departures', text: told('The decision departs from what is asked', question) }));
