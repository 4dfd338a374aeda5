import {
  type Assessment, type Change, changesBetween, comparedBuildings, emptyBuilding, emptyOffice, emptyProfileFacts, emptyProperty, holdsNeighbours, limitsOf, type May, mayHave, mergedProfiles, type Neighbours, neighboursKept, neighboursRule, noNeighbours, parseAssessment,
  parseBlockProfile, profileIn, type ProfileFacts, PROFILES, refreshed, shrinkRecord, staleDay, staleRule, summaryOfAssessment, withChange, withoutNeighbours, withProfile,
} from '@/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf, CONDUCTED, PROPERTY, weighed } from '../cases/caseFile';
import { CANARIES } from './handOver/canaries';

const STAMP = { at: '2026-04-20T10:00:00.000Z', by: 'A. Bell' };
const TOLD: Neighbours = { answers: { childrenInStair: 'yes', adultsAtRisk: 'no', others: 'unknown' }, source: 'landlord', knownOn: '2026-03-03', deleted: null };

/** A record whose answers about neighbours were put on record, one after the other, as saves do. */
function answered(states: readonly Neighbours[]): Assessment {
  return states.reduce<Assessment>((record, neighbours, at) => {
    const next = { ...record, neighbours, conduct: { ...record.conduct, rationale: `Save ${String(at)}` } };
    return withChange(next, { ...STAMP, what: 'saved' }, changesBetween(record, next).map((one) => ({ ...one, path: `assessment.${one.path}` })));
  }, { ...CONDUCTED, history: [] });
}

const anyAnswers = fc.record({
  answers: fc.record({ childrenInStair: fc.constantFrom(null, 'yes', 'no', 'unknown'), adultsAtRisk: fc.constantFrom(null, 'yes', 'no', 'unknown'), others: fc.constantFrom(null, 'yes', 'no', 'unknown') }),
  source: fc.constantFrom(null, 'landlord', 'police'), knownOn: fc.constantFrom(null, '2026-03-03', '2026-03-04'), deleted: fc.constant(null),
}) as fc.Arbitrary<Neighbours>;

describe('answers about nearby households', () => {
  it('are gone from the whole document once deleted: no two histories of answers can be told apart', () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyAnswers, anyAnswers), { minLength: 1, maxLength: 4 }), (saves) => {
      const [one, other] = [answered(saves.map(([a]) => a)), answered(saves.map(([, b]) => b))];
      const left = (record: Assessment) => JSON.stringify(parseAssessment(withoutNeighbours(record, STAMP)));
      expect(left(one)).toBe(left(other));
    }));
  });

  it('could be told apart before, also where only the history remembers them (negative control)', () => {
    const [one, other] = [answered([TOLD, noNeighbours]), answered([{ ...TOLD, answers: { ...TOLD.answers, childrenInStair: 'no' } }, noNeighbours])];
    expect(one.neighbours).toEqual(other.neighbours);
    expect(JSON.stringify(one)).not.toBe(JSON.stringify(other));
    expect(holdsNeighbours(one)).toBe(true);
  });

  it('leave an entry that says when and by whom, the rest of the history, and nothing to delete again', () => {
    const left = withoutNeighbours(answered([TOLD]), STAMP);
    expect(left.history.map(({ what, fields }) => [what, fields.map(({ path }) => path)])).toEqual([['saved', ['assessment.conduct.rationale']], ['answers about nearby households deleted', []]]);
    expect(left.neighbours).toEqual({ ...noNeighbours, deleted: STAMP });
    expect(holdsNeighbours(left)).toBe(false);
  });

  it('are not taken for another part that begins alike', () => {
    const history: Change[] = [{ ...STAMP, what: 'x', fields: [{ path: 'assessment.neighboursOther', from: null, to: 'kept' }] }];
    expect(withoutNeighbours({ ...CONDUCTED, history }, STAMP).history[0]?.fields).toHaveLength(1);
  });

  it.each([
    ['none are held', {}, undefined, '2027-01-01', null],
    ['nothing was decided', { outcome: { ...CONDUCTED.outcome, decidedOn: null } }, undefined, '2027-01-01', { is: 'waits' }],
    ['Steading’s own 28 days are not over', {}, undefined, '2026-04-06', { is: 'kept', day: '2026-04-07' }],
    ['they are over', {}, undefined, '2026-04-07', { is: 'due', day: '2026-04-07' }],
    ['the office set fewer', {}, { deleteAfterDays: 7, reason: 'Agreed.' }, '2026-03-17', { is: 'due', day: '2026-03-17' }],
  ] as const)('have a clock from the decision: %s', (name, change, rule, today, expected) => {
    const record = { ...CONDUCTED, ...(name === 'none are held' ? {} : { neighbours: TOLD }), ...change };
    const office = rule === undefined ? emptyOffice : { ...emptyOffice, neighbours: rule };
    expect(neighboursKept(summaryOfAssessment(caseOf(record)).keeping, neighboursRule(office), today)).toEqual(expected);
  });

  it('have no field that could hold an age, a name or a number', () => {
    const texts = [...JSON.stringify(CANARIES.assessment.neighbours).matchAll(/canary ([\w.]+)/gu)].map(([, path]) => path).filter((path) => !path?.includes('.deleted.'));
    expect(texts).toEqual(['assessment.neighbours.answers.childrenInStair', 'assessment.neighbours.answers.adultsAtRisk', 'assessment.neighbours.answers.others', 'assessment.neighbours.source', 'assessment.neighbours.knownOn']);
    for (const [field, value] of [['source', 'Mrs X of 2/1'], ['knownOn', 'aged 7']] as const) expect(() => parseAssessment({ ...CONDUCTED, neighbours: { ...TOLD, [field]: value } })).toThrow();
  });

  it('and what only the police answer are gone from a record that shrinks', () => {
    const full = weighed({ ...answered([TOLD]), othersOfConcern: { answer: 'yes', answeredOn: '2026-03-03' } });
    const left = shrinkRecord(caseOf(full), { ...STAMP, why: 'In ViSOR', keptWhere: 'V-1' });
    expect([left.neighbours, left.othersOfConcern?.answer, holdsNeighbours(left)]).toEqual([noNeighbours, null, false]);
  });
});

describe('the limits of the property', () => {
  const limits = (change: Partial<Assessment>, may?: May) => limitsOf({ ...caseOf({ ...CONDUCTED, ...change }), ...(may && { may }) }).join('\n');

  it('name what nobody knows', () => {
    expect(limits({})).toContain('Not known of the building: Close or stair shared with other homes; Shared bin store; Garden or green of its own or shared; CCTV of the building; Parking of its own or shared.');
    expect(limits({ property: { ...emptyProperty, kind: 'hostel' } })).toMatch(/Not known of the property: tenure;.*\n.*Staff there at night/u);
  });

  it('say that a profile was past its day when it was used, and nothing of one that was not', () => {
    const used = { organisation: 'Example HA', role: 'Link Officer', profiledOn: '2025-01-10', staleOn: '2026-01-10', usedAt: '2026-03-04T10:00:00.000Z' };
    expect(limits({ property: { ...PROPERTY, fromProfile: used } })).toContain('past the day by which it was to be refreshed');
    expect(limits({ property: { ...PROPERTY, fromProfile: { ...used, staleOn: '2026-03-05' } } })).not.toContain('past the day');
  });

  it('say nothing of people but to Responsible Authorities', () => {
    const told: Partial<Assessment> = { neighbours: TOLD, othersOfConcern: { answer: 'askPolice', answeredOn: null } };
    for (const id of ['panel', 'rsl', 'health', 'education'] as const) expect(limits(told, mayHave(PROFILES[id]))).toBe(limits({}, mayHave(PROFILES[id])));
    expect(limits(told, mayHave(PROFILES.ra))).toContain('Not known of nearby households: Another nearby household');
    expect(limits(told, mayHave(PROFILES.ra)), 'police-only').not.toContain('still to be asked of the police');
    expect(limits(told)).toContain('still to be asked of the police');
  });

  it('say nothing where the record was begun before it was asked', () => {
    const before: Assessment = { ...CONDUCTED };
    delete before.property;
    expect(limitsOf(caseOf(before)).join(' ')).not.toContain('Not known of the');
  });
});

const FACTS: ProfileFacts = {
  kind: 'stair', place: { text: '3 Linn Street, Linnhead', postcode: 'ZZ1 1AA', position: null }, profiledBy: { role: 'Link Officer', organisation: 'Example HA' }, profiledOn: '2026-01-12',
  building: { ...emptyBuilding, entrance: 'sharedClose', features: { ...emptyBuilding.features, lift: 'no', cctv: 'yes', binStore: 'unknown' }, closeAndStair: 'Ten homes.', sightLines: [{ addedId: 'p1', text: 'Back court onto the nursery wall.', kind: 'fact' }] },
};
const USED = { profileId: 'b1', facts: FACTS, staleOn: '2027-01-12', usedAt: '2026-03-04T10:00:00.000Z' };

describe('a block profile', () => {
  it('holds no field for people, neighbours, other people of concern or reasons: with one more it is not a profile', () => {
    const part = (value: unknown) => profileIn([{ name: 'blockProfile', value }]);
    expect(part(FACTS)).toEqual(FACTS);
    for (const more of [{ neighbours: TOLD }, { othersOfConcern: { answer: 'yes' } }, { reasons: 'x' }, { history: ['x'] }, { asked: {} }, { victims: null }, { building: { ...FACTS.building, residents: 'x' } }, { profiledBy: { ...FACTS.profiledBy, name: 'x' } }, { place: { ...FACTS.place, flat: '2/1' } }]) expect(part({ ...FACTS, ...more })).toBeNull();
    expect(part(null)).toBeNull();
    expect(part({ ...FACTS, profiledOn: null })).toBeNull();
    expect(profileIn([{ name: 'blockProfile', value: FACTS }, { name: 'assessment', value: {} }])).toBeNull();
  });

  it('gives an assessment what it does not know, with its day, and keeps both where they differ', () => {
    expect(comparedBuildings(PROPERTY.building, FACTS.building).filter(({ conflict }) => conflict).map(({ path }) => path)).toEqual(['closeAndStair']);
    const [ours, theirs] = [withProfile(PROPERTY, USED, false), withProfile(PROPERTY, USED, true)];
    expect([ours.building.closeAndStair, theirs.building.closeAndStair]).toEqual(['Eight homes share the close.', 'Ten homes.']);
    for (const one of [ours, theirs]) {
      expect(one.building.features).toMatchObject({ cctv: 'yes', lift: 'no', doorEntry: 'yes', binStore: 'unknown' });
      expect(one.building.sightLines.map(({ addedId }) => addedId)).toEqual(['sl1', 'p1']);
      expect(one.fromProfile).toMatchObject({ organisation: 'Example HA', profiledOn: '2026-01-12', facts: FACTS.building });
      expect(() => parseAssessment({ ...CONDUCTED, property: one })).not.toThrow();
    }
    expect(withProfile(emptyProperty, USED, false)).toMatchObject({ kind: 'flat', source: 'blockProfile', knownOn: '2026-01-12', tenure: null });
  });

  it('keeps what was known before when it is refreshed, and nothing when nothing changed', () => {
    const profile = parseBlockProfile({ schema: 1, now: FACTS, earlier: [], given: [] });
    expect(refreshed(profile, structuredClone(FACTS), STAMP.at)).toBe(profile);
    const next = refreshed(profile, { ...FACTS, profiledOn: '2026-06-01' }, STAMP.at);
    expect([next.now.profiledOn, next.earlier.map(({ facts }) => facts.profiledOn)]).toEqual(['2026-06-01', ['2026-01-12']]);
  });

  it('is merged fact by fact: what differs as it is chosen, and then with both names and the older day', () => {
    const theirs: ProfileFacts = { ...FACTS, profiledOn: '2026-03-01', profiledBy: { role: 'SOLO', organisation: 'Example Council' }, building: { ...FACTS.building, closeAndStair: 'Twelve homes.', features: { ...FACTS.building.features, cctv: 'unknown', garden: 'yes' } } };
    const kept = mergedProfiles(FACTS, theirs, () => false);
    expect(kept.building).toMatchObject({ closeAndStair: 'Ten homes.', features: { cctv: 'yes', garden: 'yes' } });
    expect([kept.profiledOn, kept.profiledBy.organisation]).toEqual(['2026-01-12', 'Example Council; Example HA']);
    expect(mergedProfiles({ ...emptyProfileFacts, profiledOn: '2020-01-01' }, theirs, () => true)).toEqual(theirs);
  });

  it('is to be refreshed after the office’s months, or Steading’s own twelve', () => {
    expect(staleDay('2026-01-31', staleRule(emptyOffice))).toBe('2027-01-31');
    expect(staleDay('2026-08-31', staleRule({ blockProfiles: { staleAfterMonths: 6, reason: 'Refit.' } }))).toBe('2027-02-28');
  });
});
