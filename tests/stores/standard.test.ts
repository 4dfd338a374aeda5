import { type AssessmentSummary, type Assessment, parseAssessment } from '@/record';
import { canonicalText, currentStandard, type Protocol } from '@/rules';
import { useCasework, useOffice, useProtocol, useStandard, useToday } from '@/stores';
import type { OpenVault } from '@/vault';
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { PROTOCOL } from '../rules/protocolFixture';
import { forgetDevice } from '../vault/testDoor';
import { IDS, openCase, rationale, vaultWithCase } from './openCase';
import { until } from './stores';

afterEach(forgetDevice);

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const TRIGGER = PROTOCOL.triggers[0] ?? (() => { throw new Error('The fixture has no trigger.'); })();
/** Only what it asks; its checks would leave the sites open as well. */
const ASKS: Protocol = { ...PROTOCOL, inForceFrom: '2026-01-12', groups: [], checks: [], categories: [], prompts: [], limits: [], holidays: [] };

async function onRecord(vault: OpenVault): Promise<Assessment> {
  return parseAssessment((await vault.read('assessment', IDS.assessment))?.value);
}

/** The case opened anew, as after a lock. */
async function opened(vault: OpenVault) {
  const page = await openCase(vault);
  await useOffice(page.pinia).load();
  useCasework(page.pinia).refresh();
  const standard = useStandard(page.pinia);
  await until(() => standard.id === sha256(canonicalText(standard.text)), 'the address of the standard');
  return { ...page, protocol: useProtocol(page.pinia), casework: useCasework(page.pinia), standard };
}

describe('the standard that an assessment was answered under', () => {
  it('travels with it whole, under the address of its content', async () => {
    const vault = await vaultWithCase();
    const { open, type } = await opened(vault);
    await type(rationale('Looked at again.'));
    await open.commit('conduct decision recorded');
    const { asked } = await onRecord(vault);
    expect(asked?.standard).toEqual(currentStandard(null));
    expect(asked?.standardId).toBe(sha256(canonicalText(asked?.standard)));
    expect(asked?.decision.requirement).toBe('must');
    expect(asked?.at).toBe('2026-11-21T14:05:00.000Z');
  });

  it('leaves a complete record as it was when the office changes its protocol', async () => {
    const vault = await vaultWithCase();
    const before = await opened(vault);
    await before.type(rationale('Looked at again.'));
    await before.open.commit('conduct decision recorded');
    expect(before.open.tasks && Object.values(before.open.tasks).map(({ state }) => state)).not.toContain('inProgress');
    const then = await onRecord(vault);
    await before.protocol.save(ASKS);

    const after = await opened(vault);
    expect(after.standard.id).not.toBe(then.asked?.standardId);
    expect(after.open.decision).toEqual(then.asked?.decision);
    expect(after.open.reconciliation).toBeNull();
    expect(after.open.tasks?.trigger.state).toBe('done');
    expect(await onRecord(vault)).toEqual(then);
  });

  it('tells an assessment in progress what is new to answer, and asks it; the next save goes on under the standard of today', async () => {
    const vault = await vaultWithCase();
    const before = await opened(vault);
    await before.type(rationale(''));
    await before.open.commit('conduct decision recorded');
    const then = await onRecord(vault);
    await before.protocol.save(ASKS);
    expect(before.casework.assessments.find(({ id }) => id === IDS.assessment)?.summary.state).toBe('inProgress');

    const after = await opened(vault);
    expect(after.open.reconciliation).toMatchObject({ added: [{ kind: 'criterion', id: TRIGGER.id }], changed: [], fellAway: [] });
    expect(after.open.tasks?.trigger.missing.map(({ field }) => field)).toEqual([`local.${TRIGGER.id}`]);
    await after.type((docs) => { docs.assessment.local[TRIGGER.id] = 'yes'; });
    await after.open.commit('trigger recorded');
    const now = await onRecord(vault);
    expect(now.asked?.standard.protocol).toEqual(ASKS);
    expect(now.history.at(-1)?.fields).toContainEqual({ path: 'assessment.asked.standardId', from: then.asked?.standardId, to: now.asked?.standardId });
    expect(after.open.reconciliation).toBeNull();
  });

  it('is answered anew by a save that changes nothing, where only a limit became shorter', async () => {
    const vault = await vaultWithCase();
    const before = await opened(vault);
    await before.type(rationale(''));
    await before.open.commit('conduct decision recorded');
    await before.protocol.save({ ...ASKS, triggers: [], limits: PROTOCOL.limits });

    const after = await opened(vault);
    expect(after.open.reconciliation).toMatchObject({ added: [], fellAway: [] });
    expect(after.open.changed).toEqual([]);
    await after.open.commit('conduct decision recorded');
    expect(after.open.reconciliation).toBeNull();
    const now = await onRecord(vault);
    expect(now.asked?.standard.protocol?.limits).toEqual(PROTOCOL.limits);
    expect(now.history.at(-1)?.fields.map(({ path }) => path)).toEqual(['assessment.asked.standardId']);
    const { history } = now;
    await after.open.commit('conduct decision recorded');
    expect((await onRecord(vault)).history, 'a save that has nothing to say writes nothing').toEqual(history);
  });

  it('keeps the answer to a question that fell away', async () => {
    const vault = await vaultWithCase();
    const before = await opened(vault);
    await before.protocol.save(ASKS);
    await before.type((docs) => { docs.assessment.local[TRIGGER.id] = 'yes'; rationale('')(docs); });
    await before.open.commit('trigger recorded');
    await before.protocol.save(null);

    const after = await opened(vault);
    expect(after.open.reconciliation).toMatchObject({ added: [], changed: [], fellAway: [{ kind: 'criterion', id: TRIGGER.id }] });
    await after.type(rationale('Under the national standard alone.'));
    await after.open.commit('conduct decision recorded');
    const now = await onRecord(vault);
    expect(now.local[TRIGGER.id]).toBe('yes');
    expect(now.asked?.standard.protocol).toBeNull();
  });

  it('is not among the fields of the history but for its id', async () => {
    const vault = await vaultWithCase();
    const { open, type } = await opened(vault);
    await type(rationale('First.'));
    await open.commit('conduct decision recorded');
    await type(rationale('Second.'));
    await open.commit('conduct decision recorded');
    const { history } = await onRecord(vault);
    expect(history.map(({ fields }) => fields.map(({ path }) => path))).toEqual([['assessment.conduct.rationale'], ['assessment.conduct.rationale']]);
  });
});

describe('a local protocol in the office', () => {
  it('is refused with every fault before it is kept', async () => {
    const { protocol } = await opened(await vaultWithCase());
    expect(protocol.check({ ...PROTOCOL, owner: '' })).toMatchObject({ is: 'refused', faults: [{ path: 'owner' }] });
    expect(protocol.readFile(protocol.fileText(PROTOCOL))).toEqual({ is: 'protocol', protocol: PROTOCOL });
  });

  it('asks nothing before its day', async () => {
    const vault = await vaultWithCase();
    const { protocol, standard, casework } = await opened(vault);
    await protocol.save({ ...ASKS, inForceFrom: '2026-11-22' });
    expect(protocol.protocol?.name).toBe(ASKS.name);
    expect(standard.protocol).toBeNull();
    expect(casework.assessments.map(({ summary }) => summary.state)).toEqual(['complete']);
    await protocol.save({ ...ASKS, inForceFrom: '2026-11-21' });
    expect(standard.protocol).toEqual({ ...ASKS, inForceFrom: '2026-11-21' });
  });

  it('changes at once what the lists say of an assessment in progress', async () => {
    const vault = await vaultWithCase();
    const { open, type, protocol, casework } = await opened(vault);
    const listed = () => casework.assessments.find(({ id }) => id === IDS.assessment)?.summary as AssessmentSummary;
    await type((docs) => {
      docs.assessment.addressKind = 'livedIn';
      docs.assessment.trigger.kind = 'other';
      docs.assessment.lastEra = { answer: 'on', on: '2026-01-12' };
      docs.assessment.conduct.decision = 'notConducted';
      docs.assessment.local[TRIGGER.id] = 'yes';
    });
    await open.commit('conduct decision recorded');
    expect(listed()).toMatchObject({ requirement: 'discretionary', departure: false });
    await protocol.save({ ...ASKS, triggers: [{ ...TRIGGER, asksFor: 'must' }] });
    expect(listed()).toMatchObject({ requirement: 'must', departure: true, asked: 'must' });
  });
});

describe('the deadlines as a calendar file', () => {
  it('are on the log before they leave, and carry the reference and nothing of the person', async () => {
    const vault = await vaultWithCase();
    const { open } = await opened(vault);
    const { name, text } = await open.calendarFile();
    expect(name).toBe('steading-ST-7F3K-2M.ics');
    expect(text).toContain('SUMMARY:Steading ST-7F3K-2M: ');
    for (const secret of ['V-1002', 'Linn', 'ZZ1', 'Bell', 'Dunn']) expect(text).not.toContain(secret);
    expect((await vault.readLog()).at(-1)).toMatchObject({ event: 'consultation', act: 'deadlines saved as a calendar file' });
  });

  it('do not leave where the log cannot be written', async () => {
    const vault = await vaultWithCase();
    const { open } = await openCase(vault, { note: () => Promise.reject(new Error('The disk is full.')) });
    await expect(open.calendarFile()).rejects.toThrow('The disk is full.');
  });
});

describe('the day', () => {
  it('goes on over midnight while an assessment is open: what ran out is open again', async () => {
    const vault = await vaultWithCase();
    const page = await opened(vault);
    await page.type((docs) => {
      Object.assign(docs.assessment.conduct, { decision: 'notConducted', ground: 'recentEra', authorisedBy: 'E. Fyfe', authorisedOn: '2026-11-20', reopenOn: '2026-11-22' });
    });
    await page.open.commit('conduct decision recorded');
    expect(page.open.tasks?.conduct.missing).toEqual([]);
    page.forward(10 * 60 * 60 * 1000);
    expect(useToday(page.pinia).look()).toBe('2026-11-22');
    expect(page.open.tasks?.conduct.missing.map(({ say }) => say)).toEqual(['The decision ran out on 22 November 2026: decide again.']);
  });
});
