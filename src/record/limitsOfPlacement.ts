import { INTERIM_CHECKS, type InterimCheckId, RELEASE_TOLD, type ReleaseToldId, RUN_PLACE, type RunPlaceId } from '@/terms';
import type { May } from './handOver/pick';
import type { Assessment } from './schema/assessment';
import { asksRunPlace, asksTonight } from './tasks/placement';
import { releaseAsked } from './tasks/release';

const named = (lead: string, names: readonly string[]): string[] => (names.length === 0 ? [] : [`${lead}: ${names.join('; ')}.`]);
const bare = (question: string): string => question.replace(/\?$/u, '');

function limitsOfRelease(assessment: Assessment, may: May): readonly string[] {
  const release = releaseAsked(assessment);
  if (release === null) return [];
  const { kind, day, told, condition, hostAgrees } = release;
  const own = (field: string) => may(`assessment.placement.release.${field}`);
  const what = kind === 'homeLeave' ? 'home leave' : 'release';
  return [
    ...(own('day') && day === 'notKnown' ? [`The day of the ${what} was not known.`] : []), ...(own('day') && day === 'mayMove' ? [`The day of the ${what} may move.`] : []),
    ...(own('kind') && assessment.addressKind === 'none' ? [`No address was identified for the ${what}.`] : []),
    ...named(`Not told of the ${what} yet`, (Object.keys(RELEASE_TOLD) as ReleaseToldId[]).filter((id) => own('told') && told[id].answer === 'toTell').map((id) => RELEASE_TOLD[id])),
    ...(own('condition') && condition === 'unknown' ? ['Whether a condition of a licence or order speaks of where the person lives was not known.'] : []),
    ...(own('hostAgrees') && kind === 'homeLeave' && hostAgrees !== 'yes' ? [hostAgrees === 'no' ? 'The host of the home leave does not agree to it.' : 'Whether the host of the home leave agrees was not known.'] : []),
  ];
}

/** What was not checked before the person slept there, what nobody knows of a place with staff, and another area that has not taken the case over. */
export function limitsOfPlacement(assessment: Assessment, may: May): readonly string[] {
  const { placement } = assessment;
  if (placement === undefined) return [];
  const { tonight: { needed, checks }, run: { answers, managerTold }, boundary } = placement;
  const slept = may('assessment.placement.tonight.checks') && asksTonight(assessment) && needed === 'yes';
  const run = may('assessment.placement.run') && asksRunPlace(assessment);
  return [
    ...limitsOfRelease(assessment, may),
    ...(slept ? named('Slept in before the full ERA; not possible to check at once', (Object.keys(INTERIM_CHECKS) as InterimCheckId[]).filter((id) => checks[id].answer === 'notPossible').map((id) => INTERIM_CHECKS[id])) : []),
    ...(run ? named('Not known of the place', (Object.keys(RUN_PLACE) as RunPlaceId[]).filter((id) => answers[id] === 'unknown').map((id) => bare(RUN_PLACE[id]))) : []),
    ...(run && managerTold.decision === 'notDecided' ? ['Whether the manager of the place is told was not decided yet.'] : []),
    ...(may('assessment.placement.boundary.takenOver') && boundary.crosses === 'yes' && boundary.takenOver !== 'yes' ? ['The case moves from one area to another, and the other area had not taken it over.'] : []),
  ];
}
