import { ADDRESS_KINDS, BEHAVIOURS, CHECK_AGENCIES, CONDUCT_CHOICES, GROUNDS, ORDERS, TRIGGERS } from '@/terms';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FACTS_SCHEMA_FILE, factsSchemaText } from '../../build/factsSchema';
import { factsFaults } from '../../src/cli/factsFaults';
import { DECIDE_CASES, ORDINARY } from './decideCases';
import { accepts } from './jsonSchema';

const TODAY = '2026-06-15';
const text = factsSchemaText();
const schema = JSON.parse(text) as Readonly<Record<string, unknown>>;
const schemaAccepts = (facts: unknown) => accepts(schema, schema, facts);
const commandAccepts = (facts: unknown) => factsFaults(facts, TODAY).length === 0;

/** null: the file stands as it is generated. */
function drift(checkedIn: string): string | null {
  return checkedIn === text ? null : 'docs/facts.schema.json is not what src/cli/factsSchema.ts says. Write it anew: npx tsx build/factsSchema.ts';
}

describe('docs/facts.schema.json', () => {
  it('is what the command checks by', () => {
    expect(drift(readFileSync(FACTS_SCHEMA_FILE, 'utf8'))).toBeNull();
  });

  it('negative control: a file that lags behind is told, with how to write it anew', () => {
    expect(drift(text.replace('"initialRegistration",', ''))).toContain('npx tsx build/factsSchema.ts');
  });

  it('says what it is, and describes every entry', () => {
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'urn:steading:facts', title: 'Facts for steading decide', type: 'object', additionalProperties: false });
    const undescribed: string[] = [];
    JSON.stringify(schema, (key, value: unknown) => {
      if (key === 'properties') undescribed.push(...Object.entries(value as Record<string, { description?: string }>).filter(([, one]) => (one.description ?? '') === '').map(([name]) => name));
      return value;
    });
    expect(undescribed).toEqual([]);
  });

  it('gives the words of every answer that has words', () => {
    for (const terms of [TRIGGERS, ADDRESS_KINDS, CONDUCT_CHOICES, GROUNDS]) for (const [id, words] of Object.entries(terms)) expect(text).toContain(`${id} = ${words}`);
    for (const terms of [ORDERS, BEHAVIOURS, CHECK_AGENCIES]) for (const words of Object.values(terms)) expect(text).toContain(words);
  });
});

const someAnswer = fc.constantFrom<unknown>('yes', 'no', 'unknown', 'never', 'release', 'none', 'category1', '2026-05-04', '2026-02-30', '1850-01-01', 'notConducted', null, true, 7, 2028, '', [], {});
const KEYS = [...Object.keys(ORDINARY), 'trigger', 'clock', 'calendar', 'conduct', 'on', 'name', 'event', 'notification', 'extensions', 'agencies', 'police', 'licence', 'inciting', 'localHolidays', 'nationalYears', 'year', 'days', 'source', 'choice', 'agenciesSideBySide', 'nonsense'];
const someFacts = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, someAnswer, tie('object'), fc.array(tie('value'), { maxLength: 2 })),
  object: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4 }),
})).object;

/** One entry of good facts is replaced, so that many stay good. */
const nearlyGood = fc.tuple(fc.constantFrom(...DECIDE_CASES.map(({ facts }) => facts)), fc.constantFrom(...KEYS), someAnswer).map(([facts, key, value]) => ({ ...facts, [key]: value }));

/** What the schema refuses, the command refuses; what the command takes, the schema takes. */
const agree = (takes: (facts: unknown) => boolean) => fc.property(fc.oneof(someFacts, nearlyGood), (facts) => schemaAccepts(facts) || !takes(facts));

describe('the schema and the command', () => {
  it.each(DECIDE_CASES.map(({ name, facts }) => [name, facts] as const))('both take the facts of the case that %s', (_name, facts) => {
    expect([schemaAccepts(JSON.parse(JSON.stringify(facts))), commandAccepts(facts)]).toEqual([true, true]);
  });

  it.each<[string, unknown]>([
    ['an answer that is none', { registered: 'maybe' }], ['an unknown key', { registred: 'yes' }], ['a day that is none', { clock: { renewedOn: '2026-02-30' } }], ['a list', []], ['an unknown agency', { clock: { agencies: { SOLO: {} } } }],
    ['an extension without a reason', { clock: { extensions: [{ deadlineId: 'solo', to: '2026-12-18', decidedOn: '2026-11-20', by: 'Sergeant' }] } }],
    ['a year without holidays', { calendar: { nationalYears: [{ year: 2028, days: [], source: 'mygov.scot' }] } }], ['a blank name', { calendar: { localHolidays: [{ on: '2026-12-29', name: ' ' }] } }],
  ])('both refuse %s', (_name, facts) => {
    expect([schemaAccepts(facts), commandAccepts(facts)]).toEqual([false, false]);
  });

  it('agree: the command takes nothing that the schema refuses', () => {
    fc.assert(agree(commandAccepts), { numRuns: 3000 });
  });

  it('negative control: a command that passes over unknown keys is found out', () => {
    const lax = (facts: unknown) => factsFaults(facts, TODAY).every(({ say }) => say.startsWith('There is no such entry here.'));
    expect(fc.check(agree(lax), { numRuns: 3000 }).failed).toBe(true);
  });
});
