import { describe, expect, it } from 'vitest';
import { authorityText, decisionIn, fieldsOf, noNeighbours, picked, type Profile, type ProfileId, PROFILES, requestPart, sectionsOf } from '@/record';
import { CONDUCTED, caseOf, NOT_IN_FULL, weighed } from '../../cases/caseFile';
import { CANARIES, canariesIn } from './canaries';

const all = canariesIn(CANARIES);
const within = (...starts: string[]) => all.filter((path) => starts.some((start) => path === start || path.startsWith(`${start}.`)));

const ownRow = (agency: string) => ['reply', 'askedOn', 'answeredOn'].map((field) => `assessment.agencies.contacts.${agency}.${field}`);
/** To landlords too: what the home and its building are. Where a profile's facts came from goes by organisation and day, without its copy and its id. */
const PROPERTY = within('assessment.property').filter((path) => !/fromProfile\.(?:profileId|facts)/u.test(path));

/** Written out by hand, apart from the profiles: what each may hold. A signed authority, or a refusal of one, goes to nobody: it is for the record that it stands in. */
const MAY: Readonly<Record<ProfileId, readonly string[]>> = {
  rsl: [
    'address.flat', 'address.floor', 'address.postcode', 'address.text', 'address.uprn', 'assessment.addressKind', 'assessment.outcome.decidedOn', 'assessment.outcome.decision', 'assessment.reference',
    'assessment.review.reviewOn', 'assessment.startedAt', ...ownRow('rsl'), ...PROPERTY,
  ],
  education: [
    'address.flat', 'address.floor', 'address.postcode', 'address.text', 'assessment.addressKind', 'assessment.children.livingHere', 'assessment.children.minded', 'assessment.children.referral.decision',
    'assessment.children.referral.on', 'assessment.children.visiting', 'assessment.outcome.conditions', 'assessment.outcome.decidedOn', 'assessment.outcome.decision', 'assessment.reference',
    'assessment.review.reviewOn', 'assessment.startedAt', 'person.level', 'person.reference', ...ownRow('education'),
  ],
  health: [
    'address.flat', 'address.floor', 'address.postcode', 'address.text', 'assessment.addressKind', 'assessment.outcome.conditions', 'assessment.outcome.decidedOn', 'assessment.outcome.decision',
    'assessment.outcome.whoIsTold', 'assessment.reference', 'assessment.review.reviewOn', 'assessment.startedAt', 'assessment.trigger.kind', 'assessment.trigger.occurredOn', 'person.category', 'person.level',
    'person.reference', 'person.supervision', 'person.under18', ...ownRow('nhs'),
  ],
  panel: [
    ...within('address'), ...within('person').filter((path) => !/behaviours|renewalOn/u.test(path)),
    ...within('assessment.addressKind', 'assessment.reference', 'assessment.startedAt', 'assessment.trigger', 'assessment.changes', 'assessment.lastEra', 'assessment.lastReview', 'assessment.conduct', 'assessment.judgements',
      'assessment.exceptions', 'assessment.addedSites', 'assessment.checks', 'assessment.outcome').filter((path) => !/onflict|conduct\.(?:authority$|notAuthorised)/u.test(path)),
    'assessment.children.livingHere', 'assessment.children.visiting', 'assessment.children.minded', 'assessment.review.reviewOn', 'assessment.review.why', ...PROPERTY,
    ...within('assessment.agencies').filter((path) => !/\.(?:by|what|note|why)$/u.test(path)),
    ...within('assessment.panels'),
    ...within('assessment.placement').filter((path) => !/\.(?:note|run\..*|household\..*|toldOn|toldWhom)$|release\.(?:mayMove|from|host|told|condition)/u.test(path)), 'assessment.clocks.releaseOn',
    // Without what endangers staff, where they were, and who wrote it down.
    ...within('assessment.physicalCheck').filter((path) => !/risks\.staff|visits\.\*\.(?:back|by)(?:\.|$)/u.test(path)),
  ],
  ra: all.filter((path) => !/^assessment\.(?:conduct\.authority|conduct\.notAuthorised|personId|addressId|startedBy|asked|history|signed|amendment|changesAnswered|reviewOf|carried|afterOffer|mapFrame|keeping|othersOfConcern|neighbours\.deleted|property\.fromProfile\.(?:profileId|facts))(?:\.|$)|^assessment\.propertyRequests\.\*\.(?:purpose|madeBy|reply\.(?:taken\w+|used\..*))$/u.test(path)),
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

  it.each(Object.keys(PROFILES) as ProfileId[])('lets ‘%s’ have nearby households only as a Responsible Authority, and other people of concern never', (id) => {
    const found = canariesIn(picked(CANARIES, PROFILES[id])).join(' ');
    expect(all.filter((path) => path.startsWith('assessment.othersOfConcern'))).toHaveLength(2);
    expect(found).not.toContain('othersOfConcern');
    expect(found.includes('assessment.neighbours')).toBe(id === 'ra');
  });

  it('lets nothing out of what is done about nearby households, which would outlive their clock elsewhere', () => {
    const near = weighed({ ...CONDUCTED, neighbours: { ...noNeighbours, answers: { ...noNeighbours.answers, childrenInStair: 'yes' } } });
    const dealings = (picked(caseOf(near), PROFILES.ra).assessment?.['formulation'] as NonNullable<typeof near.formulation>).dealings;
    expect(Object.keys(near.formulation?.dealings ?? {})).toContain('neighbours');
    expect(Object.keys(dealings)).toEqual(Object.keys(near.formulation?.dealings ?? {}).filter((key) => key !== 'neighbours'));
    expect(Object.keys(dealings).length).toBeGreaterThan(2);
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
      const start = new RegExp(`^${field.replace(/\.\*\*$/u, '').replaceAll('*', '[^.]+').replaceAll('.', '\\.').replaceAll('[^\\.]+', '[^.]+')}\\.`, 'u');
      expect(fieldsOf(CANARIES).some(({ path }) => start.test(`${path}.`) || field.startsWith('address.position') || field.includes('orders.*') || field.includes('behaviours.*') || field.includes('hanges.*') || field.includes('homeVisit.changed.*') || field.includes('answers.*') || field.includes('household.*') || field.includes('features.*') || field.startsWith('assessment.property.fromProfile.') || field.includes('partsLeftOut') || field.includes('questions') || field.endsWith('dealings.neighbours')), field).toBe(true);
    }
    expect(canariesIn(sectionsOf(found).map(({ value }) => value))).toEqual(canariesIn(found));
  });

  it('lets no word of a home visit, of neighbours or visitors, and none of staff on a walk-round, leave but to a Responsible Authority', () => {
    for (const id of ['panel', 'health', 'education', 'rsl'] as const) expect(canariesIn(picked(CANARIES, PROFILES[id])).filter((path) => /homeVisit|risks\.staff|heldBy/u.test(path))).toEqual([]);
    for (const id of ['health', 'education', 'rsl'] as const) expect(JSON.stringify(picked(CANARIES, PROFILES[id]))).not.toContain('physicalCheck');
    expect(canariesIn(picked(CANARIES, PROFILES.ra))).toEqual(expect.arrayContaining(['assessment.homeVisit.answers.neighbours.text', 'assessment.physicalCheck.risks.staff', 'assessment.physicalCheck.visits.*.back.heldBy']));
  });

  it('lets the words of a condition on residence, the establishment and the host go to a Responsible Authority alone', () => {
    const held = (id: ProfileId) => canariesIn(picked(CANARIES, PROFILES[id])).filter((path) => /release\.(?:condition|from|host|mayMove|told)/u.test(path));
    expect(held('ra')).toHaveLength(10);
    for (const id of ['panel', 'health', 'education', 'rsl'] as const) expect(held(id)).toEqual([]);
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

  it('leaves out what nobody has answered, but for the fields of a place, statement, agency or check that is there', () => {
    expect(fieldsOf(picked(caseOf(CONDUCTED), PROFILES.ra)).filter(({ value }) => value === null || value === '').map(({ path }) => path.replace(/checks\.[^.]+/u, 'checks.*'))
      .filter((path) => !/addedSites\.0\.point|checks\.\*\.note|agencies\.(?:contacts|databases)\.|propertyRequests\.|physicalCheck\.visits\.0\.|formulation\.dealings\./u.test(path))).toEqual([]);
  });

  it('is no way to the record itself', () => {
    const file = caseOf(structuredClone(CONDUCTED));
    const found = picked(file, PROFILES.ra);
    (found.assessment?.['conduct'] as Record<string, unknown>)['rationale'] = 'changed';
    expect(file.assessment.conduct.rationale).toBe(CONDUCTED.conduct.rationale);
  });
});
