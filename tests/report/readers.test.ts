// @vitest-environment happy-dom
import { type CaseFile, isEmpty, mayHave, noAgencyAnswers, noNeighbours, noPlacement, noReply, picked, type Profile, PROFILES } from '@/record';
import { asPlainText, documentFor, READERS, type ReaderId, type RecordDocument } from '@/report';
import RecordPages from '@/views/parts/RecordPages.vue';
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { type CanaryCase, canaryCase, type Choices } from '../cases/canaryCase';
import { askedNow, requestOf } from './request';
import { wordParts } from './wordParts';

const CASES: readonly (readonly [string, Choices])[] = [
  ['manageable with conditions, proposed, conducted', { 'views.agree': 'no', 'outcome.decision': 'manageableWithConditions', 'conduct.decision': 'conducted', 'addressKind': 'proposed', '.relevance': 'relevant', '.reply': 'traceRelevant', '.found': 'elsewhere', '.quorate': 'no' }],
  ['not manageable, a release, not in full', { 'views.agree': 'notAsked', 'outcome.decision': 'notManageable', 'conduct.decision': 'notInFull', 'trigger.kind': 'release', 'victimOrConditionConflict': 'yes', '.how': 'accepted', 'visits.0.outcome': 'attempted' }],
  ['lived in, a place with staff, silent agencies', { 'outcome.decision': 'notManageable', 'conduct.decision': 'conducted', 'addressKind': 'livedIn', 'placement.setting': 'careHome', '.reply': 'waiting' }],
  ['slept in, agencies not asked', { 'outcome.decision': 'manageable', 'conduct.decision': 'conducted', 'addressKind': 'temporary', '.reply': 'notAsked', 'tonight.needed': 'yes' }],
  ['not conducted, home leave', { 'conduct.decision': 'notConducted', 'trigger.kind': 'release', 'release.kind': 'homeLeave' }],
];
const NEED_TO_KNOW = ['panel', 'rsl', 'health', 'education'] as const;
const KEPT_ELSEWHERE: Profile = { ...PROFILES.ra, fields: PROFILES.ra.fields.filter((field) => !field.startsWith('assessment.neighbours')) };
/** What a file for the same reader would hold. */
const LISTS: Readonly<Partial<Record<ReaderId, Profile>>> = { panel: PROFILES.panel, rsl: PROFILES.rsl, health: PROFILES.health, education: PROFILES.education, plan: KEPT_ELSEWHERE, paste: KEPT_ELSEWHERE };

/** What the sources of the area pack are called and leave out is public, and qualifies the judgements that a panel has. */
const OF_THE_MAP = /^assessment\.surroundings\.layers\.0\.(?:title|leavesOut\.)/u;

const request = ({ person, address, assessment }: CaseFile) => requestOf(assessment, { person, address, askedNow: askedNow({ person, assessment }) });
const inDom = (document: RecordDocument): string => mount(RecordPages, { props: { document, training: false } }).element.textContent ?? '';
/** The same canaries, and no other, in its data, as plain text and on the page. */
function shown({ file, pathsIn }: CanaryCase, reader: ReaderId, profiles?: Readonly<Record<(typeof NEED_TO_KNOW)[number], Profile>>): readonly string[] {
  const document = documentFor(request(file), reader, profiles);
  const found = pathsIn(JSON.stringify({ ...document, sections: document.sections.map(({ heading, part, blocks }) => ({ heading, part, blocks })) }));
  expect(pathsIn(asPlainText(document))).toEqual(found);
  expect(pathsIn(inDom(document))).toEqual(found);
  return found;
}

describe.each(CASES)('of a case that says something else in each of its fields (%s)', (_, choices) => {
  const canaries = canaryCase(choices);

  it.each(Object.entries(LISTS) as [ReaderId, Profile][])('the document ‘%s’ holds nothing that a file for the same reader would not', (reader, profile) => {
    const may = canaries.pathsIn(JSON.stringify(picked(canaries.file, profile)));
    const found = shown(canaries, reader);
    expect(found.filter((path) => !may.includes(path) && !(reader === 'panel' && OF_THE_MAP.test(path)))).toEqual([]);
    expect(found.length).toBeGreaterThan(reader === 'plan' ? 0 : 5);
  });

  it.each(NEED_TO_KNOW)('‘%s’ holds what that file would, but for ids, conditions of another decision, and points and times of a list', (reader) => {
    const found = shown(canaries, reader);
    const lost = canaries.pathsIn(JSON.stringify(picked(canaries.file, PROFILES[reader]))).filter((path) => !found.includes(path));
    const isDropped = (path: string) => /Id$/u.test(path) || (path.endsWith('outcome.conditions') && canaries.file.assessment.outcome.decision !== 'manageableWithConditions');
    expect(lost.filter((path) => !isDropped(path))).toEqual([]);
  });

  it.each(['full', ...Object.keys(LISTS)] as ReaderId[])('the Word file of ‘%s’ holds the same, and nothing more in any of its parts', async (reader) => {
    const parts = await wordParts(documentFor(request(canaries.file), reader));
    expect(canaries.pathsIn(Object.values(parts).join('\n'))).toEqual(shown(canaries, reader));
  });

  it('the full record holds more than anybody else’s', () => {
    const found = shown(canaries, 'full');
    for (const reader of Object.keys(LISTS) as ReaderId[]) expect(shown(canaries, reader).length, reader).toBeLessThan(found.length);
  });
});

/** Ids, keys, signatures, officers' names that stand elsewhere, what a change said before and after, and a purpose that is for our own log. */
const NEVER_PRINTED = /(?:Id|By|\.by|signature|\.text|vouch|verifyKey|\.address|\.from|\.to|layers\.0\.id|propertyRequests\.0\.purpose|fromProfile\.facts\..*|used\.fields\.0)$/u;
/** What these cases do not ask: a reason where there is a measure, a place with rooms, a kind of place without a site, answers of a landlord to other questions. */
const OF_OTHER_CASES = /(?:dealings\..*\.reason|hostel\.\w+|judgements\.shop\.reason|splits\..*|changesAnswered\.0\.reason|reply\.answers\.\w+)$/u;

it('the full records of these cases hold every text that is asked for in them', () => {
  const of = CASES.map(([, choices]) => canaryCase(choices));
  const found = new Set(of.flatMap((one) => shown(one, 'full')));
  const lost = of.flatMap(({ file, pathsIn }) => pathsIn(JSON.stringify(file))).filter((path) => !found.has(path));
  expect(lost.filter((path) => !NEVER_PRINTED.test(path) && !OF_OTHER_CASES.test(path))).toEqual([]);
  expect(found.size).toBeGreaterThan(200);
});

describe('a list that is made wider', () => {
  it.each(['assessment.outcome.reasons', 'assessment.placement.release.conditionSays', 'assessment.homeVisit.answers.neighbours.text', 'assessment.agencies.contacts.police.what', 'assessment.statements.0.text', 'assessment.physicalCheck.risks.staff', 'assessment.formulation.frame.nature', 'assessment.propertyRequests.0.recipient', 'assessment.clocks.extensions.0.reason', 'assessment.conduct.rationale'])('lets %s through, to every reader of a list (negative control)', (path) => {
    const canaries = canaryCase({ 'outcome.decision': 'manageable', 'conduct.decision': 'conducted' });
    for (const reader of ['rsl', 'health', 'education'] as const) {
      const wider: Profile = { ...PROFILES[reader], fields: [...PROFILES[reader].fields.filter((field) => field !== path), path.replace(/\.0\./u, '.*.')] };
      expect(shown(canaries, reader)).not.toContain(path);
      expect(shown(canaries, reader, { ...PROFILES, [reader]: wider })).toContain(path);
    }
  });
});

describe('answers that a reader may not have', () => {
  const { file } = canaryCase({ 'outcome.decision': 'manageable', 'conduct.decision': 'conducted', '.relevance': 'relevant', 'othersOfConcern.answer': 'yes' });
  const withAll = (change: Partial<CaseFile['assessment']>): CaseFile => ({ ...file, assessment: { ...file.assessment, ...change } });
  const { assessment } = file;
  const { neighbours: near = noNeighbours, placement: place = noPlacement, agencies: asked = noAgencyAnswers } = assessment;
  const flipped = <T extends object>(answers: T) => Object.fromEntries(Object.keys(answers).map((id) => [id, 'no'])) as T;

  it.each<[string, string, CaseFile]>([
    ['a conflict with a victim or a condition (harm 1)', 'assessment.outcome.victimOrConditionConflict', withAll({ outcome: { ...assessment.outcome, victimOrConditionConflict: 'no', conflictAnsweredBy: null } })],
    ['nearby households (harm 8)', 'assessment.neighbours.answers.others', withAll({ neighbours: { ...near, answers: flipped(near.answers), knownOn: null } })],
    ['other people of concern (harm 9)', 'assessment.othersOfConcern.answer', withAll({ othersOfConcern: { answer: 'no', answeredOn: null } })],
    ['the household', 'assessment.placement.household.otherAdults', withAll({ placement: { ...place, household: flipped(place.household) } })],
    ['behaviours', 'person.behaviours.inciting', { ...file, person: { ...file.person, behaviours: flipped(file.person.behaviours) } }],
    ['contact with children', 'assessment.children.visiting', withAll({ children: { ...assessment.children, livingHere: 'no', visiting: 'no', minded: 'no' } })],
    ['what another agency answered', 'assessment.agencies.contacts.police.reply', withAll({ agencies: { ...asked, contacts: { ...asked.contacts, police: { ...noReply, reply: 'traceRelevant', answeredOn: '2026-03-09' } } } })],
  ])('change no letter of its document: %s', (_, path, other) => {
    const blind = NEED_TO_KNOW.filter((reader) => !mayHave(PROFILES[reader])(path));
    expect(blind.length).toBeGreaterThan(0);
    for (const reader of blind) expect(documentFor(request(other), reader)).toEqual(documentFor(request(file), reader));
    const control = path.startsWith('assessment.othersOfConcern') ? 'police' : 'full';
    expect(documentFor(request(other), control)).not.toEqual(documentFor(request(file), control));
  });
});

it('says of itself, to every reader, when it was undertaken, as at when, and what the log then stood at', () => {
  const { file } = canaryCase();
  for (const reader of Object.keys(READERS) as ReaderId[]) {
    const text = asPlainText(documentFor(request(file), reader)).replaceAll(/\s+/gu, ' ');
    for (const said of ['This assessment is accurate at the time it was undertaken (ERA-2017 4.0): begun on 5 March 2026, decided on 5 March 2026.', file.assessment.reference, '20 March 2026 at 10:00', 'K7QX2M9P']) expect(text, reader).toContain(said);
    expect(isEmpty(documentFor(request(file), reader).sections)).toBe(false);
  }
});
