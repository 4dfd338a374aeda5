import { emptyAddress, emptyOffice, emptyPerson, NewerRecordError, parseAddress, parseAssessment, parseOffice, parsePerson, RecordError } from '@/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONDUCTED } from '../cases/caseFile';
import { anyAssessment } from './anyCase';

function refusal(act: () => unknown): RecordError {
  try {
    act();
  } catch (error) {
    if (error instanceof RecordError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('guards of stored documents', () => {
  it('take what Steading writes, back from JSON', () => {
    fc.assert(fc.property(anyAssessment, (assessment) => {
      expect(parseAssessment(JSON.parse(JSON.stringify(assessment)))).toEqual(assessment);
    }), { numRuns: 100 });
    expect(parsePerson(emptyPerson)).toEqual(emptyPerson);
    expect(parseAddress(emptyAddress)).toEqual(emptyAddress);
    expect(parseOffice(emptyOffice)).toEqual(emptyOffice);
  });

  it('name the place, as record and as screen, and the reason', () => {
    const error = refusal(() => parsePerson({ ...emptyPerson, level: 'level9' }));
    expect(error).toMatchObject({ path: 'level', field: 'person.level' });
    expect(error.message).toMatch(/^level: .+/);
    expect(refusal(() => parseAssessment({ ...CONDUCTED, conduct: { ...CONDUCTED.conduct, reopenOn: '31 2 2026' } })).path).toBe('conduct.reopenOn');
  });

  it('refuse text that is too long whole, with its limit', () => {
    expect(refusal(() => parseAddress({ ...emptyAddress, text: 'x'.repeat(501) })).reason).toMatch(/500 characters/);
  });

  it('refuse what is no document at all', () => {
    for (const value of [null, 7, 'text', [], {}]) expect(refusal(() => parseOffice(value))).toBeInstanceOf(RecordError);
  });

  it('refuse a newer shape by name, before anything of it is read', () => {
    const error = refusal(() => parseAssessment({ schema: 3 }));
    expect(error).toBeInstanceOf(NewerRecordError);
    expect(error.message).toMatch(/newer Steading .*Update Steading/);
  });

  it('know the newest shape of each document by itself', () => {
    expect(refusal(() => parseAddress({ ...emptyAddress, schema: 3 }))).toBeInstanceOf(NewerRecordError);
  });

  it('refuse a date that the calendar does not have', () => {
    expect(refusal(() => parsePerson({ ...emptyPerson, renewalOn: '2026-02-31' }))).toMatchObject({ field: 'person.renewalOn', reason: expect.stringMatching(/^Enter a date/) as string });
    expect(parsePerson({ ...emptyPerson, renewalOn: '2028-02-29' }).renewalOn).toBe('2028-02-29');
  });

  it('refuse an older or unknown shape without calling it newer', () => {
    expect(refusal(() => parseOffice({ ...emptyOffice, schema: 0 }))).not.toBeInstanceOf(NewerRecordError);
  });
});
