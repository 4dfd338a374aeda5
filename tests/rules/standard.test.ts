import { CLAUSE_STATUSES, DOCUMENTS, STANDARD } from '@/rules';
import { describe, expect, it } from 'vitest';

describe('the standard as data', () => {
  it('survives a JSON round trip', () => {
    expect(JSON.parse(JSON.stringify(STANDARD))).toStrictEqual(STANDARD);
  });

  it('control: the round trip would catch what is not a literal', () => {
    const withDate = [{ ...STANDARD[0], inForce: { from: new Date(0), to: null } }];
    expect(JSON.parse(JSON.stringify(withDate))).not.toStrictEqual(withDate);
  });

  it('gives every criterion its own id, a question and a date of force', () => {
    expect(new Set(STANDARD.map(({ id }) => id)).size).toBe(STANDARD.length);
    for (const { question, inForce } of STANDARD) {
      expect(question).toMatch(/\?$/);
      expect(inForce.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('gives every clause a document, a status and its own words', () => {
    for (const { id, clauses } of STANDARD) {
      expect(clauses.length, id).toBeGreaterThan(0);
      for (const { document, status, clause, says } of clauses) {
        expect(Object.keys(DOCUMENTS)).toContain(document);
        expect(Object.keys(CLAUSE_STATUSES)).toContain(status);
        expect(clause).not.toBe('');
        expect(says, id).toMatch(/\.$/);
      }
    }
  });
});
