import { type Assessment, carriedFrom, dealingOf, emptyProperty, noReply, sinceBefore, startAssessment } from '@/record';
import type { Protocol } from '@/rules';
import { describe, expect, it } from 'vitest';
import { BEFORE_AGENCIES, CONDUCTED, LOCAL, PERSON } from '../cases/caseFile';
import { askedNow, onRecord } from '../report/request';

const review = carriedFrom(CONDUCTED, startAssessment({ reference: 'ST-2222-22', personId: 'p1', addressId: 'a1', startedAt: '2027-03-01T09:00:00.000Z', startedBy: 'A. Bell' }));
const toldOf = (now: Assessment, before: Assessment = CONDUCTED) => sinceBefore(before, now, null).told;
const paths = (now: Assessment, before?: Assessment) => toldOf(now, before).flatMap(({ fields }) => fields.map(({ path, from, to }) => [path, from, to]));
const answers = (contacts: NonNullable<Assessment['agencies']>['contacts']) => ({ contacts, databases: {}, ownChecks: [] });

describe('a review beside the record before', () => {
  it('tells nothing otherwise while everything is as it was taken over, or not answered yet', () => {
    expect(paths(review)).toEqual([]);
    expect(sinceBefore(CONDUCTED, review, null).sites).toBeNull();
  });

  it('names each answer that is another, with both', () => {
    const property = { ...review.property, tenure: 'owned' } as NonNullable<Assessment['property']>;
    expect(paths({ ...review, property, children: { ...review.children, visiting: 'yes', source: 'Another visit', knownOn: '2027-03-02' } })).toEqual([['property.tenure', 'scottishSecure', 'owned'], ['children.visiting', 'no', 'yes']]);
  });

  it('compares no decision and no clock', () => {
    expect(paths({ ...review, outcome: { ...review.outcome, decision: 'notManageable' }, conduct: { ...review.conduct, rationale: 'Other.' } })).toEqual([]);
  });

  it('tells what an agency answered otherwise, and nothing of one that is waited for, was not asked, or answered the same', () => {
    const police = { ...noReply, reply: 'traceRelevant', what: 'Complaints about the stair.', answeredOn: '2027-03-04' } as const;
    const agencies = answers({ police, education: { ...noReply, reply: 'waiting' }, nhs: { ...noReply, reply: 'notAsked' }, solo: { ...noReply, reply: 'noTrace', answeredOn: '2027-03-05' } });
    const now = { ...review, agencies };
    expect(paths(now)).toEqual([['agencies.contacts.police.reply', 'noTrace', 'traceRelevant'], ['agencies.contacts.police.what', '', 'Complaints about the stair.']]);
    expect(toldOf(now).map(({ path }) => path)).toEqual(['agencies.contacts.police']);
    expect(paths({ ...review, agencies: answers({ police }) }, BEFORE_AGENCIES)[0]).toEqual(['agencies.contacts.police.reply', null, 'traceRelevant']);
  });

  it('tells a part that the record before did not have by its answers', () => {
    const before = { ...CONDUCTED };
    Reflect.deleteProperty(before, 'property');
    expect(paths({ ...review, property: { ...emptyProperty, tenure: 'owned' } }, before)).toEqual([['property.tenure', null, 'owned']]);
  });

  it('has one row a thing, named as an officer knows it: a place, a site judged apart, a finding', () => {
    const [added] = review.addedSites;
    const [key = ''] = Object.keys(review.formulation?.dealings ?? {});
    if (added === undefined || review.formulation === undefined) throw new Error('The case has a place added by hand and findings.');
    const dealings = { ...review.formulation.dealings, [key]: { ...dealingOf(review, key), reason: 'Looked at anew.' } };
    const now: Assessment = {
      ...review, addedSites: [{ ...added, where: 'first floor' }, { ...added, addedId: 'x2', name: 'Skate ramp' }], exceptions: { ...review.exceptions, 'x.3': { relevance: 'relevant', reason: 'Open late.' } },
      formulation: { ...review.formulation, dealings },
    };
    expect(toldOf(now).map(({ path, name }) => [path, name])).toEqual([
      ['exceptions.x~13', ''], ['addedSites.x1', 'Sweet shop'], ['addedSites.x2', 'Skate ramp'], [expect.stringMatching(/^formulation\.dealings\./u), dealingOf(review, key).read],
    ]);
    expect(paths({ ...review, addedSites: [] })).toContainEqual(['addedSites.x1.where', 'ground floor', null]);
    expect(paths({ ...review, addedSites: [], carried: { reference: 'ST-1', decidedOn: null, parts: {} } }), 'nothing was taken over that could be taken off').toEqual([]);
  });

  it('names the sites of one list alone', () => {
    const { surroundings } = CONDUCTED;
    if (surroundings === null) throw new Error('The case has surroundings.');
    const [gone] = surroundings.answer.categories.find(({ category }) => category === 'school')?.sites ?? [];
    const categories = surroundings.answer.categories.map((one) => ({ ...one, sites: one.sites.filter(({ site }) => site.siteId !== gone?.site.siteId) }));
    const fewer = { ...review, surroundings: { ...surroundings, answer: { ...surroundings.answer, categories } } };
    const sites = (before: Assessment, now: Assessment) => sinceBefore(before, now, null).sites;
    expect(sites(CONDUCTED, { ...review, surroundings })).toEqual({ added: [], gone: [] });
    expect(sites(CONDUCTED, fewer)).toEqual({ added: [], gone: [gone?.site.name] });
    expect(sites(fewer, CONDUCTED)).toEqual({ added: [gone?.site.name], gone: [] });
  });

  it('says what the standard and the local protocol ask otherwise than then, that they ask the same, or that nobody can say', () => {
    const [then, under] = [onRecord(CONDUCTED), (protocol: Protocol | null) => askedNow({ person: PERSON, assessment: review }, protocol)];
    const standard = (before: Assessment, protocol: Protocol | null) => sinceBefore(before, review, under(protocol)).standard;
    expect(standard(then, null)).toEqual({ is: 'same' });
    expect(standard(then, LOCAL)).toMatchObject({ is: 'changed', found: { changed: [{ id: 'annualReview', what: ['days', 'reason'] }], fellAway: [] } });
    expect(standard(onRecord(CONDUCTED, LOCAL), null)).toMatchObject({ is: 'changed', found: { added: [] } });
    expect(standard(onRecord(CONDUCTED, LOCAL), { ...LOCAL, version: '3' })).toEqual({ is: 'sameAsked' });
    expect(standard(CONDUCTED, null), 'the record before kept none').toEqual({ is: 'unknown' });
  });
});
