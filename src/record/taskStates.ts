import { carriedOpen } from './carried';
import type { CaseFileToday } from './caseFile';
import { isDeparture } from './departures';
import type { TaskId } from './schema/assessment';
import { TASK_IDS } from './schema/assessment';
import { agenciesMissing } from './tasks/agencies';
import { childrenMissing } from './tasks/children';
import { conductMissing, eraIsConducted } from './tasks/conduct';
import { formulationMissing } from './tasks/formulation';
import { homeVisitMissing, homeVisitNotAsked } from './tasks/homeVisit';
import { isBegun, type Missing, missingFrom } from './tasks/missing';
import { outcomeMissing } from './tasks/outcome';
import { placementMissing } from './tasks/placement';
import { physicalCheckMissing, physicalCheckNotAsked } from './tasks/physicalCheck';
import { propertyMissing } from './tasks/property';
import { addressMissing, personMissing, reviewMissing } from './tasks/plainTasks';
import { sitesMissing } from './tasks/sites';
import { triggerMissing } from './tasks/trigger';

export interface TaskState {
  readonly state: 'notStarted' | 'inProgress' | 'done' | 'notNeeded';
  /** Empty unless the task is wanted and not done. */
  readonly missing: readonly Missing[];
  /** What a reader of the list should know besides; null: nothing. */
  readonly note: string | null;
}

interface Task {
  readonly missing: (file: CaseFileToday) => readonly Missing[];
  /** The part of the case in which any answer means that the task was begun; undefined: the record was begun before Steading asked for it. */
  readonly part: (file: CaseFileToday) => unknown;
  readonly onlyIfConducted?: true;
  /** Why this case does not ask for it; null: it does. */
  readonly notAsked?: (file: CaseFileToday) => string | null;
}

const TASKS: Readonly<Record<TaskId, Task>> = {
  address: { missing: addressMissing, part: ({ address: { text, flat, floor, postcode, uprn, position }, assessment }) => [text, flat, floor, postcode, uprn, position, assessment.addressKind] },
  person: { missing: personMissing, part: ({ person: { schema: _, ...answers } }) => answers },
  trigger: { missing: triggerMissing, part: ({ assessment: { trigger, changes, lastEra, lastReview, local, clocks } }) => [trigger, changes, lastEra, lastReview, local, clocks] },
  placement: { missing: placementMissing, part: ({ assessment: { placement } }) => placement && [placement.setting, placement.tonight, placement.run, placement.boundary, placement.release] },
  conduct: { missing: conductMissing, part: ({ assessment }) => assessment.conduct },
  property: { missing: propertyMissing, part: ({ assessment: { property, neighbours, othersOfConcern } }) => property && [property, neighbours, othersOfConcern], onlyIfConducted: true },
  children: { missing: childrenMissing, part: ({ assessment: { children, statements, placement } }) => [children, statements, placement?.household] },
  homeVisit: { missing: homeVisitMissing, part: ({ assessment }) => assessment.homeVisit, onlyIfConducted: true, notAsked: homeVisitNotAsked },
  physicalCheck: { missing: physicalCheckMissing, part: ({ assessment }) => assessment.physicalCheck, onlyIfConducted: true, notAsked: physicalCheckNotAsked },
  sites: { missing: sitesMissing, part: ({ assessment: { surroundings, judgements, exceptions, addedSites, splits, checks } }) => [surroundings, judgements, exceptions, addedSites, splits, checks], onlyIfConducted: true },
  agencies: { missing: agenciesMissing, part: ({ assessment: { agencies } }) => agencies && [agencies.contacts, agencies.databases], onlyIfConducted: true },
  formulation: { missing: formulationMissing, part: ({ assessment }) => assessment.formulation, onlyIfConducted: true },
  outcome: { missing: outcomeMissing, part: ({ assessment: { outcome, views } }) => [outcome, views], onlyIfConducted: true },
  review: { missing: reviewMissing, part: ({ assessment }) => assessment.review },
};

/** A part that a review took over is no answer before somebody has looked at it again. */
function carriedMissing(id: TaskId, { assessment }: CaseFileToday): readonly Missing[] {
  const open = carriedOpen(assessment).some((part) => part === id);
  return missingFrom([[open, `carried.parts.${id}`, `Taken over from ${assessment.carried?.reference ?? ''}: look at it, and say that it still holds or change it.`]]);
}

function stateOf(id: TaskId, file: CaseFileToday): TaskState {
  const { missing: missingIn, part, onlyIfConducted, notAsked }: Task = TASKS[id];
  const answers = part(file);
  if (answers === undefined) return { state: 'notNeeded', missing: [], note: 'This record was begun before Steading asked for this.' };
  const begun = isBegun(answers);
  if (onlyIfConducted && eraIsConducted(file.assessment) === false) {
    return { state: 'notNeeded', missing: [], note: begun ? 'Begun before it was decided not to conduct an ERA, or not to do the review. What was entered is kept and printed.' : null };
  }
  const because = notAsked?.(file) ?? null;
  if (because !== null) return { state: 'notNeeded', missing: [], note: because };
  const missing = [...carriedMissing(id, file), ...missingIn(file)];
  return { state: missing.length === 0 ? 'done' : begun ? 'inProgress' : 'notStarted', missing, note: null };
}

/** Computed from the answers each time, never stored; tasks can be done in any order. */
export function taskStates(file: CaseFileToday): Readonly<Record<TaskId, TaskState>> {
  return Object.fromEntries(TASK_IDS.map((id) => [id, stateOf(id, file)])) as Record<TaskId, TaskState>;
}

export interface RecordState {
  readonly state: 'inProgress' | 'complete';
  /** Left out, wholly or in part, although the standard asks for it (must, or comply or explain). */
  readonly departure: boolean;
}

/** The record as a whole, for lists. */
export function recordState(file: CaseFileToday): RecordState {
  const complete = Object.values(taskStates(file)).every(({ state }) => state === 'done' || state === 'notNeeded');
  return { state: complete ? 'complete' : 'inProgress', departure: isDeparture(file) };
}
