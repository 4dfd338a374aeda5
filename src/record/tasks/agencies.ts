import { CHECK_AGENCIES, type CheckAgencyId } from '@/terms';
import { CHECK_AGENCY_IDS, contactOf, contactsOpen, databasesOf, databasesOpen, isAnswer } from '../agencies';
import type { CaseFileToday } from '../caseFile';
import { type AgencyAnswers, noAgencyAnswers, noReply, type Reply } from '../schema/agencies';
import type { Assessment } from '../schema/assessment';
import { isBlank, missingFrom, type Missing } from './missing';

/** Of any row that somebody has dealt with. */
function rowMissing(field: string, name: string, { reply, askedOn, answeredOn, what, why }: Reply, today: string): Missing[] {
  const answered = isAnswer(reply);
  return missingFrom([
    [reply === 'waiting' && askedOn === null, `${field}.askedOn`, `${name}: enter the day on which it was asked.`],
    [reply !== 'notAsked' && (askedOn ?? '') > today, `${field}.askedOn`, `${name}: enter a day of asking that is not in the future.`],
    [answered && answeredOn === null, `${field}.answeredOn`, `${name}: enter the day of the answer.`],
    [answered && (answeredOn ?? '') > today, `${field}.answeredOn`, `${name}: enter a day of the answer that is not in the future.`],
    [answered && answeredOn !== null && answeredOn < (askedOn ?? ''), `${field}.answeredOn`, `${name}: enter a day of the answer that is not before it was asked.`],
    [reply === 'traceRelevant' && isBlank(what), `${field}.what`, `${name}: say in a sentence what the trace is. No names.`],
    [reply === 'notAsked' && isBlank(why), `${field}.why`, `${name}: say why it is not asked, or does not apply.`],
  ]);
}

/** An answer ends a clock: it does not come before the clock began. */
function clockMissing(id: CheckAgencyId, { reply, answeredOn }: Reply, { clocks, trigger }: Assessment): Missing[] {
  const notifiedOn = trigger.kind === 'annualReview' ? null : trigger.occurredOn;
  const begunOn = clocks.agencies[id]?.startedOn ?? notifiedOn;
  return missingFrom([[isAnswer(reply) && answeredOn !== null && begunOn !== null && answeredOn < begunOn, `agencies.contacts.${id}.answeredOn`, `${CHECK_AGENCIES[id]}: enter a day of the answer that is not before its clock began.`]]);
}

function contactMissing(id: CheckAgencyId, reply: Reply, assessment: Assessment, today: string): Missing[] {
  const [field, name] = [`agencies.contacts.${id}`, CHECK_AGENCIES[id]];
  const answered = isAnswer(reply.reply);
  return [
    ...rowMissing(field, name, reply, today),
    ...missingFrom([
      [answered && reply.how === null, `${field}.how`, `${name}: say how the answer came.`],
      [answered && isBlank(reply.by), `${field}.by`, `${name}: say who answered, by role.`],
    ]),
    ...clockMissing(id, reply, assessment),
  ];
}

/** Nobody has dealt with these. A part that is left out of this ERA is not asked. */
function openMissing(answers: AgencyAnswers, { conduct: { decision, partsLeftOut } }: Assessment): Missing[] {
  const leftOut = (part: 'agencyContacts' | 'databaseChecks') => decision === 'notInFull' && partsLeftOut.includes(part);
  const contacts = leftOut('agencyContacts') ? [] : contactsOpen(answers).map((id) => CHECK_AGENCIES[id]);
  const databases = leftOut('databaseChecks') ? [] : databasesOpen(answers).map(({ label }) => label);
  return missingFrom([
    [contacts.length > 0, 'agencies.contacts', `Ask these agencies, or say why not: ${contacts.join('; ')}.`],
    [databases.length > 0, 'agencies.databases', `Record what these database checks showed, or why they were not done: ${databases.join('; ')}.`],
  ]);
}

/** To wait is an answer, and a limit. Who does a database check is agreed locally (ERA-2017 5.2), so of those neither role nor way is asked. */
export function agenciesMissing({ assessment, today }: CaseFileToday): Missing[] {
  const answers = assessment.agencies ?? noAgencyAnswers;
  return [
    ...openMissing(answers, assessment),
    ...CHECK_AGENCY_IDS.flatMap((id) => contactMissing(id, contactOf(answers, id), assessment, today)),
    ...databasesOf(answers.ownChecks).flatMap(({ id, label }) => rowMissing(`agencies.databases.${id}`, label, answers.databases[id] ?? noReply, today)),
  ];
}
