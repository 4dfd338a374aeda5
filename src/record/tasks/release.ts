import { RELEASE_TOLD, type ReleaseToldId } from '@/terms';
import type { Assessment } from '../schema/assessment';
import type { Release } from '../schema/release';
import { isBlank, missingFrom, type Missing } from './missing';

/** A release or home leave, of a record that was begun since it is asked; null: not asked. */
export function releaseAsked({ trigger, placement }: Pick<Assessment, 'trigger' | 'placement'>): Release | null {
  return trigger.kind === 'release' ? placement?.release ?? null : null;
}

/** Every day on which the release was on record to be, before the one that stands: the oldest first. */
export function releaseDaysBefore({ history }: Pick<Assessment, 'history'>): readonly { readonly on: string; readonly until: string; readonly by: string }[] {
  return history.flatMap(({ at, by, fields }) => fields.flatMap(({ path, from }) => (path === 'assessment.clocks.releaseOn' && typeof from === 'string' ? [{ on: from, until: at, by }] : [])));
}

const TOLD_FAULT = { told: 'say who told them, by role, and when', toTell: 'say who tells them, by role, and by when', notNeeded: 'say why it is not needed' } as const;

function homeLeaveMissing({ day, returnsOn, host, hostAgrees }: Release, leavesOn: string | null): Missing[] {
  return missingFrom([
    [returnsOn === null && day !== 'notKnown', 'placement.release.returnsOn', 'Enter the day on which the person is to be back.'],
    [returnsOn !== null && returnsOn < (leavesOn ?? ''), 'placement.release.returnsOn', 'Enter a day of return that is not before the first day of the leave.'],
    [isBlank(host), 'placement.release.host', 'Say who the host is, by role.'],
    [hostAgrees === null, 'placement.release.hostAgrees', 'Say whether the host agrees: yes, no or not known.'],
  ]);
}

export function releaseMissing(assessment: Assessment): Missing[] {
  const release = releaseAsked(assessment);
  if (release === null) return [];
  const { kind, day, mayMove, from, told, condition, conditionSays, ifNone } = release;
  const { releaseOn } = assessment.clocks;
  return [
    ...missingFrom([
      [kind === null, 'placement.release.kind', 'Say whether it is a release or home leave.'],
      [day === null, 'placement.release.day', 'Say whether the day is set, may move, or is not known yet.'],
      [(day === 'set' || day === 'mayMove') && releaseOn === null, 'clocks.releaseOn', kind === 'homeLeave' ? 'Enter the first day of the leave.' : 'Enter the day of release.'],
      [day === 'mayMove' && isBlank(mayMove), 'placement.release.mayMove', 'Say how the day may move.'],
      [isBlank(from), 'placement.release.from', 'Name the establishment, or say that it is not known.'],
    ]),
    ...(kind === 'homeLeave' ? homeLeaveMissing(release, releaseOn) : []),
    ...(Object.keys(RELEASE_TOLD) as ReleaseToldId[]).flatMap((id) => {
      const { answer, note } = told[id];
      return missingFrom([
        [answer === null, `placement.release.told.${id}.answer`, `${RELEASE_TOLD[id]}: told, still to be told, or not needed.`],
        [answer !== null && isBlank(note), `placement.release.told.${id}.note`, `${RELEASE_TOLD[id]}: ${TOLD_FAULT[answer ?? 'told']}.`],
      ]);
    }),
    ...missingFrom([
      [condition === null, 'placement.release.condition', 'Say whether a condition of a licence or order speaks of where the person lives: yes, no or not known.'],
      [condition === 'yes' && isBlank(conditionSays), 'placement.release.conditionSays', 'Say what the condition asks of where the person lives.'],
      [assessment.addressKind === 'none' && isBlank(ifNone), 'placement.release.ifNone', 'Say what happens if there is no address by that day.'],
    ]),
  ];
}
