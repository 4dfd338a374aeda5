import { currentStandard } from '@/rules';
import { describe, expect, it } from 'vitest';
import { clausesUsed, countsByStatus, notKnown, withStatus } from '../../src/views/parts/standardParts';

const text = currentStandard(null);

describe('the standard by the status of its clauses', () => {
  it('is whole where none is chosen', () => {
    expect(withStatus(text.sections, null)).toBe(text.sections);
  });

  it.each(['confirmed', 'minuted', 'partial', 'open', 'reading'] as const)('shows only clauses that are %s, and no criterion without one', (status) => {
    const criteria = withStatus(text.sections, status).flatMap((section) => section.criteria);
    expect(criteria.length).toBeGreaterThan(0);
    expect(criteria.flatMap(({ clauses }) => clauses).every((clause) => clause.status === status)).toBe(true);
    expect(criteria.every(({ clauses }) => clauses.length > 0)).toBe(true);
  });

  it('has every clause under some status: nothing is left out by filtering', () => {
    const counts = countsByStatus(text);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(clausesUsed(text).length);
  });
});

describe('what is not known', () => {
  it('gathers the clauses that are open, read in part or our reading, and no other', () => {
    const gathered = notKnown(text);
    const statuses = new Set(gathered.map(({ status }) => status));
    expect(statuses).toEqual(new Set(['open', 'partial', 'reading']));
    expect(gathered).toHaveLength(clausesUsed(text).filter(({ status }) => statuses.has(status)).length);
    expect(gathered[0]?.status).toBe('open');
  });

  it('names each clause once, with all that it stands behind', () => {
    const keys = notKnown(text).map(({ document, clause, status, says }) => `${document} ${clause} ${status} ${says}`);
    expect(new Set(keys).size).toBe(keys.length);
    const order = notKnown(text).find(({ says }) => says.includes('prevention order alone'));
    expect(order?.behind).toEqual(['Lead agency: Police Scotland', 'Lead agency: Justice social work']);
  });
});
