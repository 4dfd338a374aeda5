import { type ConductFacts, FACT_PATHS, factAt, noFacts, withFact } from '@/rules';
import { BEHAVIOURS, CHANGES, ORDERS } from '@/terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsWith } from '../cases/conduct';
import { anyFacts, valuesOf } from './facts';

describe('facts', () => {
  it('begin with no answer to anything', () => {
    const none = noFacts('2026-03-20');
    expect(none).toStrictEqual({
      asOf: '2026-03-20', under18: null, registered: null, category: null, level: null, supervision: null,
      orders: { licence: null, cpoWithSupervision: null, cpoWithoutSupervision: null, shpo: null, sro: null, olderOrder: null },
      behaviours: { thirdPartyContact: null, inciting: null, other: null },
      trigger: null, changes: { person: null, household: null, environment: null }, addressKind: null, lastEra: null, lastReview: null, local: {},
    });
    expect(FACT_PATHS.map((path) => factAt(none, path))).toEqual(FACT_PATHS.map(() => null));
  });

  it('are asked in this order', () => {
    expect(FACT_PATHS).toEqual([
      'under18', 'registered', 'category', 'level', 'supervision',
      'orders.licence', 'orders.cpoWithSupervision', 'orders.cpoWithoutSupervision', 'orders.shpo', 'orders.sro', 'orders.olderOrder',
      'behaviours.thirdPartyContact', 'behaviours.inciting', 'behaviours.other', 'trigger', 'changes.person', 'changes.household', 'changes.environment',
      'addressKind', 'lastEra', 'lastReview',
    ]);
  });

  it('have a path for every answer but the day and the local ones', () => {
    const paths = (facts: ConductFacts) => Object.entries(facts).flatMap(([fact, value]) => (typeof value === 'object' && value !== null ? Object.keys(value).map((id) => `${fact}.${id}`) : [fact]));
    expect([...FACT_PATHS].sort()).toEqual(paths(noFacts('2026-03-20')).filter((path) => path !== 'asOf').sort());
    expect(Object.keys({ ...ORDERS, ...BEHAVIOURS, ...CHANGES }).every((id) => FACT_PATHS.some((path) => path.endsWith(`.${id}`)))).toBe(true);
  });

  it('give back the answer that was put at a path, and leave the others', () => {
    fc.assert(fc.property(anyFacts, fc.constantFrom(...FACT_PATHS), fc.nat(), (facts, path, index) => {
      const values = valuesOf(path);
      const value = values[index % values.length] ?? null;
      const before = structuredClone(facts);
      const after = withFact(facts, path, value);
      expect(factAt(after, path)).toBe(value);
      expect(FACT_PATHS.filter((other) => other !== path).map((other) => factAt(after, other))).toEqual(FACT_PATHS.filter((other) => other !== path).map((other) => factAt(facts, other)));
      expect(withFact(after, path, factAt(facts, path))).toEqual(facts);
      expect(facts).toEqual(before);
    }));
  });

  it('hold local answers by their id, whatever characters it has', () => {
    const facts = withFact(withFact(factsWith({}), 'local.young-adult', 'yes'), 'local.2-1', 'unknown');
    expect(facts.local).toEqual({ 'young-adult': 'yes', '2-1': 'unknown' });
    expect(factAt(facts, 'local.young-adult')).toBe('yes');
    expect(factAt(facts, 'local.nobody-asked')).toBeNull();
    expect(factAt(facts, 'local.constructor')).toBeNull();
  });
});
