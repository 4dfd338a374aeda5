import type { Criterion, Limit, Protocol } from '@/rules';
import { isEmptyReconciliation, reconcile, type Reconciliation } from '@/rules/reconcile';
import type { StandardText } from '@/rules/standardText';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyProtocol, PROTOCOL } from './protocolFixture';
import { criterion, limit, TEXT } from './standardFixture';

const NOTHING: Reconciliation = { added: [], changed: [], fellAway: [] };
const withCriteria = (...criteria: readonly Criterion[]): StandardText => ({ ...TEXT, sections: [{ id: 'one', heading: 'One', criteria }] });
const withLimits = (...limits: readonly Limit[]): StandardText => ({ ...TEXT, limits });
const withProtocol = (changed: Partial<Protocol>): StandardText => ({ ...TEXT, protocol: { ...PROTOCOL, ...changed } });
const withoutProtocol: StandardText = { ...TEXT, protocol: null };
const EMPTY: StandardText = { ...withoutProtocol, sections: [], limits: [] };
const keys = (items: Reconciliation['added']) => items.map(({ kind, id }) => `${kind} ${id}`);
const whatChanged = ({ changed }: Reconciliation) => changed.map(({ kind, id, what }) => `${kind} ${id}: ${what.join(', ')}`);

const anyText: fc.Arbitrary<StandardText> = fc.record({
  sections: fc.uniqueArray(fc.record({
    id: fc.constantFrom('annualReview', 'newAddress', 'release', 'zone'), question: fc.constantFrom('Is it so?', 'Was it so?'), asksFor: fc.constantFrom('must', 'discretionary', null),
  }), { selector: ({ id }) => id }).chain((rows) => fc.nat(rows.length).map((cut) => [rows.slice(0, cut), rows.slice(cut)].map((part, index) => ({
    id: `section-${index}`, heading: 'Section', criteria: part.map((row) => criterion(row)),
  })))),
  limits: fc.subarray(['initialEra', 'solo', 'otherAgencies', 'annualReview'] as const).map((ids) => ids.map((id) => limit(id, 22))),
  protocol: fc.option(anyProtocol),
}).map((changed) => ({ ...TEXT, ...changed }));

describe('reconciling two versions of the standard', () => {
  it('finds nothing between equal texts', () => {
    expect(reconcile(TEXT, JSON.parse(JSON.stringify(TEXT)) as StandardText)).toEqual(NOTHING);
    fc.assert(fc.property(anyText, (text) => isEmptyReconciliation(reconcile(text, text))));
  });

  it('finds nothing in another order of sections, criteria, clauses, limits and entries', () => {
    const [first, second] = TEXT.sections.flatMap(({ criteria }) => criteria);
    const text: StandardText = {
      ...TEXT,
      sections: [{ id: 'all', heading: 'All', criteria: [second, first].filter((each) => each !== undefined).map((each) => ({ ...each, clauses: each.clauses.toReversed() })) }],
      limits: TEXT.limits.toReversed(),
      protocol: { ...PROTOCOL, groups: PROTOCOL.groups.map((group) => ({ ...group, onEvents: group.onEvents.toReversed() })).reverse(), holidays: [] },
    };
    expect(first?.clauses.length).toBeGreaterThan(1);
    expect(reconcile(TEXT, text)).toEqual(NOTHING);
  });

  it('finds one way what fell away the other way', () => {
    let differing = 0;
    fc.assert(fc.property(anyText, anyText, (a, b) => {
      const there = reconcile(a, b);
      const back = reconcile(b, a);
      expect(there.added).toEqual(back.fellAway);
      expect(there.fellAway).toEqual(back.added);
      expect(whatChanged(there)).toEqual(whatChanged(back));
      if (there.added.length > 0 && there.fellAway.length > 0 && there.changed.length > 0) differing += 1;
    }), { numRuns: 200 });
    expect(differing).toBeGreaterThan(20);
  });

  it('loses no item: whatever is not new was there before', () => {
    const count = (text: StandardText) => reconcile(EMPTY, text).added.length;
    fc.assert(fc.property(anyText, anyText, (a, b) => {
      const { added, fellAway } = reconcile(a, b);
      expect(count(b) - added.length).toBe(count(a) - fellAway.length);
    }), { numRuns: 200 });
  });

  it('tells kinds and ids in one order', () => {
    expect(keys(reconcile(EMPTY, TEXT).added)).toEqual([
      'criterion annualReview', 'criterion block-refurbished', 'criterion newAddress', 'criterion supported-living', 'criterion young-adult',
      'limit annualReview', 'limit solo', 'check community-safety', 'category school-bus-stop', 'prompt school',
    ]);
  });
});

describe('what a new text asks', () => {
  it('is new to answer: a criterion with its question', () => {
    const added = criterion({ id: 'newOne', question: 'Is it new?' });
    const { kind, asksFor, question, clauses, inForce } = added;
    expect(reconcile(withCriteria(), withCriteria(added))).toEqual({ ...NOTHING, added: [{ kind: 'criterion', id: 'newOne', label: 'Is it new?', parts: { question, kind, asksFor, clauses, inForce } }] });
  });

  it('has changed: each part of a criterion by its name, before and after', () => {
    const before = criterion({ id: 'one', question: 'Is it so?' });
    const after: Criterion = { ...before, question: 'Was it so?', kind: 'discretionary', asksFor: null };
    expect(reconcile(withCriteria(before), withCriteria(after))).toEqual({
      ...NOTHING,
      changed: [{
        kind: 'criterion', id: 'one', label: 'Was it so?', what: ['asksFor', 'kind', 'question'],
        before: { question: 'Is it so?', kind: 'must', asksFor: 'must', clauses: before.clauses, inForce: before.inForce },
        after: { question: 'Was it so?', kind: 'discretionary', asksFor: null, clauses: before.clauses, inForce: before.inForce },
      }],
    });
  });

  it.each<[part: string, changed: Partial<Criterion>]>([
    ['question', { question: 'Another?' }],
    ['kind', { kind: 'recommended' }],
    ['asksFor', { asksFor: 'discretionary' }],
    ['clauses', { clauses: [{ document: 'ERA-2017', clause: '4.0', status: 'confirmed', says: 'Another word.' }] }],
    ['clauses', { clauses: [] }],
    ['inForce', { inForce: { from: '2017-11-01', to: '2027-11-01' } }],
  ])('has changed in its %s alone', (part, changed) => {
    const before = criterion({ id: 'one' });
    expect(whatChanged(reconcile(withCriteria(before), withCriteria({ ...before, ...changed })))).toEqual([`criterion one: ${part}`]);
  });

  it('fell away: a criterion that is no longer there', () => {
    const { added, changed, fellAway } = reconcile(withCriteria(criterion({ id: 'one' })), withCriteria());
    expect([keys(added), changed, keys(fellAway)]).toEqual([[], [], ['criterion one']]);
  });

  it('has changed: a question of the protocol that became a national criterion', () => {
    const local = withProtocol({ groups: [], triggers: PROTOCOL.triggers.map((trigger) => ({ ...trigger, id: 'one' })) });
    const [was] = PROTOCOL.triggers;
    const after = { ...TEXT, protocol: { ...PROTOCOL, groups: [], triggers: [] }, sections: [...TEXT.sections, { id: 'new', heading: 'New', criteria: [criterion({ id: 'one', question: was?.question ?? '' })] }] };
    expect(reconcile(local, after)).toMatchObject({ added: [], changed: [{ kind: 'criterion', id: 'one', what: ['clauses', 'inForce', 'onEvents'] }], fellAway: [] });
    expect(whatChanged(reconcile(after, local))).toEqual(['criterion one: clauses, inForce, onEvents']);
  });

  it('keeps criterion and check of one id apart', () => {
    const [check] = PROTOCOL.checks;
    const before = { ...withCriteria(criterion({ id: 'one' })), protocol: { ...PROTOCOL, checks: [] } };
    const after = { ...withCriteria(), protocol: { ...PROTOCOL, checks: [{ ...check, id: 'one' }] } } as StandardText;
    const { added, changed, fellAway } = reconcile(before, after);
    expect([keys(added), changed, keys(fellAway)]).toEqual([['check one'], [], ['criterion one']]);
  });
});

describe('what a new protocol asks', () => {
  it('is new to answer, every kind of entry, and shortens its limits', () => {
    const { added, changed, fellAway } = reconcile(withoutProtocol, TEXT);
    expect(added.map(({ kind, id, label }) => [kind, id, label])).toEqual([
      ['criterion', 'block-refurbished', 'Is the block about to be emptied, rebuilt or relet?'],
      ['criterion', 'supported-living', 'Does the person live in supported accommodation?'],
      ['criterion', 'young-adult', 'Is the person aged 18 to 21?'],
      ['check', 'community-safety', 'Community safety team'],
      ['category', 'school-bus-stop', 'School bus stop'],
      ['prompt', 'school', "School: 300 m (the office's own)"],
    ]);
    expect(fellAway).toEqual([]);
    expect(changed).toEqual([{
      kind: 'limit', id: 'annualReview', label: 'Limit annualReview', what: ['days', 'reason'],
      before: { label: 'Limit annualReview', days: 21, unit: 'clearWorkingDays', clauses: limit('annualReview', 21).clauses, inForce: { from: '2017-11-01', to: null }, reason: null },
      after: { label: 'Limit annualReview', days: 15, unit: 'clearWorkingDays', clauses: limit('annualReview', 21).clauses, inForce: { from: '2017-11-01', to: null }, reason: 'Agreed by all agencies, so that a review is ready for the MAPPA meeting.' },
    }]);
  });

  it('cites its questions as local, by clause', () => {
    const question = reconcile(withoutProtocol, TEXT).added.find(({ id }) => id === 'young-adult');
    expect(question?.parts).toEqual({
      question: 'Is the person aged 18 to 21?', kind: 'must', asksFor: 'complyOrExplain', onEvents: ['newAddress', 'release'],
      clauses: [{ document: 'Kinlowrie housing risk protocol', clause: '2.1', status: 'local', says: 'First tenancies broke down most often in our case reviews.' }],
    });
  });

  it('changes nothing by a new version, date, owner or holiday alone', () => {
    expect(reconcile(TEXT, withProtocol({ version: '4', inForceFrom: '2028-01-10', owner: 'Another group', holidays: [] }))).toEqual(NOTHING);
  });

  it('cites another document once its name is another', () => {
    expect(whatChanged(reconcile(TEXT, withProtocol({ name: 'Another protocol' })))).toEqual(['criterion block-refurbished: clauses', 'criterion supported-living: clauses', 'criterion young-adult: clauses']);
  });

  const [group, ...groups] = PROTOCOL.groups;
  const [trigger] = PROTOCOL.triggers;
  const [check] = PROTOCOL.checks;
  const [category] = PROTOCOL.categories;
  const [prompt] = PROTOCOL.prompts;
  const [shorter] = PROTOCOL.limits;
  it.each<[name: string, changed: object, what: readonly string[]]>([
    ['the events of a group', { groups: [{ ...group, onEvents: ['release'] }, ...groups] }, ['criterion young-adult: onEvents']],
    ['a group asked on every event', { groups: [{ ...group, onEvents: [] }, ...groups] }, ['criterion young-adult: onEvents']],
    ['what a group asks for', { groups: [{ ...group, asksFor: 'discretionary' }, ...groups] }, ['criterion young-adult: asksFor, kind']],
    ['the question of an event', { triggers: [{ ...trigger, question: 'Is it so?' }] }, ['criterion block-refurbished: question']],
    ['the reason of an event', { triggers: [{ ...trigger, reason: 'Another.' }] }, ['criterion block-refurbished: clauses']],
    ['the clause of an event', { triggers: [{ ...trigger, clause: '2.5' }] }, ['criterion block-refurbished: clauses']],
    ['a check', { checks: [{ ...check, label: 'L', ask: 'A', kind: 'must', reason: 'R' }] }, ['check community-safety: ask, kind, label, reason']],
    ['a category', { categories: [{ ...category, label: 'L', plural: 'P', ask: 'A', reason: 'R' }] }, ['category school-bus-stop: ask, label, plural, reason']],
    ['a distance', { prompts: [{ ...prompt, metres: 301 }] }, ['prompt school: metres']],
    ['the reason of a distance', { prompts: [{ ...prompt, reason: 'R' }] }, ['prompt school: reason']],
    ['a shorter limit', { limits: [{ ...shorter, days: 14 }] }, ['limit annualReview: days']],
    ['the reason of a shorter limit', { limits: [{ ...shorter, reason: 'R' }] }, ['limit annualReview: reason']],
    ['a limit that is the national one again', { limits: [] }, ['limit annualReview: days, reason']],
    ['a limit that the text does not have', { limits: [shorter, { limit: 'initialEra', days: 1, reason: 'R' }] }, []],
  ])('has changed: %s', (_name, changed, what) => {
    expect(whatChanged(reconcile(TEXT, withProtocol(changed as Partial<Protocol>)))).toEqual(what);
  });

  it.each<[name: string, changed: Partial<Protocol>, item: string]>([
    ['a group', { groups }, 'criterion young-adult'],
    ['an event', { triggers: [] }, 'criterion block-refurbished'],
    ['a check', { checks: [] }, 'check community-safety'],
    ['a category', { categories: [] }, 'category school-bus-stop'],
    ['a distance', { prompts: [] }, 'prompt school'],
  ])('fell away: %s', (_name, changed, item) => {
    const { added, changed: others, fellAway } = reconcile(TEXT, withProtocol(changed));
    expect([added, others, keys(fellAway)]).toEqual([[], [], [item]]);
  });

  it('names a distance by its id where Steading no longer knows the category', () => {
    const { added } = reconcile(withoutProtocol, withProtocol({ prompts: [{ category: 'oldKind', metres: 50, reason: 'R' }] }));
    expect(added.find(({ kind }) => kind === 'prompt')).toEqual({ kind: 'prompt', id: 'oldKind', label: "oldKind: 50 m (the office's own)", parts: { metres: 50, reason: 'R' } });
  });
});

describe('the limits of two texts', () => {
  it.each<[part: string, changed: Partial<Limit>]>([
    ['label', { label: 'Another' }], ['days', { value: 8 }], ['unit', { unit: 'calendarDays' }], ['clauses', { clauses: [] }], ['inForce', { inForce: { from: '2027-01-01', to: null } }],
  ])('differ in the %s alone', (part, changed) => {
    expect(whatChanged(reconcile(withLimits(limit('initialEra', 7)), withLimits({ ...limit('initialEra', 7), ...changed })))).toEqual([`limit initialEra: ${part}`]);
  });

  it('do not differ where the protocol sets the days in both', () => {
    expect(reconcile(withLimits(limit('annualReview', 21)), withLimits({ ...limit('annualReview', 21), value: 16 }))).toEqual(NOTHING);
  });

  it.each([15, 14])('are national again where the national number is %i and no longer than that of the protocol', (value) => {
    const { changed: [change] } = reconcile(withLimits(limit('annualReview', 21)), withLimits({ ...limit('annualReview', 21), value }));
    expect(change?.after).toMatchObject({ days: value, reason: null });
  });
});

describe('an empty reconciliation', () => {
  it('has nothing new, nothing changed and nothing gone', () => {
    const { added: [item], changed: [change] } = reconcile(withoutProtocol, TEXT);
    if (!item || !change) throw new Error('The example adds and changes.');
    expect(isEmptyReconciliation(NOTHING)).toBe(true);
    expect(isEmptyReconciliation({ ...NOTHING, added: [item] })).toBe(false);
    expect(isEmptyReconciliation({ ...NOTHING, changed: [change] })).toBe(false);
    expect(isEmptyReconciliation({ ...NOTHING, fellAway: [item] })).toBe(false);
    expect(isEmptyReconciliation({ added: [item], changed: [change], fellAway: [] })).toBe(false);
    expect(isEmptyReconciliation({ added: [item], changed: [], fellAway: [item] })).toBe(false);
  });
});
