import { type Assessment, type CaseFileToday, dealtState, findingsOf, foundNoMore, noDealing, noReply, noPlacement, taskStates, withoutNeighbours, noNeighbours } from '@/record';
import { describe, expect, it } from 'vitest';
import { caseOf, CONDUCTED, LOCAL, NOT_CONDUCTED, NOT_IN_FULL, weighed } from '../cases/caseFile';

/** A case in which nothing was found. */
const QUIET: Assessment = {
  ...CONDUCTED, statements: [], judgements: { school: { relevance: 'notRelevant', reason: 'R' }, nursery: { relevance: 'notRelevant', reason: 'R' }, shop: { relevance: 'notRelevant', reason: 'R' } }, exceptions: {},
  property: { ...CONDUCTED.property, building: { ...CONDUCTED.property?.building, sightLines: [] } } as NonNullable<Assessment['property']>,
  physicalCheck: { ...CONDUCTED.physicalCheck, visits: CONDUCTED.physicalCheck?.visits ?? [], risks: { community: 'No risk was seen.', person: ' no risk was seen', staff: '' } },
};
const found = (change: Partial<Assessment>, rest: Partial<CaseFileToday> = {}) => findingsOf(caseOf({ ...QUIET, ...change }, rest)).map(({ key, kind, text }) => `${key} | ${kind} | ${text}`);
const [school] = CONDUCTED.surroundings?.answer.categories.find(({ category }) => category === 'school')?.sites ?? [];
const yes = 'yes' as const;

describe('what was found', () => {
  it('is nothing where everything was answered and nothing calls for it (negative control of the rows below)', () => {
    expect(found({})).toEqual([]);
  });

  it.each<[string, Partial<Assessment>, readonly (string | RegExp)[]]>([
    ['a category that is judged relevant, with its reason, and not its other sites', { judgements: { ...QUIET.judgements, school: { relevance: 'relevant', reason: 'Victim profile' } } }, [/^sites:school:relevant \| sites \| Schools, relevant to this victim profile: \d+ \(.*\): Victim profile\.$/u]],
    ['one site that is judged apart', { exceptions: { [school?.site.siteId ?? '']: { relevance: 'relevant', reason: 'On the way to the bus.' } } }, [`sites:school:relevant | sites | Schools, relevant to this victim profile: 1 (${school?.site.name ?? ''}): On the way to the bus.`]],
    ['what cannot be said yet', { judgements: { ...QUIET.judgements, shop: { relevance: 'cannotSay', reason: 'Owner not spoken to.' } } }, [/^sites:shop:cannotSay \| sites \| Shops, whether relevant cannot be said yet: \d+ \(.*\): Owner not spoken to\.$/u]],
    ['what an agency says is there', { checks: { ...QUIET.checks, childminder: { answer: 'there', note: 'Care Inspectorate, 3 March' } } }, ['checks:childminder | sites | Childminders: there: Care Inspectorate, 3 March.']],
    ['a risk that was met', { physicalCheck: { visits: [], risks: { community: '', person: 'Graffiti', staff: '' } } }, ['risks:person | visits | Risks to the person: Graffiti.']],
    ['a relevant trace, and one whose relevance is open', { agencies: { contacts: { police: { ...noReply, reply: 'traceRelevant', what: 'Known address' }, nhs: { ...noReply, reply: 'traceUnknown' } }, databases: {}, ownChecks: [] } }, ['agency:nhs | agencies | NHS: liaison officer or MAPPA lead, a trace, whose relevance is not known yet.', 'agency:police | agencies | Police: SOPU, a relevant trace: Known address.']],
    ['a trace in a database, once where its agency says the same', { agencies: { contacts: { solo: { ...noReply, reply: 'traceRelevant', what: 'Arrears' } }, databases: { councilTax: { ...noReply, reply: 'traceRelevant', what: 'Arrears' }, homelessness: { ...noReply, reply: 'traceRelevant', what: 'Asked twice' } }, ownChecks: [] } }, ['agency:solo | agencies | Housing: SOLO, a relevant trace: Arrears.', 'database:homelessness | agencies | Homelessness system, a relevant trace: Asked twice.']],
    ['no silent agency, and no trace that is not relevant', { agencies: { contacts: { police: { ...noReply, reply: 'traceNotRelevant' }, nhs: { ...noReply, reply: 'waiting' } }, databases: {}, ownChecks: [] } }, []],
    ['contact with children, and none where nobody knows', { children: { ...QUIET.children, visiting: 'yes', minded: 'unknown', source: 'Home visit' } }, ['children:visiting | people | Do children visit? Yes. Source: Home visit.']],
    ['an adult at risk in the household', { placement: { ...noPlacement, setting: 'withOthers', household: { otherAdults: yes, adultAtRisk: yes, theyKnow: yes } } }, ['household:adultAtRisk | people | Is anybody of the household an adult at risk? Yes.']],
    ['nearby households without a word of what was answered', { neighbours: { ...noNeighbours, answers: { childrenInStair: 'yes', adultsAtRisk: 'no', others: 'unknown' } } }, ['neighbours | people | Nearby households: something to weigh was answered.']],
    ['nothing of other people of concern: they are the police’s', { othersOfConcern: { answer: 'yes', answeredOn: '2026-03-03' } }, []],
    ['what a home visit told, and what it showed to have changed', { homeVisit: { answers: { neighbours: { answer: 'told', text: 'Shouting on the stair' }, housing: { answer: 'nothing', text: '' } }, changed: ['household'], source: '', on: null, reviews: [] } }, ['homeVisit:neighbours | visits | Home visit, contact with neighbours: Shouting on the stair.', 'homeVisit:changed:household | visits | A home visit showed a change: the household.']],
    ['a place run by staff', { placement: { ...noPlacement, setting: 'hostel', run: { ...noPlacement.run, answers: { childResidents: 'no', adultsAtRisk: 'unknown', visitingChildren: yes, nightStaff: 'no', sharedRooms: 'no' } } } }, ['run:visitingChildren | place | Do children visit? Yes.', 'run:nightStaff | place | No staff through the night.']],
    ['a night before the ERA', { addressKind: 'temporary', placement: { ...noPlacement, tonight: { ...noPlacement.tonight, needed: 'yes', holds: 'Two calls' } } }, ['tonight | place | Slept in before the full ERA is done: Two calls.']],
    ['a conflict, never where and never who', { outcome: { ...QUIET.outcome, victimOrConditionConflict: 'yes' } }, ['conflict | conflict | Conflict with a victim or a condition: yes, see ViSOR.']],
    ['a statement with its source', { statements: CONDUCTED.statements }, ['statement:s1 | statements | Statement (Housing officer): Keeps an eye on the stair.']],
  ])('is %s', (_, change, expected) => {
    expect(found(change)).toEqual(expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one) as string)));
  });

  it('is a departure, by the protocol that the record is read under', () => {
    const keys = (file: CaseFileToday) => findingsOf(file).map(({ key }) => key).filter((key) => key.startsWith('departure:'));
    expect(keys(caseOf(NOT_IN_FULL)).length).toBeGreaterThan(0);
    expect(keys(caseOf(NOT_CONDUCTED)).length).toBeGreaterThan(0);
    expect(keys(caseOf(CONDUCTED, { protocol: LOCAL }))).toEqual([]);
  });

  it('is a clock that ran over, or was given longer, as counted when it was put on record', () => {
    const deadline = { id: 'initialEra', for: 'Initial ERA by all agencies', kind: 'workingDays', limitDays: 7, countedFrom: null, firstDueOn: '2026-03-09', dueOn: '2026-03-09', extension: null, days: [], unknown: null, ruledOn: true, clauses: [] };
    const asked = (change: object) => ({ asked: { deadlines: [{ ...deadline, ...change }] } as unknown as NonNullable<Assessment['asked']> });
    expect(found(asked({}))).toEqual(['clock:initialEra | clocks | Initial ERA by all agencies, due on 2026-03-09: Not decided by 2026-03-09.']);
    expect(found(asked({ dueOn: '2026-03-12', extension: { deadlineId: 'initialEra', to: '2026-03-12', reason: 'No access', decidedOn: '2026-03-08', by: '' } }))).toEqual(['clock:initialEra | clocks | Initial ERA by all agencies, due on 2026-03-09: Longer time was taken, to 2026-03-12: No access.']);
    expect(found(asked({ firstDueOn: '2026-03-10', dueOn: '2026-03-10' }))).toEqual([]);
    expect(found(asked({ ruledOn: false }))).toEqual([]);
  });
});

describe('what is done about it', () => {
  const VISITED = weighed({ ...QUIET, children: { ...QUIET.children, visiting: 'yes' } });
  const [finding] = findingsOf(caseOf(VISITED));
  if (finding === undefined) throw new Error('Nothing was found.');
  const missing = (assessment: Assessment) => taskStates(caseOf(assessment)).formulation.missing.map(({ field }) => field);
  const dealt = (change: Partial<typeof noDealing>): Assessment => ({ ...VISITED, formulation: { ...VISITED.formulation, frame: VISITED.formulation?.frame, dealings: { [finding.key]: { ...noDealing, read: finding.text, ...change } } } as NonNullable<Assessment['formulation']> });

  it.each([
    ['nothing yet', {}, 'open', ['formulation.dealings']],
    ['a measure without its owner and day', { how: 'measure', what: 'Tell the parents.' }, 'dealt', [`formulation.dealings.${finding.key}.owner`, `formulation.dealings.${finding.key}.dueOn`]],
    ['a whole measure', { how: 'measure', what: 'Tell the parents.', owner: 'Social work', dueOn: '2026-03-25' }, 'dealt', []],
    ['accepted without a reason', { how: 'accepted' }, 'dealt', [`formulation.dealings.${finding.key}.reason`]],
    ['accepted with one', { how: 'accepted', reason: 'Always with an adult.' }, 'dealt', []],
    ['said of other words', { how: 'accepted', reason: 'R', read: 'Children do not visit.' }, 'changed', ['formulation.dealings']],
  ] as const)('%s', (_, change, state, expected) => {
    expect(dealtState(dealt(change), finding)).toBe(state);
    expect(missing(dealt(change))).toEqual(expected);
  });

  it('stays in the record when it is found no more, and asks for nothing', () => {
    const gone = { ...VISITED, children: { ...VISITED.children, visiting: 'no' as const } };
    expect(foundNoMore(gone, findingsOf(caseOf(gone))).map(({ read }) => read)).toEqual([finding.text]);
    expect(missing(gone)).toEqual([]);
  });

  it('asks for every part of the formulation in one line', () => {
    const frame = { ...VISITED.formulation?.frame, severity: ' ' } as NonNullable<Assessment['formulation']>['frame'];
    expect(taskStates(caseOf({ ...VISITED, formulation: { ...VISITED.formulation, frame } as NonNullable<Assessment['formulation']> })).formulation.missing.map(({ say }) => say)).toEqual(['Write the risk formulation: severity. ‘Not known yet’ with its reason is an answer.']);
  });

  it('is not asked of a record begun before, nor where no ERA is conducted', () => {
    const before: Assessment = { ...VISITED };
    delete before.formulation;
    expect(taskStates(caseOf(before)).formulation.state).toBe('notNeeded');
    expect(taskStates(caseOf({ ...NOT_CONDUCTED })).formulation.state).toBe('notNeeded');
  });

  it('about nearby households goes when they are deleted, from the history too', () => {
    const near = weighed({ ...QUIET, neighbours: { ...noNeighbours, answers: { childrenInStair: 'yes', adultsAtRisk: null, others: null } } });
    const told = { ...near, history: [{ at: '2026-03-05T10:00:00.000Z', by: 'A. Bell', what: 'w', fields: [{ path: 'assessment.formulation.dealings.neighbours.reason', from: null, to: 'A child next door' }] }] };
    const left = withoutNeighbours(told, { at: '2026-04-20T10:00:00.000Z', by: 'A. Bell' });
    expect(near.formulation?.dealings).toHaveProperty('neighbours');
    expect(left.formulation?.dealings).not.toHaveProperty('neighbours');
    expect(JSON.stringify(left)).not.toContain('A child next door');
  });
});
