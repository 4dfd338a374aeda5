import { currentStandard, reconcile } from '@/rules';
import { standardRows } from '@/views/parts/reconcileWords';
import { describe, expect, it } from 'vitest';
import { LOCAL } from '../cases/caseFile';

const rows = (before: Parameters<typeof currentStandard>[0], after: Parameters<typeof currentStandard>[0]) => standardRows(reconcile(currentStandard(before), currentStandard(after)));

describe('what two texts of the standard say differently, in words', () => {
  it('names what is new, what fell away, and both values of what changed', () => {
    const there = rows(null, LOCAL);
    expect(there).toContainEqual(expect.objectContaining({ key: 'criterion young-adult', then: 'Not asked', now: 'New to answer' }));
    expect(there).toContainEqual(expect.objectContaining({ what: expect.stringMatching(/\(the number of days\)$/u) as string, then: '21 days', now: '15 days' }));
    expect(there).toContainEqual(expect.objectContaining({ what: expect.stringMatching(/\(its reason\)$/u) as string, then: 'Nothing said', now: 'Before the meeting.' }));
    expect(rows(LOCAL, null)).toContainEqual(expect.objectContaining({ key: 'prompt school', then: 'Asked', now: 'No longer asked' }));
  });

  it('says terms as the screens say them, and of clauses what the other text does not have', () => {
    const [group] = LOCAL.groups;
    if (group === undefined) throw new Error('The protocol has a group.');
    const changed = rows(LOCAL, { ...LOCAL, groups: [{ ...group, asksFor: 'discretionary', onEvents: ['release'], clause: '2.9' }], prompts: LOCAL.prompts.map((one) => ({ ...one, metres: 500 })) });
    const said = (part: string) => changed.find(({ what }) => what.includes(part));
    expect(said('what it asks for')).toMatchObject({ then: expect.stringContaining('Comply or explain') as string, now: expect.stringContaining('Discretion') as string });
    expect(said('the events')?.now).toBe('Release or home leave');
    expect([said('its clauses')?.then, said('its clauses')?.now]).toEqual([expect.stringContaining('2.1'), expect.stringContaining('2.9')]);
    expect(said('the distance')).toMatchObject({ now: '500 m' });
    expect(new Set(changed.map(({ key }) => key)).size, 'each row has a key of its own').toBe(changed.length);
  });
});
