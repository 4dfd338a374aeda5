import type { CaseFileToday } from '../caseFile';
import { dealtState, findingsOf } from '../findings/findingsOf';
import { NEIGHBOURS_FINDING } from '../findings/ofPeople';
import { TASK_IDS, type TaskId } from '../schema/assessment';
import type { SignOffRound } from '../schema/signOff';
import { taskStates } from '../taskStates';

/** Whether a record can be signed as it stands on record. */
export interface ReadyToSign {
  /** Tasks that are wanted and not done. */
  readonly open: readonly TaskId[];
  /** Findings about which nothing is said, or nothing for how they read today: the manager says why, or they are dealt with first. */
  readonly leftOpen: SignOffRound['leftOpen'];
}

/** Every task is done; findings alone may be left, save nearby households: those are in no signed reading, so that nobody could sign why. */
export function readyToSign(file: CaseFileToday): ReadyToSign {
  const states = taskStates(file);
  const undealt = findingsOf(file).filter((finding) => dealtState(file.assessment, finding) !== 'dealt');
  const isLeft = (id: TaskId) => id === 'formulation' && states[id].missing.every(({ field }) => field === 'formulation.dealings') && undealt.every(({ key }) => key !== NEIGHBOURS_FINDING);
  const wanted = TASK_IDS.filter((id) => states[id].missing.length > 0);
  return {
    open: wanted.filter((id) => !isLeft(id)),
    leftOpen: states.formulation.state === 'notNeeded' ? [] : undealt.map(({ key, text: read }) => ({ key, read })),
  };
}
