import type { Protocol } from '@/rules';
import { HOME_TOPICS, type HomeTopic } from '@/terms';
import { attemptsIn, checkOf, lookedFor, toLookFor, visitsDone } from './physicalCheck';
import type { Assessment } from './schema/assessment';
import { eraIsConducted } from './tasks/conduct';
import { homeVisitNotAsked } from './tasks/homeVisit';

const NO_CHECK = 'This record holds no physical check of the property, which ERA-2017 5.3 asks for once a property has been identified.';

const sentence = (lead: string, names: readonly string[]): string[] => (names.length === 0 ? [] : [`${lead}: ${names.join('; ')}.`]);

/** Schools and nurseries that matter, or of which nobody could say: only then does the time of a visit. */
const asksSchoolRun = ({ judgements }: Assessment): boolean => ['school', 'nursery'].some((id) => judgements[id]?.relevance === 'relevant' || judgements[id]?.relevance === 'cannotSay');

/** What no visit has told. Left out by the conduct decision, that is said there. */
export function limitsOfPhysicalCheck(assessment: Assessment, protocol: Protocol | null): readonly string[] {
  const { physicalCheck } = assessment;
  const attempts = attemptsIn(physicalCheck).length;
  const failed = attempts === 0 ? [] : [`${attempts === 1 ? 'One visit was' : `${attempts} visits were`} tried and not done.`];
  const done = visitsDone(physicalCheck);
  if (done.length === 0) return [NO_CHECK, ...failed];
  const looks = toLookFor(protocol).map(({ id, plural }) => ({ plural, found: lookedFor(physicalCheck, id), check: checkOf(assessment, id) }));
  const couldNot = looks.filter(({ found, check }) => found?.look.answer === 'couldNotCheck' && check?.answer === 'couldNotCheck');
  return [
    'The physical check tells what was seen on its day: what was not seen may be there all the same.',
    ...sentence('Not looked for on the physical check', looks.filter(({ found, check }) => found === null && (check?.answer ?? null) === null).map(({ plural }) => plural)),
    ...sentence('Could not be checked on the physical check', couldNot.map(({ plural, found }) => { const why = found?.look.note.trim().replace(/[.;]+$/u, '') ?? ''; return why === '' ? plural : `${plural} (${why})`; })),
    ...(asksSchoolRun(assessment) && !done.some(({ schoolRun }) => schoolRun.walked === 'yes') ? ['No visit was made at school-run time, though schools or nurseries may matter here.'] : []),
    ...failed,
  ];
}

/** Of a person who lives there: what was not asked at home. */
export function limitsOfHomeVisit(assessment: Assessment): readonly string[] {
  const { homeVisit } = assessment;
  if (homeVisit === undefined || eraIsConducted(assessment) !== true || homeVisitNotAsked({ assessment }) !== null) return [];
  const topics = (wanted: 'notAsked' | null) => (Object.keys(HOME_TOPICS) as HomeTopic[]).filter((topic) => (homeVisit.answers[topic]?.answer ?? null) === wanted).map((topic) => HOME_TOPICS[topic]);
  return [...sentence('Questions of the home visit that nobody has answered yet', topics(null)), ...sentence('Not asked on a home visit', topics('notAsked'))];
}
