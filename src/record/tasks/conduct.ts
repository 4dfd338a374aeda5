import { type ConductDecision, decide } from '@/rules';
import { type ConductChoice, dayInWords } from '@/terms';
import { authorityKind, isSignedForAnother } from '../authority';
import type { CaseFileToday } from '../caseFile';
import { dayBegun } from '../days';
import { asksAuthority } from '../departures';
import { isReopened } from '../due';
import { conductFacts } from '../facts';
import type { Assessment } from '../schema/assessment';
import { isBlank, missingFrom, type Missing } from './missing';

/** Wholly or in part; null: nobody has decided. */
export function eraIsConducted({ conduct: { decision } }: Pick<Assessment, 'conduct'>): boolean | null {
  return decision === null ? null : decision === 'conducted' || decision === 'notInFull';
}

/** 'A. Bell, sergeant' and 'a. bell (SOPU)' are the same officer. */
const nameOf = (officer: string) => (officer.split(/[,(;]/)[0] ?? '').trim().toLowerCase();

const AUTHORISES: Readonly<Record<Exclude<ConductChoice, 'conducted'>, string>> = {
  notInFull: 'Name the second officer who authorises that the ERA is not conducted in full.',
  notConducted: 'Name the second officer who authorises that no ERA is conducted.',
  reviewNotDone: 'Name the second officer who authorises that the annual review is not done.',
};

function authorityMissing(assessment: Assessment, say: string, today: string): Missing[] {
  const { conduct, startedBy } = assessment;
  const { authority = null } = conduct;
  const kind = authorityKind(conduct);
  return missingFrom([
    [isSignedForAnother(assessment), 'conduct.authority', 'The decision was changed after the second officer signed it: have it signed again.'],
    [authority?.by === 'self' && isBlank(authority.reason), 'conduct.authority.reason', 'Say why no second officer answers for it.'],
    [kind === null, 'conduct.authority', say],
    [kind === 'typed' && nameOf(conduct.authorisedBy) === nameOf(startedBy), 'conduct.authorisedBy', 'Name another officer: the one who began this assessment cannot authorise it as well.'],
    [kind !== null && conduct.authorisedOn === null, 'conduct.authorisedOn', 'Enter the date on which it was authorised.'],
    [conduct.authorisedOn !== null && conduct.authorisedOn > today, 'conduct.authorisedOn', 'Enter a date of authority that is not in the future.'],
  ]);
}

/** It does not last: from its day on the question is open again. */
function reopenMissing({ conduct, ...assessment }: Assessment, today: string): Missing[] {
  const { reopenOn } = conduct;
  const tooEarly = reopenOn !== null && reopenOn <= dayBegun(assessment);
  return missingFrom([
    [reopenOn === null, 'conduct.reopenOn', 'Enter the date on which the question is opened again.'],
    [tooEarly, 'conduct.reopenOn', 'Enter a date for opening the question again that lies after this assessment was begun.'],
    [!tooEarly && isReopened(conduct, today), 'conduct.reopenOn', `The decision ran out on ${dayInWords(reopenOn ?? today)}: decide again.`],
  ]);
}

/** Of a choice that leaves the ERA or the review out, wholly or in part. */
function leftOutMissing(file: CaseFileToday, choice: Exclude<ConductChoice, 'conducted'>): Missing[] {
  const { assessment, today } = file;
  const { partsLeftOut, leftOutWhat, ground } = assessment.conduct;
  return [
    ...missingFrom([
      [choice === 'notInFull' && partsLeftOut.length === 0, 'conduct.partsLeftOut', 'Choose which parts are left out.'],
      [choice === 'notInFull' && isBlank(leftOutWhat), 'conduct.leftOutWhat', 'Say what exactly is left out.'],
      [ground === null, 'conduct.ground', 'Choose the ground.'],
    ]),
    ...(asksAuthority(file) ? authorityMissing(assessment, AUTHORISES[choice], today) : []),
    ...reopenMissing(assessment, today),
  ];
}

/** The review of a year: by the event, or because a year is past. */
export function isYearlyReview({ trigger }: Pick<Assessment, 'trigger'>, { criteria }: ConductDecision): boolean {
  return trigger.kind === 'annualReview' || criteria.some(({ criterion: { id }, answer }) => id === 'reviewDue' && answer.is === 'met');
}

export function conductMissing(file: CaseFileToday): Missing[] {
  const { person, assessment } = file;
  const { conduct } = assessment;
  const choice = conduct.decision;
  const decision = decide(conductFacts(person, assessment), file.protocol);
  const { stop } = decision;
  return [
    ...missingFrom([
      [choice === null, 'conduct.decision', 'Decide whether an ERA is conducted.'],
      [stop !== null && eraIsConducted(assessment) === true, 'conduct.decision', stop === null ? '' : `${stop.why} ${stop.turnTo}`],
      [choice === 'reviewNotDone' && !isYearlyReview(assessment, decision), 'conduct.decision', "Choose 'not conducted' instead: the event is no annual review, and none is known to be due."],
      [isBlank(conduct.rationale), 'conduct.rationale', 'Write the rationale.'],
      [isBlank(conduct.otherWay), 'conduct.otherWay', 'Say what points the other way.'],
      [choice !== null && isBlank(conduct.reliedOn), 'conduct.reliedOn', choice === 'conducted' ? 'Say what is relied on: what is known already.' : 'Say what is relied on instead.'],
      [choice !== null && isBlank(conduct.interimControls), 'conduct.interimControls', choice === 'conducted' ? 'Say what holds until the ERA is done.' : 'Say what controls hold meanwhile.'],
    ]),
    ...(choice === null || choice === 'conducted' ? [] : leftOutMissing(file, choice)),
  ];
}
