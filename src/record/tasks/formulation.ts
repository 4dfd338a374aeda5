import { FRAME_PARTS, type FramePart } from '@/terms';
import type { CaseFileToday } from '../caseFile';
import { dealingOf, dealtState, findingsOf } from '../findings/findingsOf';
import { noFormulation } from '../schema/formulation';
import { leftOpen } from '../signOff/rounds';
import { isBlank, missingFrom, type Missing } from './missing';

const list = (texts: readonly string[]): string => texts.map((one) => one.replace(/\.$/u, '')).join('; ');

/** Every finding is dealt with: a measure with its owner and day, or a reason; or the manager has signed why it is left open. Then the formulation itself, in words. */
export function formulationMissing(file: CaseFileToday): Missing[] {
  const { assessment } = file;
  const { frame } = assessment.formulation ?? noFormulation;
  const found = findingsOf(file);
  const accounted = leftOpen(assessment);
  const inState = (wanted: ReturnType<typeof dealtState>) => found.filter((finding) => dealtState(assessment, finding) === wanted && accounted.get(finding.key) !== finding.text);
  const [open, changed] = [inState('open'), inState('changed')].map((some) => some.map(({ text }) => text));
  const blank = (Object.keys(FRAME_PARTS) as FramePart[]).filter((id) => isBlank(frame[id]));
  return [
    ...missingFrom([
      [open !== undefined && open.length > 0, 'formulation.dealings', `Say what is done about: ${list(open ?? [])}.`],
      [changed !== undefined && changed.length > 0, 'formulation.dealings', `These read otherwise than when it was said what is done about them; say it again: ${list(changed ?? [])}.`],
    ]),
    ...found.flatMap(({ key, text }) => {
      const { how, what, owner, dueOn, reason } = dealingOf(assessment, key);
      const [field, name] = [`formulation.dealings.${key}`, text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text.replace(/\.$/u, '')];
      return missingFrom([
        [how === 'measure' && isBlank(what), `${field}.what`, `${name}: write the measure.`],
        [how === 'measure' && isBlank(owner), `${field}.owner`, `${name}: say who does it, by role.`],
        [how === 'measure' && dueOn === null, `${field}.dueOn`, `${name}: enter the day by which it is done.`],
        [how !== null && how !== 'measure' && isBlank(reason), `${field}.reason`, `${name}: give the reason.`],
      ]);
    }),
    ...missingFrom([[blank.length > 0, 'formulation.frame', `Write the risk formulation: ${blank.map((id) => FRAME_PARTS[id].label.toLowerCase()).join('; ')}. ‘Not known yet’ with its reason is an answer.`]]),
  ];
}
