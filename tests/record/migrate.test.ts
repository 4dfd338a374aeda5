import { emptyOffice, migrated, type Office, parseAddress, parseAssessment, parseOffice, parsePerson, RecordError, taskStates } from '@/record';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCAL, TODAY } from '../cases/caseFile';

type Fields = Record<string, unknown>;
/** Written by the released Steading of shape 1; never changed. */
const fixture = (name: string) => JSON.parse(readFileSync(new URL(`./fixtures/${name}.shape1.json`, import.meta.url), 'utf8')) as Fields;
const person1 = (changed: Fields) => parsePerson({ ...fixture('person'), ...changed });

describe('documents of shape 1', () => {
  it('open for ever, whatever they hold', () => {
    expect(parsePerson(fixture('person')).schema).toBe(2);
    expect(parseAddress(fixture('address'))).toEqual({ ...fixture('address'), schema: 2 });
    expect(parseOffice(fixture('office'))).toEqual({ ...emptyOffice, ...fixture('office'), schema: 2 } satisfies Partial<Office> as Office);
    expect(parseAssessment(fixture('assessment-conducted')).schema).toBe(2);
  });

  it.each(['assessment-conducted', 'assessment-not-conducted'])('lose nothing: %s', (name) => {
    const before = fixture(name);
    const after = parseAssessment(before) as unknown as Fields;
    const { conduct: { reliedOnInstead, ...conduct }, trigger, schema, ...rest } = before as { conduct: Fields; trigger: Fields; schema: number } & Fields;
    expect(schema).toBe(1);
    expect(after).toMatchObject({ ...rest, conduct: { ...conduct, reliedOn: reliedOnInstead }, trigger });
    expect(after['history']).toEqual(before['history']);
  });

  it('leave unanswered what was not asked then', () => {
    const { changes, lastEra, lastReview, local, clocks, children, statements, asked, trigger, conduct } = parseAssessment(fixture('assessment-conducted'));
    expect(Object.values(changes)).toEqual([null, null, null]);
    expect([lastEra.answer, lastReview.answer, children.livingHere, children.referral.decision, conduct.ground, asked]).toEqual([null, null, null, null, null, null]);
    expect([local, clocks.agencies, clocks.extensions, statements, conduct.partsLeftOut, trigger.event]).toEqual([{}, {}, [], [], [], '']);
  });

  it('are asked what is new, and keep every task that asks nothing new done', () => {
    const address = parseAddress(fixture('address'));
    const states = taskStates({ person: parsePerson(fixture('person')), address, assessment: parseAssessment(fixture('assessment-conducted')), today: TODAY, protocol: null });
    expect(states.person.missing.map(({ field }) => field)).toEqual(['person.orders', 'person.behaviours']);
    expect([states.address.state, states.sites.state, states.outcome.state, states.review.state, states.children.state]).toEqual(['done', 'done', 'done', 'done', 'notStarted']);
  });

  it('are refused, with the place, where they are damaged', () => {
    const refusal = (act: () => unknown) => { try { act(); } catch (error) { return error instanceof RecordError ? error.path : error; } return 'taken'; };
    expect(refusal(() => parseAssessment({ ...fixture('assessment-conducted'), conduct: 7 }))).toBe('conduct');
    expect(refusal(() => parseAssessment({ ...fixture('assessment-conducted'), conduct: { decision: 'conducted' } }))).toMatch(/^conduct\./);
    expect(refusal(() => person1({ supervision: 'sometimes' }))).toBe('supervision');
    expect(refusal(() => person1({ supervision: 'toString' }))).toBe('supervision');
  });
});

describe('supervision of shape 1', () => {
  it.each([
    ['none', 'no', {}],
    ['licence', 'yes', { licence: 'yes' }],
    ['orderWithSupervision', 'yes', { cpoWithSupervision: 'yes' }],
    ['orderWithoutSupervision', 'no', { cpoWithoutSupervision: 'yes' }],
    [null, null, {}],
  ])('%s is supervision %s and answers no other order', (before, supervision, orders) => {
    const after = person1({ supervision: before });
    expect(after.supervision).toBe(supervision);
    expect(Object.fromEntries(Object.entries(after.orders).filter(([, answer]) => answer !== null))).toEqual(orders);
    expect(Object.values(after.behaviours)).toEqual([null, null, null]);
  });

  it('of a restricted patient is category 2, and never stands against a category that was answered', () => {
    expect(person1({ supervision: 'restrictedPatient', category: null })).toMatchObject({ category: 'category2', supervision: null });
    expect(person1({ supervision: 'restrictedPatient', category: 'category1' })).toMatchObject({ category: 'category1', supervision: null });
  });
});

describe('migrated', () => {
  it('leaves alone what has no older shape, and changes nothing in place', () => {
    const office = { ...emptyOffice, protocol: LOCAL };
    expect(migrated('office', office)).toBe(office);
    for (const value of [null, 7, 'text', [], {}, { schema: 9 }]) expect(migrated('assessment', value)).toBe(value);
    const before = fixture('assessment-conducted');
    migrated('assessment', before);
    expect(before).toEqual(fixture('assessment-conducted'));
  });

  it('gives each record answers of its own', () => {
    const [one, other] = [migrated('assessment', fixture('assessment-conducted')), migrated('assessment', fixture('assessment-conducted'))] as [Fields, Fields];
    for (const part of ['clocks', 'children', 'lastEra', 'changes']) expect(one[part]).not.toBe(other[part]);
  });
});
