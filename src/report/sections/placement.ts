import { asksTonight, FOLLOW_UPS, releaseAsked, releaseDaysBefore } from '@/record';
import { dayInWords, HOUSEHOLD, INTERIM_ANSWERS, INTERIM_CHECKS, type InterimCheckId, momentInWords, RELEASE_DAYS, RELEASE_KINDS, RELEASE_TOLD, type ReleaseToldId, RUN_BY_STAFF, RUN_PLACE, SETTINGS, TAKEN_OVER, TELLING, YES_NO_UNKNOWN } from '@/terms';
import { dayPhrase } from '../dates';
import type { Block, Section } from '../document';
import type { RecordRequest } from '../request';
import { facts, given, row, termOf, text } from '../words';

const answersOf = <T extends string>(terms: Readonly<Record<T, string>>, answers: Readonly<Record<T, keyof typeof YES_NO_UNKNOWN | null>>) =>
  (Object.entries(terms) as [T, string][]).map(([id, words]) => row(words, termOf(YES_NO_UNKNOWN, answers[id]), 'reported'));

function releaseBlocks({ assessment }: RecordRequest): Block[] {
  const release = releaseAsked(assessment);
  if (release === null) return [];
  const { kind, day, mayMove, from, returnsOn, host, hostAgrees, told, condition, conditionSays, ifNone } = release;
  const before = releaseDaysBefore(assessment);
  return [
    facts(
      row('Release or home leave', termOf(RELEASE_KINDS, kind), 'fact'), row('From', given(from), 'fact'), row('Day', dayPhrase(assessment.clocks.releaseOn), 'reported'), row('How sure the day is', termOf(RELEASE_DAYS, day), 'reported'),
      ...(kind === 'homeLeave' ? [row('Back on', dayPhrase(returnsOn), 'reported'), row('Host, by role', given(host), 'fact'), row('The host agrees', termOf(YES_NO_UNKNOWN, hostAgrees), 'reported')] : []),
      ...(assessment.addressKind === 'none' ? [row('Address', 'None yet', 'fact')] : []),
    ),
    ...(mayMove.trim() === '' ? [] : [text('How the day may move', mayMove, 'reported')]),
    ...(before.length === 0 ? [] : [{ kind: 'list', items: before.map(({ on, until, by }) => `The day stood at ${dayInWords(on)} until ${momentInWords(until)} (changed by ${by}).`) } as const]),
    { kind: 'table', caption: 'Who is told (Steading’s own list)', columns: ['Whom', 'Answer', 'By whom and when, or why not'], rows: (Object.keys(RELEASE_TOLD) as ReleaseToldId[]).map((id) => [RELEASE_TOLD[id], termOf(TELLING, told[id].answer), given(told[id].note)]) },
    facts(row('A condition speaks of where the person lives', termOf(YES_NO_UNKNOWN, condition), 'reported')),
    // Its words may tell whom it keeps somebody from (digest, harm 1).
    ...(condition === 'yes' ? [text('What it asks of where the person lives (for Responsible Authorities only)', conditionSays, 'reported')] : []),
    ...(ifNone.trim() === '' ? [] : [text('If there is no address by that day', ifNone, 'assessment')]),
  ];
}

/** Empty of a record that was begun before it was asked. */
export function placementSections(request: RecordRequest): Section[] {
  const { assessment } = request;
  const { placement } = assessment;
  if (placement === undefined) return [];
  const { setting, settingNote, tonight, run, boundary, household } = placement;
  const slept: Block[] = !asksTonight(assessment) ? [] : [
    facts(row('Slept in before the full ERA', termOf({ yes: 'Yes', no: 'No' }, tonight.needed), 'fact'), ...(tonight.movesOnBy === null ? [] : [row('Can stay until', dayPhrase(tonight.movesOnBy), 'reported')])),
    ...(tonight.needed !== 'yes' ? [] : [
      { kind: 'table', caption: 'Checked at once, before the full ERA (Steading’s own list)', columns: ['Check', 'Answer', 'Note'], rows: (Object.keys(INTERIM_CHECKS) as InterimCheckId[]).map((id) => [INTERIM_CHECKS[id], termOf(INTERIM_ANSWERS, tonight.checks[id].answer), given(tonight.checks[id].note)]) } as const,
      text('What holds until the full ERA is done', tonight.holds, 'assessment'),
      facts(row('Agreed by', given(tonight.agreedBy), 'fact'), row('Agreed on', dayPhrase(tonight.agreedOn), 'fact')),
    ]),
  ];
  const ofPlace: Block[] = setting === null || !RUN_BY_STAFF.has(setting) ? [] : [
    facts(
      ...answersOf(RUN_PLACE, run.answers), row('Source', given(run.source), 'fact'), row('Known on', dayPhrase(run.knownOn), 'fact'),
      row('The manager is told', termOf(FOLLOW_UPS, run.managerTold.decision), 'assessment'), ...(run.managerTold.decision === 'made' ? [row('Told: whom', given(run.managerTold.to), 'fact'), row('Told: on', dayPhrase(run.managerTold.on), 'fact')] : []),
    ),
    text('Why the manager is told, or not', run.managerTold.why, 'assessment'),
  ];
  return [{
    id: 'placement', heading: 'Kind of case',
    blocks: [
      facts(row('Kind of place', termOf(SETTINGS, setting), 'fact'), ...(settingNote.trim() === '' ? [] : [row('In words', settingNote, 'fact')])),
      ...releaseBlocks(request), ...slept, ...ofPlace,
      ...(Object.values(household).every((answer) => answer === null) ? [] : [facts(...answersOf(HOUSEHOLD, household))]),
      facts(
        row('Moves from one area to another', termOf({ yes: 'Yes', no: 'No' }, boundary.crosses), 'fact'),
        ...(boundary.crosses !== 'yes' ? [] : [
          row('From', given(boundary.from), 'fact'), row('To', given(boundary.to), 'fact'), row('Told in the other area', given(boundary.toldWhom), 'fact'), row('Told on', dayPhrase(boundary.toldOn), 'fact'), row('Taken over', termOf(TAKEN_OVER, boundary.takenOver), 'reported'),
        ]),
      ),
    ],
  }];
}
