import { askedOf, type AskedThen, askedThenOf, changesBetween, clockSettings, emptyOffice, parseAssessment, RecordError } from '@/record';
import { canonicalText, currentStandard } from '@/rules';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ADDRESS, CONDUCTED, LOCAL, NOT_IN_FULL, PERSON, TODAY } from '../cases/caseFile';
import { anyCase } from './anyCase';

const idOf = (text: object) => createHash('sha256').update(canonicalText(text)).digest('hex');
function asked(assessment = NOT_IN_FULL, protocol: typeof LOCAL | null = LOCAL): AskedThen {
  const text = currentStandard(protocol);
  return { ...askedOf({ person: PERSON, assessment, settings: clockSettings(emptyOffice), standard: { id: idOf(text), text } }), at: '2026-03-20T10:00:00.000Z' };
}
const onRecord = (value: AskedThen) => ({ ...NOT_IN_FULL, asked: value });

describe('what was asked then', () => {
  it('holds the decision, the departures and the days as they stood, under the whole text', () => {
    const then = asked();
    expect(then.decision.requirement).toBe('must');
    expect(then.departures.map(({ criterionId }) => criterionId)).toEqual(['subsequentAddress', 'physicalCheck']);
    expect(then.deadlines.find(({ id }) => id === 'initialEra')?.dueOn).toBe('2026-03-11');
    expect(then.standard.protocol).toEqual(LOCAL);
    expect(then.reasons.length).toBeGreaterThan(0);
  });

  it('goes on holding while the record is complete, and no longer once an answer is missing or the day it ran to has come', () => {
    const then = asked(NOT_IN_FULL, null);
    const file = { person: PERSON, address: ADDRESS, assessment: onRecord(then) };
    expect(askedThenOf(file, TODAY)).toEqual(then);
    expect(askedThenOf({ ...file, person: { ...PERSON, level: null } }, TODAY)).toBeNull();
    expect(askedThenOf(file, NOT_IN_FULL.conduct.reopenOn ?? '')).toBeNull();
    expect(askedThenOf({ ...file, assessment: NOT_IN_FULL }, TODAY)).toBeNull();
  });

  it('comes back from JSON as it was, and its text still has its address', () => {
    fc.assert(fc.property(anyCase, ({ person, assessment, protocol }) => {
      const text = currentStandard(protocol);
      const then = { ...askedOf({ person, assessment, settings: clockSettings(emptyOffice), standard: { id: idOf(text), text } }), at: '2026-03-20T10:00:00.000Z' };
      const back = parseAssessment(JSON.parse(JSON.stringify({ ...assessment, asked: then }))).asked;
      expect(back).toEqual(then);
      expect(back && idOf(back.standard)).toBe(then.standardId);
    }), { numRuns: 60 });
  });

  it('keeps what a later Steading writes beside it', () => {
    const later = { ...asked(), witness: 'E. Fyfe' };
    expect(parseAssessment(onRecord(later)).asked).toEqual(later);
  });

  it('is refused with its place where it is damaged', () => {
    for (const damaged of [{}, { ...asked(), standard: {} }, { ...asked(), deadlines: 'none' }, { ...asked(), standardId: 'not a hash' }, { ...asked(), at: 'yesterday' }]) {
      expect(() => parseAssessment(onRecord(damaged as AskedThen))).toThrow(RecordError);
    }
  });

  it('is no change by itself; another standard is', () => {
    const [national, local] = [asked(CONDUCTED, null), asked(CONDUCTED)];
    expect(changesBetween({ ...CONDUCTED, asked: null }, { ...CONDUCTED, asked: national })).toEqual([]);
    expect(changesBetween({ ...CONDUCTED, asked: national }, { ...CONDUCTED, asked: { ...national, at: '2026-03-21T10:00:00.000Z', reasons: [] } })).toEqual([]);
    expect(changesBetween({ ...CONDUCTED, asked: national }, { ...CONDUCTED, asked: local })).toEqual([{ path: 'asked.standardId', from: national.standardId, to: local.standardId }]);
  });
});
