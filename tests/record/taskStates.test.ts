import { recordState, taskStates } from '@/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf, CONDUCTED, NOT_CONDUCTED, PERSON } from '../cases/caseFile';
import { TASK_CASES } from '../cases/tasks';
import { anyCase } from './anyCase';

describe('taskStates', () => {
  it.each(TASK_CASES.map((one) => [one.name, one] as const))('%s', (_name, { task, from, change, rest, state, missing }) => {
    const found = taskStates(caseOf(change ? change(from) : from, rest))[task];
    expect(found.state).toBe(state);
    if (missing) expect(found.missing.map(({ field }) => field)).toEqual(missing);
  });

  it('says so where sites were begun before it was decided not to conduct, and keeps them', () => {
    const begun = { ...NOT_CONDUCTED, surroundings: CONDUCTED.surroundings };
    expect(taskStates(caseOf(begun)).sites.note).toMatch(/kept/);
    expect(taskStates(caseOf(NOT_CONDUCTED)).sites.note).toBeNull();
  });

  it('says on which day a decision ran out', () => {
    expect(taskStates(caseOf(NOT_CONDUCTED, { today: '2026-09-01' })).conduct.missing).toEqual([{ field: 'conduct.reopenOn', say: 'The decision ran out on 1 September 2026: decide again.' }]);
  });

  it('is never done, nor not needed, with something missing, and never open with nothing missing', () => {
    fc.assert(fc.property(anyCase, (file) => Object.values(taskStates(file)).every(({ state, missing }) =>
      (state === 'done' || state === 'notNeeded') === (missing.length === 0))), { numRuns: 400 });
  });

  it('says in a sentence what to do for everything that is missing', () => {
    fc.assert(fc.property(anyCase, (file) => Object.values(taskStates(file)).flatMap(({ missing }) => missing).every(({ field, say }) => field !== '' && /\.$/.test(say))), { numRuns: 400 });
  });
});

describe('recordState', () => {
  it('is complete when every task is done or not needed', () => {
    expect(recordState(caseOf(CONDUCTED))).toEqual({ state: 'complete', departure: false });
    expect(recordState(caseOf(NOT_CONDUCTED))).toEqual({ state: 'complete', departure: true });
  });

  it('is in progress with one task open', () => {
    expect(recordState(caseOf(CONDUCTED, { person: { ...PERSON, level: null } })).state).toBe('inProgress');
  });

  it('is in progress again on the day on which a decision not to conduct runs out', () => {
    expect(recordState(caseOf(NOT_CONDUCTED, { today: '2026-09-01' }))).toEqual({ state: 'inProgress', departure: true });
  });

  it('is no departure where the standard leaves it to the agencies, or does not know', () => {
    expect(recordState(caseOf({ ...NOT_CONDUCTED, trigger: { ...NOT_CONDUCTED.trigger, kind: 'personChanged' } })).departure).toBe(false);
    expect(recordState(caseOf(NOT_CONDUCTED, { person: { ...PERSON, registered: null } })).departure).toBe(false);
  });
});
