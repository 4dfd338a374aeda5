import { agencyDeadline, nextDeadline } from '@/record';
import type { Deadline } from '@/rules';
import { describe, expect, it } from 'vitest';

const due = (id: string, dueOn: string | null = '2026-12-03', ruledOn = true): Deadline => ({
  id, for: id, kind: 'clearWorkingDays', limitDays: 7, countedFrom: null, firstDueOn: dueOn, dueOn, extension: null, days: [], unknown: dueOn === null ? { reason: 'unanswered', say: '' } : null, ruledOn, clauses: [],
});

describe('the next deadline', () => {
  it('is the earliest that is ruled on, counted and not answered yet', () => {
    const deadlines = [due('ownNotification', '2026-03-01', false), due('initialEra', '2026-03-12'), due('agency.nhs', '2026-03-05'), due('solo', '2026-03-06'), due('release', null)];
    expect(nextDeadline(deadlines, [])?.id).toBe('agency.nhs');
    expect(nextDeadline(deadlines, ['agency.nhs'])?.id).toBe('solo');
    expect(nextDeadline([due('release', null)], [])).toBeNull();
  });
});

describe('the deadline of an agency', () => {
  const shared = [due('initialEra'), due('solo'), due('otherAgencies')];

  it('is its own where it has one, else the one that it shares', () => {
    const own = due('agency.education');
    expect(agencyDeadline('education', [...shared, own])).toBe(own);
    expect(agencyDeadline('education', shared)?.id).toBe('otherAgencies');
    expect(agencyDeadline('solo', shared)?.id).toBe('solo');
  });

  it('is that of the annual review where one runs', () => {
    expect(agencyDeadline('solo', [...shared, due('annualReview')])?.id).toBe('annualReview');
  });

  it('is none where no clock runs', () => {
    expect(agencyDeadline('police', [due('release')])).toBeNull();
  });
});
