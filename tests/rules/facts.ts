import type { ConductFacts } from '@/rules';
import { ADDRESS_KINDS, MAPPA_CATEGORIES, MAPPA_LEVELS, SUPERVISION, TRIGGERS, YES_NO_UNKNOWN } from '@/terms';
import fc from 'fast-check';

const keys = <T extends object>(terms: T) => Object.keys(terms) as (keyof T & string)[];

/** Every value that a fact can take, null among them. */
export const FACT_VALUES: { readonly [F in keyof ConductFacts]: readonly ConductFacts[F][] } = {
  registered: [null, ...keys(YES_NO_UNKNOWN)],
  category: [null, ...keys(MAPPA_CATEGORIES)],
  level: [null, ...keys(MAPPA_LEVELS)],
  supervision: [null, ...keys(SUPERVISION)],
  under18: [null, ...keys(YES_NO_UNKNOWN)],
  trigger: [null, ...keys(TRIGGERS)],
  addressKind: [null, ...keys(ADDRESS_KINDS)],
};

const pick = <F extends keyof ConductFacts>(fact: F) => fc.constantFrom(...FACT_VALUES[fact]);

export const anyFacts: fc.Arbitrary<ConductFacts> = fc.record({
  registered: pick('registered'), category: pick('category'), level: pick('level'), supervision: pick('supervision'),
  under18: pick('under18'), trigger: pick('trigger'), addressKind: pick('addressKind'),
});

const isOpen = (value: string | null) => value === null || value === 'unknown';

/** Facts, and the same facts with every open one answered at random. */
export const factsAndCompletion: fc.Arbitrary<{ before: ConductFacts; after: ConductFacts }> = fc
  .tuple(anyFacts, anyFacts.filter((facts) => !Object.values(facts).some(isOpen)))
  .map(([before, full]) => ({
    before,
    after: Object.fromEntries(Object.entries(full).map(([fact, value]) => {
      const known = before[fact as keyof ConductFacts];
      return [fact, isOpen(known) ? value : known];
    })) as unknown as ConductFacts,
  }));
