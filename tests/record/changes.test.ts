import { changesBetween, newStatement, withChange } from '@/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONDUCTED } from '../cases/caseFile';
import { anyAssessment } from './anyCase';
import { applyChanges } from './applyChanges';

const NOTE = { at: '2026-03-20T10:00:00.000Z', by: 'A. Bell', what: 'conduct decision recorded' };

describe('changesBetween', () => {
  it('names the field, what it was and what it is', () => {
    const after = { ...CONDUCTED, conduct: { ...CONDUCTED.conduct, rationale: 'Another.' } };
    expect(changesBetween(CONDUCTED, after)).toEqual([{ path: 'conduct.rationale', from: 'First look at a new address.', to: 'Another.' }]);
  });

  it('names an added place by its id, so that the path stays when others come before it', () => {
    const [site] = CONDUCTED.addedSites;
    if (!site) throw new Error('The case has an added site.');
    const after = { ...CONDUCTED, addedSites: [{ ...site, name: 'Toy shop' }, { ...site, addedId: 'x2' }] };
    expect(changesBetween(CONDUCTED, after).map(({ path }) => path)).toEqual(['addedSites.x1.name', 'addedSites.x2']);
  });

  it('names a statement by its id', () => {
    const statements = [...CONDUCTED.statements.map((one) => ({ ...one, text: 'Another.' })), newStatement('s2')];
    expect(changesBetween(CONDUCTED, { ...CONDUCTED, statements }).map(({ path }) => path)).toEqual(['statements.s1.text', 'statements.s2']);
  });

  it('keeps a dot within a site id apart from the dots of the path', () => {
    const after = { ...CONDUCTED, exceptions: { ...CONDUCTED.exceptions, 'school:1.a': { relevance: null, reason: '' } } };
    expect(changesBetween(CONDUCTED, after).map(({ path }) => path)).toEqual(['exceptions.school:1~1a']);
  });

  it('finds nothing between a document and its copy', () => {
    expect(changesBetween(CONDUCTED, structuredClone(CONDUCTED))).toEqual([]);
  });

  it('leaves the history out', () => {
    expect(changesBetween(CONDUCTED, { ...CONDUCTED, history: [{ ...NOTE, fields: [] }] })).toEqual([]);
  });

  it('finds every change: applied to the first, they give the second', () => {
    fc.assert(fc.property(anyAssessment, anyAssessment, (before, after) => {
      expect(applyChanges(before, changesBetween(before, after))).toEqual(after);
    }), { numRuns: 400 });
  });

  it('control: with one change left out, they do not', () => {
    const after = { ...CONDUCTED, reference: 'ST-2222-22', review: { ...CONDUCTED.review, why: 'Sooner.' } };
    expect(applyChanges(CONDUCTED, changesBetween(CONDUCTED, after))).toEqual(after);
    expect(applyChanges(CONDUCTED, changesBetween(CONDUCTED, after).slice(1))).not.toEqual(after);
  });
});

describe('withChange', () => {
  it('adds officer, time and fields to the history and leaves the document before as it was', () => {
    const fields = [{ path: 'assessment.conduct.rationale', from: 'a', to: 'b' }];
    const after = withChange(CONDUCTED, NOTE, fields);
    expect(after.history).toEqual([{ ...NOTE, fields }]);
    expect(CONDUCTED.history).toEqual([]);
  });

  it('adds nothing where nothing changed', () => {
    expect(withChange(CONDUCTED, NOTE, [])).toBe(CONDUCTED);
  });
});
