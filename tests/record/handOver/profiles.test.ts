import { describe, expect, it } from 'vitest';
import { authorityText, decisionIn, fieldsOf, picked, type Profile, type ProfileId, PROFILES, requestPart, sectionsOf } from '@/record';
import { CONDUCTED, caseOf, NOT_IN_FULL } from '../../cases/caseFile';
import { CANARIES, canariesIn } from './canaries';

const all = canariesIn(CANARIES);
const within = (...starts: string[]) => all.filter((path) => starts.some((start) => path === start || path.startsWith(`${start}.`)));

/** Written out by hand, apart from the profiles: what each may hold. A signed authority, or a refusal of one, goes to nobody: it is for the record that it stands in. */
const MAY: Readonly<Record<ProfileId, readonly string[]>> = {
  rsl: [
    'address.flat', 'address.floor', 'address.postcode', 'address.text', 'address.uprn', 'assessment.addressKind', 'assessment.outcome.decidedOn', 'assessment.outcome.decision', 'assessment.reference',
    'assessment.review.reviewOn', 'assessment.startedAt',
  ],
  education: [
    'address.flat', 'address.floor', 'address.postcode', 'address.text', 'assessment.addressKind', 'assessment.children.livingHere', 'assessment.children.minded', 'assessment.children.referral.decision',
    'assessment.children.referral.on', 'assessment.children.visiting', 'assessment.outcome.conditions', 'assessment.outcome.decidedOn', 'assessment.outcome.decision', 'assessment.reference',
    'assessment.review.reviewOn', 'assessment.startedAt', 'person.level', 'person.reference',
  ],
  health: [
    'address.flat', 'address.floor', 'address.postcode', 'address.text', 'assessment.addressKind', 'assessment.outcome.conditions', 'assessment.outcome.decidedOn', 'assessment.outcome.decision',
    'assessment.outcome.whoIsTold', 'assessment.reference', 'assessment.review.reviewOn', 'assessment.startedAt', 'assessment.trigger.kind', 'assessment.trigger.occurredOn', 'person.category', 'person.level',
    'person.reference', 'person.supervision', 'person.under18',
  ],
  panel: [
    ...within('address'), ...within('person').filter((path) => !/behaviours|renewalOn/u.test(path)),
    ...within('assessment.addressKind', 'assessment.reference', 'assessment.startedAt', 'assessment.trigger', 'assessment.changes', 'assessment.lastEra', 'assessment.lastReview', 'assessment.conduct', 'assessment.judgements',
      'assessment.exceptions', 'assessment.addedSites', 'assessment.checks', 'assessment.outcome').filter((path) => !/onflict|conduct\.(?:authority$|notAuthorised)/u.test(path)),
    'assessment.children.livingHere', 'assessment.children.visiting', 'assessment.children.minded', 'assessment.review.reviewOn', 'assessment.review.why',
    ...within('assessment.panels'),
    ...within('assessment.placement').filter((path) => !/\.(?:note|run\..*|household\..*|toldOn|toldWhom)$/u.test(path)),
  ],
  ra: all.filter((path) => !/^assessment\.(?:conduct\.authority|conduct\.notAuthorised|personId|addressId|startedBy|asked|history|changesAnswered|reviewOf|afterOffer|keeping)(?:\.|$)/u.test(path)),
};

describe('a request for authority', () => {
  it('is exactly the decision and the reference, of a record that says something else in each of its fields', () => {
    expect(canariesIn(authorityText(CANARIES.assessment))).toEqual([
      'assessment.conduct.decision', 'assessment.conduct.ground', 'assessment.conduct.interimControls', 'assessment.conduct.leftOutWhat', 'assessment.conduct.otherWay', 'assessment.conduct.partsLeftOut.*',
      'assessment.conduct.rationale', 'assessment.conduct.reliedOn', 'assessment.conduct.reopenOn', 'assessment.reference',
    ]);
    expect(canariesIn(requestPart(authorityText(CANARIES.assessment)))).toEqual(canariesIn(authorityText(CANARIES.assessment)));
  });

  it('is shown whole before it is signed', () => {
    const asked = decisionIn(authorityText(NOT_IN_FULL)) ?? expect.fail('not read');
    expect(asked.fields).toEqual(fieldsOf({ assessment: { reference: NOT_IN_FULL.reference, conduct: NOT_IN_FULL.conduct } }).filter(({ path, value }) => value !== '' && !/authori/u.test(path)).sort((a, b) => asked.fields.findIndex(({ path }) => path === a.path) - asked.fields.findIndex(({ path }) => path === b.path)));
    expect(asked.fields).toHaveLength(10);
  });
});

describe('what a profile lets out', () => {
  it('is proved on a record that says something else in each of its fields', () => {
    expect(all.length).toBeGreaterThan(120);
    expect(all).toContain('assessment.outcome.victimOrConditionConflict');
  });

  it.each(Object.keys(PROFILES) as ProfileId[])('is exactly the fields that are written down for ‘%s’', (id) => {
    expect(canariesIn(picked(CANARIES, PROFILES[id]))).toEqual([...MAY[id]].sort());
  });

  it('would show one field more (negative control)', () => {
    const wider: Profile = { ...PROFILES.rsl, fields: [...PROFILES.rsl.fields, 'assessment.outcome.reasons'] };
    expect(canariesIn(picked(CANARIES, wider))).not.toEqual([...MAY.rsl].sort());
  });

  it('holds no more when the record grows: what nobody named stays out, also under a field that was named', () => {
    const grown = { ...CANARIES, assessment: { ...CANARIES.assessment, newField: 'canary new', outcome: { ...CANARIES.assessment.outcome, newField: 'canary new', decision: { parts: 'canary new' } } } } as unknown as typeof CANARIES;
    for (const profile of Object.values(PROFILES)) expect(JSON.stringify(picked(grown, profile))).not.toContain('canary new');
  });

  it.each(Object.entries(PROFILES) as [ProfileId, Profile][])('names fields that exist, and falls into sections without a rest: %s', (_, profile) => {
    const found = picked(CANARIES, profile);
    for (const field of profile.fields) {
      const start = field.replace(/\.\*\*$/u, '');
      expect(fieldsOf(CANARIES).some(({ path }) => `${path.replace(/\.(?:\d+|key[12])(?=\.|$)/gu, '.*')}.`.startsWith(`${start}.`) || field.startsWith('address.position') || field.includes('orders.*') || field.includes('behaviours.*') || field.includes('hanges.*') || field.includes('answers.*') || field.includes('household.*') || field.includes('partsLeftOut')), field).toBe(true);
    }
    expect(canariesIn(sectionsOf(found).map(({ value }) => value))).toEqual(canariesIn(found));
  });

  it('says of a refusal that the lead agency holds the reasons, to whoever may not have them', () => {
    const refused = caseOf({ ...CONDUCTED, outcome: { ...CONDUCTED.outcome, decision: 'notManageable', reasons: 'A victim lives near.', conditions: '' } });
    for (const id of ['rsl', 'health', 'education'] as const) {
      expect(picked(refused, PROFILES[id]).assessment?.['outcome']).toMatchObject({ decision: 'notManageable', reasons: 'Not manageable; reasons held by the lead agency.' });
      expect(JSON.stringify(picked(refused, PROFILES[id]))).not.toContain('victim');
    }
    expect(picked(refused, PROFILES.ra).assessment?.['outcome']).toMatchObject({ reasons: 'A victim lives near.' });
    expect(picked(caseOf(CONDUCTED), PROFILES.rsl).assessment?.['outcome']).toEqual({ decision: 'manageable', decidedOn: '2026-03-10' });
  });

  it('leaves out what nobody has answered, but for the fields of a place or statement that is there', () => {
    expect(fieldsOf(picked(caseOf(CONDUCTED), PROFILES.ra)).filter(({ value }) => value === null || value === '').map(({ path }) => path.replace(/checks\.[^.]+/u, 'checks.*'))
      .filter((path) => !/addedSites\.0\.point|checks\.\*\.note/u.test(path))).toEqual([]);
  });

  it('is no way to the record itself', () => {
    const file = caseOf(structuredClone(CONDUCTED));
    const found = picked(file, PROFILES.ra);
    (found.assessment?.['conduct'] as Record<string, unknown>)['rationale'] = 'changed';
    expect(file.assessment.conduct.rationale).toBe(CONDUCTED.conduct.rationale);
  });
});
