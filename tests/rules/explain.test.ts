import { decide, explain, REQUIREMENTS } from '@/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDINARY } from '../cases/conduct';
import { anyFacts } from './facts';

describe('explain', () => {
  it('names the facts that led to the requirement, then the requirement, then who leads', () => {
    expect(explain(ORDINARY).because).toEqual([
      'Subject to SONR: Yes.',
      'Event: First registration (initial notification).',
      'An ERA must be carried out.',
      'Lead agency: Police Scotland, because of Supervision: No statutory supervision, or it has ended.',
    ]);
  });

  it('names the other answers that would change it', () => {
    const { wouldChange } = explain({ ...ORDINARY, addressKind: 'livedIn', trigger: 'personChanged' });
    expect(wouldChange).toContain("If 'Address' were answered 'Proposed: the person does not live there yet': An ERA must be carried out.");
    expect(wouldChange.some((sentence) => sentence.startsWith("If 'Event' were answered 'Annual review"))).toBe(true);
    expect(wouldChange.some((sentence) => sentence.startsWith("If 'MAPPA level'"))).toBe(false);
  });

  it('says what is not known and whom to ask', () => {
    expect(explain({ ...ORDINARY, registered: null }).because.join(' ')).toMatch(/not known yet.*Ask the police/);
  });

  it('says whom to turn to where the adult route stops', () => {
    expect(explain({ ...ORDINARY, under18: 'yes' }).because.join(' ')).toMatch(/^Under 18: Yes\. .*children in need first.*Turn to/);
  });

  it('never offers the present requirement as a change', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const now = `: ${REQUIREMENTS[decide(facts).requirement]}.`;
      return explain(facts).wouldChange.every((sentence) => !sentence.endsWith(now));
    }), { numRuns: 300 });
  });
});
