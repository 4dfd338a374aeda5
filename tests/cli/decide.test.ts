import fc from 'fast-check';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { factsAnswer } from '../../src/cli/factsAnswer';
import { callSteading } from './callSteading';
import { DECIDE_CASES, ORDINARY } from './decideCases';

type FactsAnswer = ReturnType<typeof factsAnswer>;

const root = resolve(import.meta.dirname, '../..');
const call = (file: string | Uint8Array) => callSteading(['decide', 'facts.json'], { 'facts.json': file });
const decided = async (facts: unknown): Promise<FactsAnswer> => {
  const { exit, out, err } = await call(JSON.stringify(facts));
  expect([exit, err]).toEqual([0, '']);
  return JSON.parse(out) as FactsAnswer;
};

const deadlineRow = ({ id, dueOn, firstDueOn, countedFrom, unknown, ruledOn }: FactsAnswer['deadlines'][number]) => [
  `${id} ${dueOn ?? String(unknown?.reason)}`,
  countedFrom ? ` from ${String(countedFrom.on)} ${countedFrom.event}${countedFrom.agency === null ? '' : ` (${countedFrom.agency})`}` : '',
  firstDueOn === dueOn ? '' : `, first ${String(firstDueOn)}`, ruledOn ? '' : ', not ruled on',
].join('');

const departureRow = ({ criterionId, asked, choice, ground, authority: { needed, given, by, on }, reopenOn }: FactsAnswer['departures'][number]) =>
  `${criterionId} ${asked} ${choice} ${String(ground)}: authority ${needed ? 'needed' : 'not needed'}, ${given ? 'given' : 'not given'}${by === null ? '' : ` by ${by} on ${String(on)}`}; again ${String(reopenOn)}`;

describe('steading decide', () => {
  it.each(DECIDE_CASES.map((one) => [one.name, one] as const))('%s', async (_name, { facts, ...expected }) => {
    const answer = await decided(facts);
    expect({
      name: expected.name, requirement: answer.requirement, lead: answer.lead,
      clauses: answer.clauses.map(({ id, document, clause, status }) => `${id} ${document} ${clause} ${status}`),
      unknowns: answer.unknowns.map(({ fact, reason }) => `${fact} ${reason}`), deadlines: answer.deadlines.map(deadlineRow), departures: answer.departures.map(departureRow),
    }).toEqual({ unknowns: [], deadlines: [], departures: [], ...expected });
  });

  it('prints every key in its order, and nothing else', async () => {
    const { out } = await call(JSON.stringify({ ...ORDINARY, trigger: 'newAddress', addressKind: 'proposed', conduct: { choice: 'notConducted' } }));
    const answer = JSON.parse(out) as FactsAnswer;
    expect(out).toBe(JSON.stringify(answer, null, 2));
    expect(Object.keys(answer)).toEqual(['requirement', 'lead', 'clauses', 'unknowns', 'deadlines', 'departures', 'answers', 'stop', 'why', 'wouldChange']);
    expect(Object.keys(answer.deadlines[0] ?? {})).toEqual(['id', 'for', 'dueOn', 'firstDueOn', 'countedFrom', 'kind', 'unknown', 'ruledOn']);
    expect(answer.departures[1]).toEqual({
      criterionId: 'physicalCheck', question: 'Has a potential property been identified?', asked: 'must', choice: 'notConducted', ground: null,
      clauses: [{ document: 'ERA-2017', clause: '5.3', status: 'confirmed' }, { document: 'ERA-2017', clause: '5.3', status: 'partial' }],
      authority: { needed: true, by: null, on: null, given: false }, reopenOn: null,
    });
  });

  it('tells the four answers apart, why, what would change it, and whom to turn to', async () => {
    const adult = await decided({ registered: 'yes', trigger: 'newAddress', addressKind: 'proposed', lastEra: 'unknown' });
    expect(adult.answers.slice(0, 4)).toEqual([
      { id: 'under18', answer: 'unknown', reason: 'unanswered' }, { id: 'initialRegistration', answer: 'notMet' }, { id: 'subsequentAddress', answer: 'met' }, { id: 'eraOutstanding', answer: 'doesNotApply' },
    ]);
    expect(adult.stop).toBeNull();
    expect(adult.why).toContain('An ERA must be carried out.');
    expect(adult.wouldChange).toContain("If 'Under 18' were answered 'Yes': The adult standard does not apply.");
    const { stop, answers } = await decided({ under18: 'yes' });
    expect(stop?.turnTo).toContain('children and families social work');
    expect(answers.filter(({ answer }) => answer !== 'doesNotApply')).toEqual([{ id: 'under18', answer: 'met' }]);
  });

  it('takes null for what nobody has answered, as if it were left out', async () => {
    const nulls = Object.fromEntries(['under18', 'registered', 'orders', 'behaviours', 'trigger', 'lastEra', 'local', 'clock', 'calendar', 'protocol', 'conduct'].map((key) => [key, null]));
    expect(await decided({ asOf: '2026-06-15', ...nulls })).toEqual(await decided({ asOf: null, clock: { notification: { on: null }, agencies: null, extensions: null }, orders: { licence: null } }));
  });

  it('asks for today in Scotland where no day is given, and for the day that is given', async () => {
    const yearly = { ...ORDINARY, trigger: 'other', lastEra: '2025-06-15', asOf: undefined };
    expect((await decided(yearly)).requirement).toBe('complyOrExplain');
    expect((await decided({ ...yearly, asOf: '2026-06-14' })).requirement).toBe('discretionary');
  });

  it('answers the example of docs/facts.md as it stands there', async () => {
    const [facts = '', shown = ''] = [...readFileSync(join(root, 'docs/facts.md'), 'utf8').matchAll(/```json\n([^`]*)```/gu)].map(([, json]) => json);
    const { answers, stop, why, wouldChange, ...first } = await decided(JSON.parse(facts));
    expect([answers.length > 0, stop, why.length > 0, wouldChange.length > 0]).toEqual([true, null, true, true]);
    expect(JSON.parse(shown)).toEqual(first);
  });

  it('prints JSON alone as a process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'steading-decide-'));
    const path = join(folder, 'facts.json');
    writeFileSync(path, JSON.stringify(ORDINARY));
    const printed = await new Promise<{ code: number | null; out: string }>((done) => {
      const child = execFile('npm', ['run', '-s', 'steading', '--', 'decide', path], { cwd: root }, (_, out) => { done({ code: child.exitCode, out }); });
    });
    rmSync(folder, { recursive: true });
    expect(printed.code).toBe(0);
    expect(JSON.parse(printed.out)).toEqual(await decided(ORDINARY));
  });
});

/** Values as they stand in facts files, and others. */
const someValue = fc.oneof(
  fc.constantFrom<unknown>('yes', 'no', 'unknown', 'never', 'newAddress', 'annualReview', 'release', 'category1', 'category2', 'proposed', 'none', '2026-05-04', '2099-12-31', '1900-01-01', '2026-02-30', null, true, 0, '', {}, []),
  fc.jsonValue({ maxDepth: 2 }),
);
const objectOf = (...keys: readonly string[]) => fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: fc.string() }), someValue, { maxKeys: 4 });
const start = fc.oneof({ weight: 3, arbitrary: fc.record({ on: fc.constantFrom('2026-05-04', '2027-12-30', '2099-12-31', null), event: fc.constant('Form') }) }, { weight: 1, arbitrary: someValue });
const likelyFacts = fc.record({
  asOf: fc.constantFrom('2026-11-20', '1900-01-01', '2099-12-31', null), under18: fc.constantFrom('no', null), registered: fc.constantFrom('yes', 'no', 'unknown'),
  trigger: fc.constantFrom('newAddress', 'annualReview', 'release', 'initialRegistration', null), addressKind: fc.constantFrom('proposed', 'livedIn', 'none', null),
  lastEra: fc.constantFrom('never', 'unknown', '1900-02-28', null), clock: fc.record({ notification: start, renewedOn: fc.constantFrom('2026-05-04', '2099-12-31'), agencies: fc.record({ police: start }) }, { requiredKeys: [] }),
  conduct: fc.record({ choice: fc.constantFrom('conducted', 'notConducted', 'notInFull') }), orders: objectOf('licence', 'shpo'), local: objectOf('young-adult', 'constructor', '__proto__'),
}, { requiredKeys: [] });

describe('whatever the file holds', () => {
  it('ends with 0 and an answer, or with 2, faults and nothing on stdout', async () => {
    const exits = new Set<number>();
    await fc.assert(fc.asyncProperty(fc.oneof(likelyFacts, objectOf(...Object.keys(ORDINARY), 'clock', 'calendar', 'protocol', 'conduct', 'local'), fc.jsonValue()), async (facts) => {
      const { exit, out, err } = await call(JSON.stringify(facts));
      exits.add(exit);
      if (exit === 0) expect([Object.keys(JSON.parse(out) as object).length, err]).toEqual([10, '']);
      else expect([exit, out, err === '']).toEqual([2, '', false]);
    }), { numRuns: 1500 });
    expect([...exits].toSorted()).toEqual([0, 2]);
  });

  it('reads bytes that are no facts at all', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (bytes) => {
      const { exit, out } = await call(bytes);
      expect(exit === 0 || (exit === 2 && out === '')).toBe(true);
    }));
  });
});
