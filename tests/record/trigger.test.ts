import { type Assessment, askedOnEvent } from '@/record';
import { EMPTY_PROTOCOL, type Protocol } from '@/rules';
import type { Trigger } from '@/terms';
import { describe, expect, it } from 'vitest';

const PROTOCOL: Protocol = {
  ...EMPTY_PROTOCOL,
  groups: [
    { id: 'young-adult', question: 'Is the person aged 18 to 21?', asksFor: 'must', clause: '2.1', reason: 'Agreed.', onEvents: ['release'] },
    { id: 'always', question: 'Is the tenancy supported?', asksFor: 'must', clause: '2.2', reason: 'Agreed.', onEvents: [] },
  ],
  triggers: [{ id: 'rebuilt', question: 'Is the block rebuilt?', asksFor: 'must', clause: '2.4', reason: 'Agreed.' }],
};

describe('what an event asks besides itself', () => {
  const asked = (kind: Trigger | null, addressKind: Assessment['addressKind'] = 'livedIn') =>
    askedOnEvent({ addressKind, trigger: { kind, occurredOn: null, agency: null, event: '', note: '' } }, PROTOCOL);

  it.each(['initialRegistration', 'newAddress'] as const)('asks nothing before or changed on %s: the address is new by it', (kind) => {
    expect(asked(kind)).toMatchObject({ before: false, changes: false });
  });

  it.each(['annualReview', 'personChanged', 'householdChanged', 'environmentChanged', 'other'] as const)('asks at a home what was done before on %s', (kind) => {
    expect(asked(kind)).toMatchObject({ before: true, changes: true });
    expect(asked(kind, 'proposed').before).toBe(false);
    expect(asked(kind, 'none').before).toBe(false);
  });

  it('asks what was done before on a release wherever it leads, since it may be the first registration', () => {
    expect(asked('release', 'proposed').before).toBe(true);
  });

  it('asks local groups on their events, the others on every event', () => {
    expect(asked('release').local.map(({ id }) => id)).toEqual(['young-adult', 'always', 'rebuilt']);
    expect(asked('annualReview').local.map(({ id }) => id)).toEqual(['always', 'rebuilt']);
    expect(askedOnEvent(null, null).local).toEqual([]);
  });
});
