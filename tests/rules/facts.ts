import { type ConductFacts, FACT_PATHS, factAt, type FactPath, noFacts, type Protocol, withFact } from '@/rules';
import { ADDRESS_KINDS, MAPPA_CATEGORIES, MAPPA_LEVELS, TRIGGERS, type Trigger, YES_NO_UNKNOWN } from '@/terms';
import fc from 'fast-check';
import { askingLocally } from '../cases/conduct';

const AS_OF = ['2026-03-20', '2025-02-28', '2028-02-29'] as const;
/** Within the year, past it and on the very day, for each of the days above. */
const DAYS = ['2026-03-20', '2026-01-05', '2025-03-21', '2025-03-20', '2025-03-19', '2024-02-29', '2024-02-28', '2027-02-28', '2027-03-01', '2020-06-01'];

const open = (terms: object): readonly (string | null)[] => [null, ...Object.keys(terms)];
const LAST = [null, 'never', 'unknown', ...DAYS];
const PLAIN: Readonly<Record<string, readonly (string | null)[]>> = {
  category: open(MAPPA_CATEGORIES), level: open(MAPPA_LEVELS), trigger: open(TRIGGERS), addressKind: open(ADDRESS_KINDS), lastEra: LAST, lastReview: LAST,
};

/** Every value that a fact can take, null among them. */
export const valuesOf = (path: FactPath): readonly (string | null)[] => PLAIN[path] ?? open(YES_NO_UNKNOWN);

const isOpen = (value: string | null) => value === null || value === 'unknown';

const factsOf = (paths: readonly FactPath[], values: (path: FactPath) => readonly (string | null)[]): fc.Arbitrary<ConductFacts> =>
  fc.tuple(fc.constantFrom(...AS_OF), fc.tuple(...paths.map((path) => fc.constantFrom(...values(path)))))
    .map(([asOf, answers]) => paths.reduce((facts, path, index) => withFact(facts, path, answers[index] ?? null), noFacts(asOf)));

const QUESTION_IDS = ['local-a', 'local-b', 'local-c', 'local-d'] as const;
const ALL_PATHS: readonly FactPath[] = [...FACT_PATHS, ...QUESTION_IDS.map((id) => `local.${id}` as const)];

export const anyFacts = factsOf(FACT_PATHS, valuesOf);

export const anyFactsWithLocal = factsOf(ALL_PATHS, valuesOf);

/** Facts in which nothing is open. */
const fullFacts = factsOf(ALL_PATHS, (path) => valuesOf(path).filter((value) => !isOpen(value)));

export interface BeforeAndAfter {
  readonly before: ConductFacts;
  readonly after: ConductFacts;
}

/** The facts at these paths from the one, all others from the other. */
const taking = (paths: readonly FactPath[], from: ConductFacts, rest: ConductFacts) => paths.reduce((facts, path) => withFact(facts, path, factAt(from, path)), rest);

/** Facts, and the same facts with every open one answered. */
export const factsAndCompletion: fc.Arbitrary<BeforeAndAfter> = fc.tuple(anyFactsWithLocal, fullFacts)
  .map(([before, full]) => ({ before, after: taking(ALL_PATHS.filter((path) => isOpen(factAt(before, path))), full, before) }));

/** Facts of which some are open, and the same facts with a single open one answered. */
export const factsAndOneMore: fc.Arbitrary<BeforeAndAfter> = fc
  .tuple(anyFactsWithLocal, fullFacts, fc.subarray([...ALL_PATHS]), fc.oneof(fc.constantFrom<FactPath>('lastEra', 'addressKind', 'registered', 'supervision'), fc.constantFrom(...ALL_PATHS)), fc.boolean())
  .map(([random, full, alsoOpen, path, asked]) => ({
    before: withFact(taking(alsoOpen, random, full), path, asked && valuesOf(path).includes('unknown') ? 'unknown' : null),
    after: withFact(taking(alsoOpen, random, full), path, factAt(full, path)),
  }));

const question = { question: fc.constant('Is it one of ours?'), asksFor: fc.constantFrom('must', 'complyOrExplain', 'discretionary'), clause: fc.constant('2.1'), reason: fc.constant('Agreed here.') } as const;
const events = Object.keys(TRIGGERS) as Trigger[];

/** Small valid protocols that ask the questions which `anyFactsWithLocal` answers. */
export const anyQuestions: fc.Arbitrary<Protocol> = fc.tuple(
  fc.subarray([...QUESTION_IDS]),
  fc.array(fc.record({ ...question, onEvents: fc.oneof(fc.constant([]), fc.subarray(events)) }), { minLength: 2, maxLength: 2 }),
  fc.array(fc.record(question), { minLength: 2, maxLength: 2 }),
).map(([ids, groups, triggers]) => {
  const asked = <T extends object>(list: readonly T[], from: number) => list.map((one, index) => ({ ...one, id: QUESTION_IDS[from + index] ?? '' })).filter(({ id }) => ids.some((taken) => taken === id));
  return askingLocally(asked(groups, 0), asked(triggers, 2));
});
