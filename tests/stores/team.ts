import type { Assessment } from '@/record';
import { useAssessment, useAuthorityByFile, useCasework, useHandOver, useHandOverReceive, useHandOverSend, usePrint, useRetention, useSession, useSignOff } from '@/stores';
import { setActivePinia } from 'pinia';
import { expect } from 'vitest';
import { OFFICER, PASSPHRASE, testClock, testDoor } from '../vault/testDoor';
import { NOW, stores } from './stores';

/** One team: its own stores over a vault of its own. */
export async function team(name: string, agency = 'police', officer = OFFICER.name) {
  const { pinia, forward } = stores({ door: testDoor({ clock: testClock(NOW).clock }) });
  setActivePinia(pinia);
  const session = useSession(pinia);
  await session.create({ kind: 'work', officer: { ...OFFICER, name: officer, agency }, passphrase: PASSPHRASE });
  session.recoveryCode = null;
  const own = { session, forward, casework: useCasework(pinia), assessment: useAssessment(pinia), handOver: useHandOver(pinia), sends: useHandOverSend(pinia), receives: useHandOverReceive(pinia), byFile: useAuthorityByFile(pinia), print: usePrint(pinia), signOff: useSignOff(pinia), retention: useRetention(pinia) };
  await own.handOver.load();
  await own.handOver.saveUs({ team: name, regime: 'part3' });
  const acts = async () => (await session.openVault().readLog()).map(({ event, act }) => `${event}: ${act}`);
  return { ...own, acts };
}
export type Team = Awaited<ReturnType<typeof team>>;

/** Ours knows theirs by its card, and compared its words. */
export async function introduce(ours: Team, theirs: Team): Promise<string> {
  const { bytes } = await theirs.handOver.card();
  const partner = await ours.handOver.learnFromCard(bytes);
  expect(await ours.handOver.wordsOf(partner)).toBe(theirs.handOver.own?.words);
  await ours.handOver.check(partner, 'phone');
  return partner.partnerId;
}

export async function record(ours: Team, change: (assessment: Assessment) => void = () => undefined): Promise<string> {
  const id = await ours.casework.start({ person: { reference: 'V-1002' }, address: null });
  await ours.assessment.open(id);
  const { docs } = ours.assessment;
  if (!docs) throw new Error('Nothing is open.');
  docs.address.text = '3 Linn Street';
  docs.assessment.conduct.rationale = 'The rationale of the police.';
  docs.assessment.outcome.decision = 'manageable';
  change(docs.assessment);
  await ours.assessment.commit('test');
  return id;
}
