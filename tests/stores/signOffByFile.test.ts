import { authorityText, requestIn, signState, standingRound, wordsNow } from '@/record';
import { asPlainText } from '@/report';
import { beforeEach, describe, expect, it } from 'vitest';
import { ADDRESS, CONDUCTED, PERSON } from '../cases/caseFile';
import { PASSPHRASE } from '../vault/testDoor';
import { introduce, record, team, type Team } from './team';

const UNTIL = '2027-02-20';
let police: Team;
let work: Team;
let workId: string;
let id: string;

/** A whole record of the police, in which the answer about nearby households is a canary. */
beforeEach(async () => {
  police = await team('SOPU Kinlowrie', 'police', 'A. Bell');
  work = await team('Kinlowrie justice social work', 'justiceSocialWork', 'E. Fyfe');
  workId = await introduce(police, work);
  await introduce(work, police);
  id = await record(police);
  const { docs } = police.assessment;
  if (docs === null) throw new Error('Nothing is open.');
  const { reference, personId, addressId, startedAt, startedBy, signed, history, asked } = docs.assessment;
  Object.assign(docs.person, structuredClone(PERSON));
  Object.assign(docs.address, structuredClone(ADDRESS));
  Object.assign(docs.assessment, { ...structuredClone(CONDUCTED), reference, personId, addressId, startedAt, startedBy, signed, history, asked });
  await police.assessment.commit('test');
  await police.signOff.read();
  expect(await police.signOff.sign({ as: 'assessor', own: true, why: '', passphrase: PASSPHRASE })).toEqual({ is: 'signed' });
});

const onRecord = () => police.assessment.stored?.docs.assessment ?? expect.fail('Nothing is open.');
const ask = async () => police.byFile.ask({ partnerId: workId, assessmentId: id, text: wordsNow(onRecord(), true) ?? '', signsOff: true, grounds: { duty: 'responsibleAuthority' }, expiresOn: UNTIL });
async function waits(ours: Team, { fileId, bytes }: { readonly fileId: string; readonly bytes: Uint8Array }) {
  expect(await ours.receives.open(bytes)).toMatchObject({ refusal: null });
  return (await ours.receives.waiting(fileId)) ?? expect.fail('Nothing waits.');
}
async function answered(answer: 'authorised' | 'notAuthorised', reason = '') {
  const given = await work.byFile.answer(await waits(work, await ask()), { answer, reason, passphrase: PASSPHRASE });
  return given.is === 'answered' ? given.file : expect.fail(given.is);
}
async function reopened() {
  await police.assessment.open(id);
  return onRecord();
}

describe('the manager’s signature from another team’s vault', () => {
  it('is asked with the record as the assessor signed it, signed there, taken at home, and holds from the record alone', async () => {
    const asked = requestIn([{ name: 'request', value: { text: wordsNow(onRecord(), true) } }]) ?? expect.fail('not read');
    expect(asked.signOff?.document.title).toBe('Environmental Risk Assessment: record');
    const answer = await waits(police, await answered('authorised'));
    expect([police.byFile.openFor(id).length, police.byFile.openFor(id, true).length], 'waits under the sign-off, and not under the conduct decision').toEqual([0, 1]);
    expect((await work.acts()).slice(-2)).toEqual(['alteration: an answer to another team signed', 'disclosure: record of another team signed']);
    expect(await police.byFile.standing(answer)).toMatchObject({ signsOff: true, isAsItStands: true, officer: { name: 'E. Fyfe' } });
    expect(await police.byFile.take(answer)).toBe(id);
    const assessment = await reopened();
    expect(signState(assessment)).toBe('whole');
    expect(standingRound(assessment)?.signatures[1]).toMatchObject({ as: 'manager', name: 'E. Fyfe', elsewhere: { team: 'Kinlowrie justice social work' } });
    expect(assessment.history.at(-1)?.fields).toMatchObject([{ path: 'assessment.signed', to: ['assessor: A. Bell', 'manager: E. Fyfe'] }]);
    await police.signOff.read();
    expect(Object.values(police.signOff.holds)).toEqual([true, true]);
    await police.print.prepare();
    expect(asPlainText(police.print.document ?? expect.fail('nothing to print'))).toMatch(/Signed: manager of the lead agency: E\. Fyfe, .*in another team’s vault: Kinlowrie justice social work .*The signature holds, checked for this print\./u);
  });

  it('is not taken for a record that was changed after it was asked about, and a refusal stays on record with its reason', async () => {
    const { received: { fileId } } = await waits(police, await answered('authorised'));
    const { docs } = police.assessment;
    if (docs === null) throw new Error('Nothing is open.');
    docs.assessment.outcome.reasons = 'Thought over again.';
    await police.assessment.commit('test');
    const late = (await police.receives.waiting(fileId)) ?? expect.fail('Nothing waits.');
    expect(await police.byFile.standing(late)).toMatchObject({ isAsItStands: false });
    await expect(police.byFile.take(late)).rejects.toThrow('not for it as it stands');
    expect(signState(await reopened())).toBe('cancelled');

    await police.receives.leave(late, 'Of an earlier reading.');
    await reopened();
    await police.signOff.read();
    await police.signOff.sign({ as: 'assessor', own: true, why: '', passphrase: PASSPHRASE });
    await police.byFile.take(await waits(police, await answered('notAuthorised', 'The walk-round is too old.')));
    const assessment = await reopened();
    expect([signState(assessment), standingRound(assessment)?.notSigned[0]?.why]).toEqual(['half', 'The walk-round is too old.']);
    await police.signOff.read();
    expect(Object.values(police.signOff.holds)).toEqual([true, true, true]);
  });

  it('is no authority for a departure, nor the other way about', async () => {
    const decision = authorityText(onRecord());
    expect(requestIn([{ name: 'request', value: { text: decision } }])?.signOff).toBeUndefined();
    await expect(police.byFile.ask({ partnerId: workId, assessmentId: id, text: decision, signsOff: true, grounds: {}, expiresOn: UNTIL })).rejects.toThrow('not what you read');
  });
});
