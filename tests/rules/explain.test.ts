import { type ConductFacts, decide, FACT_PATHS, type FactPath, type Protocol, reasonsFor, REQUIREMENTS, withFact, wouldChange } from '@/rules';
import { factInWords, otherValues, wordsOf } from '@/rules/factWords';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askingLocally, factsWith, ORDINARY, type SomeFacts } from '../cases/conduct';
import { anyFactsWithLocal, anyQuestions } from './facts';

const HOME = { addressKind: 'livedIn', lastEra: '2025-11-03' } as const satisfies SomeFacts;
const OTHER: SomeFacts = { ...HOME, trigger: 'other' };
const OPEN_ORDERS = { licence: 'no', cpoWithSupervision: 'no' } as const;

const reasons = (some: SomeFacts, protocol: Protocol | null = null) => reasonsFor(factsWith(some), decide(factsWith(some), protocol), protocol);
const changes = (some: SomeFacts, protocol: Protocol | null = null) => wouldChange(factsWith(some), decide(factsWith(some), protocol), protocol);
const lastOf = (some: SomeFacts) => reasons(some).at(-1);

const MUST = 'An ERA must be carried out.';
const COMPLY = 'An ERA is carried out, or the reasons for not doing it are fully considered and documented (comply or explain).';
const DISCRETION = "An ERA is the agencies' discretion, case by case.";
const NOT_KNOWN = 'What the standard asks for is not known yet.';
const POLICE = 'Lead agency: Police Scotland, because of Supervision: No, or it has ended.';
const IF_UNDER_18 = "If 'Under 18' were answered 'Yes': The adult standard does not apply.";
const IF_INITIAL = `If 'Event' were answered 'First registration (initial notification)' or 'New address of a registered person': ${MUST}`;
const IF_YEARLY = `If 'Event' were answered 'Annual review (renewal of registration)': ${COMPLY}`;

const QUESTIONS = askingLocally(
  [{ id: 'young-adult', question: 'Is the person aged 18 to 21?', asksFor: 'must', clause: '2.1', reason: 'Agreed here.', onEvents: ['other'] }],
  [{ id: 'rebuilt', question: 'Is the block about to be rebuilt?', asksFor: 'complyOrExplain', clause: '2.4', reason: 'Agreed here.' }],
);

describe('why', () => {
  it.each<readonly [string, SomeFacts, readonly string[]]>([
    ['a later address', { trigger: 'newAddress' }, ['Subject to SONR: Yes.', 'Event: New address of a registered person.', 'Address: Proposed: the person does not live there yet.', MUST, POLICE]],
    ['the ERA that was never done', { ...OTHER, lastEra: 'never' }, ['Subject to SONR: Yes.', 'Event: Something else.', 'Address: Already lived in: own home, family, private let.', 'Last ERA of this address: Never done.', MUST, POLICE]],
    ['the annual review', { ...HOME, trigger: 'annualReview' }, ['Subject to SONR: Yes.', 'Event: Annual review (renewal of registration).', COMPLY, POLICE]],
    ['a year that is past', { ...OTHER, lastEra: '2024-06-10', lastReview: '2025-01-08' }, [
      'Subject to SONR: Yes.', 'Event: Something else.', 'Address: Already lived in: own home, family, private let.', 'Last ERA of this address: 10 June 2024.', 'Last review of it: 8 January 2025.', COMPLY, POLICE,
    ]],
    ['a changed household', { ...HOME, trigger: 'householdChanged', changes: { household: 'yes' } }, ['Subject to SONR: Yes.', 'Event: The household has changed.', 'The household: changed since: Yes.', DISCRETION, POLICE]],
    ['another category', { registered: 'no', category: 'category3', trigger: 'newAddress' }, ['Subject to SONR: No.', 'MAPPA category: Category 3: other risk of serious harm.', DISCRETION, POLICE]],
    ['what is not known, by the fact that it waits for', { ...OTHER, lastEra: 'unknown' }, ['Last ERA of this address: Not known.', NOT_KNOWN, POLICE]],
    ['what is not known, by every fact that it waits for', { registered: null, trigger: null, addressKind: null }, ['Subject to SONR: not answered.', 'Event: not answered.', 'Address: not answered.', NOT_KNOWN, POLICE]],
    ['what is not known, by the answer that contradicts the event', { trigger: 'newAddress', addressKind: 'none' }, ['Address: None yet: no address has been identified.', NOT_KNOWN, POLICE]],
    ['what is not known, and nothing of who leads', { ...OTHER, lastEra: null, category: null }, ['Last ERA of this address: not answered.', NOT_KNOWN, 'Lead agency: not known yet.']],
    ['what is not known, by the category that it waits for', { registered: 'no', category: null, trigger: 'newAddress' }, ['MAPPA category: not answered.', NOT_KNOWN, 'Lead agency: not known yet.']],
    ['what is not known, and not by what is open besides: age, behaviours and the kind of address of an unregistered person', { under18: null, registered: 'no', category: null, trigger: 'newAddress', addressKind: null, behaviours: { thirdPartyContact: null } }, ['MAPPA category: not answered.', NOT_KNOWN, 'Lead agency: not known yet.']],
    ['what is not known, by the change that the event denies, and not by a change that nobody has answered about', { ...HOME, trigger: 'personChanged', changes: { household: null } }, ['Circumstances of the person: changed since: No.', NOT_KNOWN, POLICE]],
    ['what is not known, by the last ERA that was never done and yet reviewed', { ...OTHER, lastEra: 'never', lastReview: '2026-01-05' }, ['Last ERA of this address: Never done.', NOT_KNOWN, POLICE]],
    ['what is not known, and not by the last ERA, where a release without an address may be the first registration', { trigger: 'release', addressKind: 'none', lastEra: null }, ['Event: Release or home leave.', NOT_KNOWN, POLICE]],
    ['a first registration, by no ERA of before', {}, ['Subject to SONR: Yes.', 'Event: First registration (initial notification).', MUST, POLICE]],
    ['the stop, and whom to turn to', { under18: 'yes' }, [
      'Under 18: Yes.', 'The person is under 18: children in need first. The adult route stops here.',
      "Turn to children and families social work, and to the area's child protection procedure and MAPPA procedure for young people.",
    ]],
  ])('%s', (_name, facts, expected) => {
    expect(reasons(facts)).toEqual(expected);
  });

  it.each<readonly [SomeFacts, string]>([
    [{ category: 'category2' }, 'Lead agency: Health board, because of MAPPA category: Category 2: restricted patient.'],
    [{ supervision: 'yes', orders: { licence: 'yes' } }, 'Lead agency: Justice social work, because of Supervision: Yes: under a licence or an order with supervision.'],
    [{ supervision: null, orders: { licence: 'yes', cpoWithSupervision: 'yes' } }, 'Lead agency: Justice social work, because of Licence: Yes.'],
    [{ supervision: 'unknown', orders: { licence: 'unknown', cpoWithSupervision: 'yes' } }, 'Lead agency: Justice social work, because of Community payback or other order with supervision: Yes.'],
    [{ supervision: 'unknown', orders: OPEN_ORDERS }, 'Lead agency: Police Scotland, because of Community payback or other order with supervision: No.'],
    [{ category: null }, 'Lead agency: not known yet.'],
    [{ orders: { licence: 'yes' } }, 'Lead agency: not known yet.'],
  ])('names who leads and by which fact: %j', (facts, sentence) => {
    expect(lastOf(facts)).toBe(sentence);
  });

  it('names the local questions in their own words, after the national facts', () => {
    expect(reasons({ ...OTHER, local: { 'young-adult': 'yes' } }, QUESTIONS)).toEqual(['Event: Something else.', 'Is the person aged 18 to 21?: Yes.', MUST, POLICE]);
    expect(reasons({ ...OTHER, local: { rebuilt: 'yes' } }, QUESTIONS)).toEqual(['Is the block about to be rebuilt?: Yes.', COMPLY, POLICE]);
    expect(reasons({ ...OTHER, registered: null, local: { rebuilt: 'yes' } }, QUESTIONS)).toEqual(['Is the block about to be rebuilt?: Yes.', COMPLY, POLICE]);
    expect(reasons({ trigger: null }, QUESTIONS)).toEqual(['Event: not answered.', 'Is the block about to be rebuilt?: not answered.', NOT_KNOWN, POLICE]);
    expect(reasons({ ...OTHER, local: { 'young-adult': 'no', rebuilt: 'unknown' } }, QUESTIONS)).toEqual(['Is the block about to be rebuilt?: Not known.', NOT_KNOWN, POLICE]);
  });

  it('explains without a protocol where none is given', () => {
    const facts = factsWith({ ...OTHER, local: { 'young-adult': 'yes' } });
    expect(reasonsFor(facts, decide(facts))).toEqual(reasons(OTHER));
    expect(wouldChange(facts, decide(facts))).toEqual(changes(OTHER));
  });
});

describe('what would change it', () => {
  it('is, of a first registration, the age and the yearly review', () => {
    expect(changes({})).toEqual([IF_UNDER_18, IF_YEARLY]);
  });

  it('is, of something else at home, every other answer with what would then be asked for, in the order of the facts', () => {
    expect(changes(OTHER)).toEqual([
      IF_UNDER_18, IF_INITIAL, IF_YEARLY,
      `If 'Address' were answered 'Proposed: the person does not live there yet': ${MUST}`,
      `If 'Last ERA of this address' were answered 'Never done': ${MUST}`,
      `If 'Last ERA of this address' were answered 'more than a year ago': ${COMPLY}`,
    ]);
  });

  it('is, of the annual review, an event that leaves it to the agencies too', () => {
    expect(changes({ ...HOME, trigger: 'annualReview' })).toEqual([
      IF_UNDER_18, IF_INITIAL, `If 'Event' were answered 'Release or home leave' or 'Something else': ${DISCRETION}`,
      `If 'Last ERA of this address' were answered 'Never done': ${MUST}`,
    ]);
  });

  it('is, once a year is past, a review within the year', () => {
    expect(changes({ ...OTHER, lastEra: '2024-06-10' })).toContain(`If 'Last review of it' were answered 'within the last year': ${DISCRETION}`);
  });

  it('is, where it is not known, what each answer would settle', () => {
    expect(changes({ ...OTHER, lastEra: null }).filter((sentence) => sentence.includes('Last'))).toEqual([
      `If 'Last ERA of this address' were answered 'Never done': ${MUST}`,
      `If 'Last ERA of this address' were answered 'within the last year': ${DISCRETION}`,
      `If 'Last ERA of this address' were answered 'more than a year ago': ${COMPLY}`,
    ]);
  });

  it('is, of an unregistered person, registration', () => {
    expect(changes({ registered: 'no', category: 'category2', trigger: 'newAddress' })).toEqual([IF_UNDER_18, `If 'Subject to SONR' were answered 'Yes': ${MUST}`]);
  });

  it('is, where the adult route stops, the age alone', () => {
    expect(changes({ under18: 'yes' })).toEqual([`If 'Under 18' were answered 'No': ${MUST}`]);
  });

  it('is a local answer too', () => {
    expect(changes({ ...OTHER, local: { 'young-adult': 'no', rebuilt: 'no' } }, QUESTIONS).slice(-2)).toEqual([
      `If 'Is the person aged 18 to 21?' were answered 'Yes': ${MUST}`,
      `If 'Is the block about to be rebuilt?' were answered 'Yes': ${COMPLY}`,
    ]);
  });

  it('never offers the present requirement, nor one that would not be known', () => {
    fc.assert(fc.property(anyFactsWithLocal, anyQuestions, (facts, protocol) => {
      const decision = decide(facts, protocol);
      const never = [`: ${REQUIREMENTS[decision.requirement]}.`, `: ${REQUIREMENTS.unknown}.`];
      expect(wouldChange(facts, decision, protocol).filter((sentence) => never.some((end) => sentence.endsWith(end)))).toEqual([]);
    }), { numRuns: 300 });
  });

  it('says every sentence once, and ends it', () => {
    fc.assert(fc.property(anyFactsWithLocal, anyQuestions, (facts, protocol) => {
      const decision = decide(facts, protocol);
      const sentences = [...reasonsFor(facts, decision, protocol), ...wouldChange(facts, decision, null)];
      expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
      const national = wouldChange(facts, decision, null);
      expect(new Set(national).size).toBe(national.length);
    }), { numRuns: 300 });
  });
});

describe('facts in words', () => {
  const TOLD: Readonly<Partial<Record<FactPath, readonly [string, string]>>> = {
    under18: ['no', 'Under 18: No'],
    registered: ['unknown', 'Subject to SONR: Not known'],
    category: ['category1', 'MAPPA category: Category 1: subject to sex offender notification requirements (SONR)'],
    level: ['level2', 'MAPPA level: Level 2: multi-agency'],
    supervision: ['unknown', 'Supervision: Not known'],
    'orders.licence': ['yes', 'Licence: Yes'],
    'orders.cpoWithSupervision': ['yes', 'Community payback or other order with supervision: Yes'],
    'orders.cpoWithoutSupervision': ['yes', 'Community payback without supervision (for example unpaid work only): Yes'],
    'orders.shpo': ['yes', 'Sexual harm prevention order (SHPO): Yes'],
    'orders.sro': ['yes', 'Sexual risk order (SRO): Yes'],
    'orders.olderOrder': ['yes', 'Older order still running (SOPO, RSHO or FTO): Yes'],
    'behaviours.thirdPartyContact': ['no', 'Contact through a third party: No'],
    'behaviours.inciting': ['no', 'Inciting a child or an adult at risk to engage in sexual activity: No'],
    'behaviours.other': ['yes', 'Another behaviour that may count as a contact offence: Yes'],
    trigger: ['release', 'Event: Release or home leave'],
    'changes.person': ['yes', 'Circumstances of the person: changed since: Yes'],
    'changes.household': ['no', 'The household: changed since: No'],
    'changes.environment': ['unknown', 'The environment of the address: changed since: Not known'],
    addressKind: ['several', 'Address: One of several: the person moves between addresses'],
    lastEra: ['unknown', 'Last ERA of this address: Not known'],
    lastReview: ['never', 'Last review of it: Never done'],
  };

  it.each(FACT_PATHS)('%s', (path) => {
    const [value, words] = TOLD[path] ?? ['', ''];
    expect(factInWords(withFact(ORDINARY, path, value), path, null)).toBe(words);
    expect(factInWords(withFact(ORDINARY, path, null), path, null)).toBe(`${wordsOf(path, null).label}: not answered`);
  });

  it('say of each day that it is not known, or was never', () => {
    expect(factInWords(factsWith({ lastReview: 'unknown' }), 'lastReview', null)).toBe('Last review of it: Not known');
    expect(factInWords(factsWith({ lastEra: 'never' }), 'lastEra', null)).toBe('Last ERA of this address: Never done');
  });

  it('say a day in words', () => {
    expect(factInWords(factsWith({ lastEra: '2025-11-03' }), 'lastEra', null)).toBe('Last ERA of this address: 3 November 2025');
  });

  it('leave a local id as it is where the protocol does not ask it', () => {
    expect(wordsOf('local.young-adult', QUESTIONS).label).toBe('Is the person aged 18 to 21?');
    expect(wordsOf('local.nobody-asks', QUESTIONS).label).toBe('nobody-asks');
    expect(wordsOf('local.nobody-asks', null).label).toBe('nobody-asks');
  });

  it('offer every known answer, and of a day one within the year and one before it', () => {
    const offered = (path: FactPath, facts: ConductFacts = ORDINARY) => otherValues(path, facts, null);
    expect(offered('under18')).toEqual({ yes: 'Yes', no: 'No' });
    expect(offered('orders.shpo')).toEqual({ yes: 'Yes', no: 'No' });
    expect(Object.keys(offered('category'))).toEqual(['category1', 'category2', 'category3']);
    const days = { never: 'Never done', '2026-03-20': 'within the last year', '2024-03-20': 'more than a year ago' };
    expect(offered('lastEra')).toEqual(days);
    expect(offered('lastReview')).toEqual(days);
    expect(offered('lastEra', { ...ORDINARY, asOf: '2028-02-29' })).toEqual({ never: 'Never done', '2028-02-29': 'within the last year', '2026-02-28': 'more than a year ago' });
  });
});

describe('what an unknown requirement waits for', () => {
  it('is said: the event of an unregistered person', () => {
    const facts = factsWith({ registered: 'no', category: 'category3', trigger: null });
    expect(decide(facts).requirement).toBe('unknown');
    expect(reasonsFor(facts, decide(facts))).toContain('Event: not answered.');
  });

  it('is said wherever the requirement is unknown', () => {
    fc.assert(fc.property(anyFactsWithLocal, anyQuestions, (facts, protocol) => {
      const decision = decide(facts, protocol);
      expect(decision.requirement !== 'unknown' || reasonsFor(facts, decision, protocol).length > 2).toBe(true);
    }), { numRuns: 2000 });
  });

  it('is no local discretion that can settle nothing', () => {
    const protocol = askingLocally([], [{ id: 'rebuilt', question: 'Is the block about to be rebuilt?', asksFor: 'discretionary', clause: '2.4', reason: 'Agreed here.' }]);
    const facts = factsWith({ addressKind: 'livedIn', trigger: 'other', lastEra: null });
    expect(reasonsFor(facts, decide(facts, protocol), protocol)).not.toContain('Is the block about to be rebuilt?: not answered.');
  });
});
