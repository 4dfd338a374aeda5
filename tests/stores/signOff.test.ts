import { amendedFields, type Assessment, authorityText, findingsOf, frozenIn, noFormulation, noNeighbours, parseAssessment, readyToSign, signOffText, signState, standingRound, unpacked } from '@/record';
import { useSignOff } from '@/stores';
import type { OpenVault } from '@/vault';
import { beforeEach, describe, expect, it } from 'vitest';
import { caseOf, CONDUCTED, TODAY } from '../cases/caseFile';
import { PASSPHRASE } from '../vault/testDoor';
import { IDS, openCase, rationale, vaultWithCase } from './openCase';

const OTHERS = 'a passphrase of the manager alone';

let vault: OpenVault;
beforeEach(async () => {
  vault = await vaultWithCase();
  await vault.addOfficer({ name: 'M. Ross', role: 'Detective Inspector', agency: 'police', passphrase: OTHERS });
});

const stored = async () => parseAssessment((await vault.read('assessment', IDS.assessment))?.value);
const as = (who: 'assessor' | 'manager', passphrase: string, why = '') => ({ as: who, own: who === 'assessor', why, passphrase });

async function signing() {
  const page = await openCase(vault);
  const store = useSignOff(page.pinia);
  await store.read();
  return { ...page, store };
}

/** Signed by both. */
async function signedOff() {
  const page = await signing();
  expect(await page.store.sign(as('assessor', PASSPHRASE))).toEqual({ is: 'signed' });
  expect(await page.store.sign(as('manager', OTHERS))).toEqual({ is: 'signed' });
  return page;
}

describe('sign-off', () => {
  it('is by two officers’ own keys, over the record as it read then, on record and on the log', async () => {
    const { store } = await signedOff();
    const assessment = await stored();
    const round = standingRound(assessment) ?? expect.fail('nothing stands');
    expect(signState(assessment)).toBe('whole');
    expect(round.signatures.map(({ as: what, name }) => [what, name])).toEqual([['assessor', vault.officer.name], ['manager', 'M. Ross']]);
    const read = frozenIn(unpacked(round.document)) ?? expect.fail('not readable');
    expect(JSON.stringify(read)).toContain('First look at a new address.');
    expect(Object.values(store.holds)).toEqual([true, true]);
    expect(assessment.history.map(({ what }) => what)).toEqual([`signed as assessor by ${vault.officer.name}`, 'signed as manager of the lead agency by M. Ross']);
    expect((await vault.readLog()).map(({ act }) => act)).toEqual(expect.arrayContaining(['a record signed', 'a second officer signed', 'signed as manager of the lead agency by M. Ross']));
  });

  it('holds no more once what was read, what was signed as, or the words on it are altered', async () => {
    const { store } = await signedOff();
    const { value: record, rev } = await vault.read('assessment', IDS.assessment) ?? expect.fail('gone');
    const { summary } = vault.list('assessment').find(({ id }) => id === IDS.assessment) ?? expect.fail('not listed');
    const assessment = parseAssessment(record);
    const round = standingRound(assessment) ?? expect.fail('nothing stands');
    const altered = [
      { ...round, leftOpen: [{ key: 'conflict', read: 'A conflict.' }] },
      { ...round, signatures: round.signatures.map((one) => ({ ...one, why: 'Other words.' })) },
      { ...round, signatures: round.signatures.map((one) => ({ ...one, as: 'manager' as const })) },
    ];
    const held: (readonly boolean[])[] = [];
    for (const [at, one] of altered.entries()) {
      await vault.save([{ table: 'assessment', id: IDS.assessment, baseRev: rev + at, value: { ...assessment, signed: [one] }, summary }], [{ event: 'alteration', act: 'test', about: [], detail: {} }]);
      const page = await openCase(vault);
      const again = useSignOff(page.pinia);
      await again.read();
      held.push(round.signatures.map(({ signature }) => again.holds[signature] ?? false));
    }
    expect(held).toEqual([[false, false], [false, false], [false, true]]);
    expect(Object.values(store.holds)).toEqual([true, true]);
  });

  it('is not by one officer as both, nor with a colleague’s passphrase as one’s own, nor before the tasks are done', async () => {
    const { store, type } = await signing();
    expect(await store.sign(as('assessor', OTHERS))).toMatchObject({ is: 'wrong' });
    await expect(store.sign(as('manager', OTHERS))).rejects.toThrow('The assessor signs first');
    await store.sign(as('assessor', PASSPHRASE));
    await expect(store.sign({ ...as('manager', PASSPHRASE), own: true })).rejects.toThrow('two officers');
    await expect(store.sign(as('assessor', PASSPHRASE))).rejects.toThrow('signed it already');
    expect(signState(await stored())).toBe('half');
    await type((docs) => { docs.assessment.outcome.reasons = ''; });
    await expect(store.sign(as('manager', OTHERS))).rejects.toThrow('draft');
  });

  it('asks the assessor to read it anew where another page saved meanwhile', async () => {
    const { store } = await signing();
    const other = await openCase(vault);
    await other.type(rationale('Written on another page.'));
    await other.open.commit('test');
    await expect(store.sign(as('assessor', PASSPHRASE))).rejects.toThrow('not the one that you read');
    expect(signState(await stored())).toBe('none');
  });
});

describe('a signed record', () => {
  it('is cancelled by a changed answer before the manager signed, and says so', async () => {
    const page = await signing();
    await page.store.sign(as('assessor', PASSPHRASE));
    await page.type(rationale('Thought over again.'));
    await page.open.commit('conduct decision recorded');
    const assessment = await stored();
    expect([signState(assessment), assessment.signed?.[0]?.cancelled?.why]).toEqual(['cancelled', '']);
  });

  it('takes no change without a reason: nothing is saved, and the draft stays', async () => {
    const page = await signedOff();
    const before = await stored();
    await page.type(rationale('Amended.'));
    await expect(page.open.commit('conduct decision recorded')).rejects.toThrow('Say why it is amended');
    expect(await stored()).toEqual(before);
    expect(page.open.docs?.assessment.conduct.rationale).toBe('Amended.');
    await page.type((docs) => { docs.assessment.amendment = 'The date was misread.'; });
    await page.open.commit('conduct decision recorded');
    const amended = await stored();
    const entry = amended.history.at(-1);
    expect(entry).toMatchObject({ amends: 'The date was misread.', fields: [{ path: 'assessment.conduct.rationale', from: CONDUCTED.conduct.rationale, to: 'Amended.' }] });
    expect(amended.signed?.[0]).toMatchObject({ cancelled: { why: 'The date was misread.', at: entry?.at } });
    // What both read stays as they read it.
    expect(unpacked(amended.signed?.[0]?.document ?? '')).toContain('First look at a new address.');
    expect(amended.signed?.flatMap((round) => amendedFields(amended, round))).toEqual(entry?.fields);
    expect('amendment' in amended).toBe(false);
    await page.store.read();
    expect(Object.values(page.store.holds)).toEqual([true, true]);
  });

  it.each<[string, (assessment: Assessment) => void]>([
    ['nearby households, which have a clock of their own', (one) => { if (one.neighbours) one.neighbours.source = 'police'; }],
    ['what only the police answer', (one) => { if (one.othersOfConcern) one.othersOfConcern.answer = 'askPolice'; }],
  ])('is not cancelled by %s', async (_, change) => {
    const page = await signedOff();
    await page.type(({ assessment }) => { change(assessment); });
    await page.open.commit('test');
    const assessment = await stored();
    expect([signState(assessment), assessment.history.at(-1)?.what]).toEqual(['whole', 'test']);
  });

  it('is for the assessor again where the person was saved anew before the manager signed, and not after', async () => {
    const page = await signing();
    await page.store.sign(as('assessor', PASSPHRASE));
    const { value, rev } = await vault.read('person', IDS.person) ?? expect.fail('gone');
    const { summary } = vault.list('person').find(({ id }) => id === IDS.person) ?? expect.fail('not listed');
    await vault.save([{ table: 'person', id: IDS.person, baseRev: rev, value: { ...(value as object), level: 'level2' }, summary }], [{ event: 'alteration', act: 'test', about: [], detail: {} }]);
    const again = await signing();
    expect(again.store.readOtherwise).toBe(true);
    await expect(again.store.sign(as('manager', OTHERS))).rejects.toThrow('saved anew');
    await again.store.sign(as('assessor', PASSPHRASE));
    await again.store.sign(as('manager', OTHERS));
    const assessment = await stored();
    expect(assessment.signed?.map(({ cancelled }) => cancelled === null)).toEqual([false, true]);
    expect(assessment.signed?.map((round) => amendedFields(assessment, round)), 'no answer of this record was changed').toEqual([[], []]);
  });
});

describe('a finding that nobody dealt with', () => {
  const { formulation = noFormulation, neighbours = noNeighbours } = CONDUCTED;
  const lessOne = { ...formulation, dealings: Object.fromEntries(Object.entries(formulation.dealings).slice(1)) };
  async function leaveOpen() {
    const page = await openCase(vault);
    await page.type((docs) => { docs.assessment.formulation = structuredClone(lessOne); });
    await page.open.commit('test');
    const store = useSignOff(page.pinia);
    await store.read();
    return { ...page, store };
  }

  it('is left open by the manager alone, with the reason, and keeps no task open then', async () => {
    expect(readyToSign(caseOf({ ...CONDUCTED, formulation: lessOne }))).toMatchObject({ open: [], leftOpen: [{ read: findingsOf(caseOf(CONDUCTED))[0]?.text }] });
    const page = await leaveOpen();
    expect(page.open.taskState('formulation')?.state).toBe('inProgress');
    await page.store.sign(as('assessor', PASSPHRASE));
    expect(page.open.taskState('formulation')?.state).toBe('inProgress');
    await expect(page.store.sign(as('manager', OTHERS))).rejects.toThrow('Say why');
    await page.store.sign(as('manager', OTHERS, 'Judged with the next visit.'));
    expect(page.open.taskState('formulation')?.state).toBe('done');
    expect(standingRound(await stored())?.signatures[1]?.why).toBe('Judged with the next visit.');
  });

  it('blocks it where it is about nearby households: nobody could read there what was left open', () => {
    const near = caseOf({ ...CONDUCTED, neighbours: { ...neighbours, answers: { ...neighbours.answers, [Object.keys(neighbours.answers)[0] ?? '']: 'yes' }, source: 'police', knownOn: '2026-03-03' } });
    expect(findingsOf(near).length).toBe(findingsOf(caseOf(CONDUCTED)).length + 1);
    expect(readyToSign(near).open).toEqual(['formulation']);
  });
});

it('is another text than a decision’s, whatever the record says', () => {
  const round = { document: '', leftOpen: [] };
  expect(signOffText(CONDUCTED, round)).not.toBe(authorityText(CONDUCTED));
  expect(TODAY).toBe('2026-03-20');
});
