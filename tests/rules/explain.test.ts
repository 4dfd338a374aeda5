import { type ConductFacts, decide, reasonsFor, REQUIREMENTS, wouldChange } from '@/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDINARY } from '../cases/conduct';
import { anyFacts } from './facts';

const explained = (facts: ConductFacts) => [...reasonsFor(facts, decide(facts)), ...wouldChange(facts, decide(facts))];
const changes = (facts: ConductFacts) => explained(facts).filter((sentence) => sentence.startsWith('If '));

describe('explain', () => {
  it('names the facts that led to the requirement, then the requirement, then who leads', () => {
    expect(explained(ORDINARY).slice(0, 4)).toEqual([
      'Subject to SONR: Yes.',
      'Event: First registration (initial notification).',
      'An ERA must be carried out.',
      'Lead agency: Police Scotland, because of Supervision: No statutory supervision, or it has ended.',
    ]);
  });

  it('names the other answers that would change it, and no answer that would not', () => {
    const sentences = changes({ ...ORDINARY, addressKind: 'livedIn', trigger: 'personChanged' });
    expect(sentences).toContain("If 'Address' were answered 'Proposed: the person does not live there yet': An ERA must be carried out.");
    expect(sentences.some((sentence) => sentence.startsWith("If 'Event' were answered 'Annual review"))).toBe(true);
    expect(sentences.some((sentence) => sentence.startsWith("If 'MAPPA level'"))).toBe(false);
  });

  it('says that the requirement is not known where it is not', () => {
    expect(explained({ ...ORDINARY, registered: null })).toContain('What the standard asks for is not known yet.');
  });

  it('says whom to turn to where the adult route stops', () => {
    expect(explained({ ...ORDINARY, under18: 'yes' }).join(' ')).toMatch(/^Under 18: Yes\. .*children in need first.*Turn to/);
  });

  it('never offers the present requirement as a change', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const now = `: ${REQUIREMENTS[decide(facts).requirement]}.`;
      return changes(facts).every((sentence) => !sentence.endsWith(now));
    }), { numRuns: 300 });
  });
});
