import { INTERIM_CHECKS, type InterimCheckId, RUN_BY_STAFF, RUN_PLACE } from '@/terms';
import type { CaseFileToday } from '../caseFile';
import type { Assessment } from '../schema/assessment';
import { noPlacement, type Placement } from '../schema/placement';
import { isBlank, missingFrom, type Missing } from './missing';
import { releaseMissing } from './release';

const placementOf = (assessment: Pick<Assessment, 'placement'>): Placement => assessment.placement ?? noPlacement;

/** Somebody may sleep there before the full ERA is done: the place is temporary, or a release has its day, or it was answered so. */
export function asksTonight(assessment: Pick<Assessment, 'addressKind' | 'trigger' | 'placement'>): boolean {
  const { addressKind, trigger } = assessment;
  return addressKind === 'temporary' || addressKind === 'several' || trigger.kind === 'release' || placementOf(assessment).tonight.needed !== null;
}

export function asksRunPlace(assessment: Pick<Assessment, 'placement'>): boolean {
  const { setting } = placementOf(assessment);
  return setting !== null && RUN_BY_STAFF.has(setting);
}

/** A home of the person's own, or somebody else's: who else is of the household. */
export function asksHousehold(assessment: Pick<Assessment, 'addressKind' | 'placement'>): boolean {
  const { setting } = placementOf(assessment);
  return assessment.addressKind !== 'none' && (setting === 'home' || setting === 'withOthers' || setting === 'other');
}

function tonightMissing({ tonight }: Placement, today: string): Missing[] {
  if (tonight.needed === null) return [{ field: 'placement.tonight.needed', say: 'Say whether the person is to sleep there before the full ERA is done.' }];
  if (tonight.needed === 'no') return [];
  return [
    ...(Object.keys(INTERIM_CHECKS) as InterimCheckId[]).flatMap((id) => {
      const { answer, note } = tonight.checks[id];
      const name = INTERIM_CHECKS[id].split(/[:,(]/u)[0]?.trim() ?? id;
      return missingFrom([
        [answer === null, `placement.tonight.checks.${id}.answer`, `Before tonight, ${name}: done, not possible today, or not needed.`],
        [(answer === 'notPossible' || answer === 'notNeeded') && isBlank(note), `placement.tonight.checks.${id}.note`, `Before tonight, ${name}: say why ${answer === 'notNeeded' ? 'it is not needed' : 'it was not possible'}.`],
      ]);
    }),
    ...missingFrom([
      [isBlank(tonight.holds), 'placement.tonight.holds', 'Say what holds until the full ERA is done.'],
      [isBlank(tonight.agreedBy), 'placement.tonight.agreedBy', 'Say who agreed to it, by role.'],
      [tonight.agreedOn === null, 'placement.tonight.agreedOn', 'Enter the date on which it was agreed.'],
      [(tonight.agreedOn ?? '') > today, 'placement.tonight.agreedOn', 'Enter a date of agreement that is not in the future.'],
    ]),
  ];
}

function runMissing({ run: { answers, source, knownOn } }: Placement, today: string): Missing[] {
  return missingFrom([
    [Object.values(answers).some((answer) => answer === null), 'placement.run.answers', `Answer about the place: ${Object.values(RUN_PLACE).join(' ')} Yes, no or not known.`],
    [isBlank(source), 'placement.run.source', 'Name the source of the answers about the place, by role.'],
    [knownOn === null, 'placement.run.knownOn', 'Enter the date on which that was known of the place.'],
    [(knownOn ?? '') > today, 'placement.run.knownOn', 'Enter a date of the answers about the place that is not in the future.'],
  ]);
}

function managerMissing({ run: { managerTold: { decision, why, to, on } } }: Placement, today: string): Missing[] {
  return missingFrom([
    [decision === null, 'placement.run.managerTold.decision', 'Say whether the manager of the place is told.'],
    [decision !== null && isBlank(why), 'placement.run.managerTold.why', 'Give the reason for telling the manager, or not.'],
    [decision === 'made' && isBlank(to), 'placement.run.managerTold.to', 'Say who was told, by role.'],
    [decision === 'made' && on === null, 'placement.run.managerTold.on', 'Enter the date on which the manager was told.'],
    [decision === 'made' && (on ?? '') > today, 'placement.run.managerTold.on', 'Enter a date of telling the manager that is not in the future.'],
  ]);
}

function boundaryMissing({ boundary: { crosses, from, to, toldOn, toldWhom, takenOver } }: Placement, today: string): Missing[] {
  const crossing = crosses === 'yes';
  return missingFrom([
    [crosses === null, 'placement.boundary.crosses', 'Say whether the case moves from one area to another.'],
    [crossing && isBlank(from), 'placement.boundary.from', 'Name the area that the case comes from.'],
    [crossing && isBlank(to), 'placement.boundary.to', 'Name the area that it goes to.'],
    [crossing && isBlank(toldWhom), 'placement.boundary.toldWhom', 'Say who was told in the other area, by role; or that nobody was told yet.'],
    [crossing && takenOver === null, 'placement.boundary.takenOver', 'Say whether the other area has taken the case over.'],
    [(toldOn ?? '') > today, 'placement.boundary.toldOn', 'Enter a date of telling the other area that is not in the future.'],
  ]);
}

/** Only what the kind of case asks for. An address that is not there yet has no place to ask about. */
export function placementMissing({ assessment, today }: CaseFileToday): Missing[] {
  const placement = placementOf(assessment);
  const { setting, settingNote } = placement;
  const release = releaseMissing(assessment);
  if (assessment.addressKind === 'none') return [...release, ...boundaryMissing(placement, today)];
  return [
    ...missingFrom([
      [setting === null, 'placement.setting', 'Say what kind of place it is.'],
      [setting === 'other' && isBlank(settingNote), 'placement.settingNote', 'Say what kind of place it is, as ‘another kind’ does not.'],
    ]),
    ...release,
    ...(asksTonight(assessment) ? tonightMissing(placement, today) : []),
    ...(asksRunPlace(assessment) ? [...runMissing(placement, today), ...managerMissing(placement, today)] : []),
    ...boundaryMissing(placement, today),
  ];
}
