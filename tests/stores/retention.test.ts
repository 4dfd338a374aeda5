import { setActivePinia } from 'pinia';
import { DRAFT_OF, useCasework, useOffice, useRetention } from '@/stores';
import { type Assessment, emptyOffice, summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '@/record';
import { certificateText } from '@/report';
import { describe, expect, it } from 'vitest';
import { ADDRESS, CONDUCTED, PERSON, TODAY } from '../cases/caseFile';
import { NOTE } from '../vault/testDoor';
import { IDS, openCase, rationale, vaultWithCase } from './openCase';

const RULE = { ruleId: 'r1', name: 'Registered', keepFor: '6 years', counted: { count: 1, unit: 'months', from: 'decided', event: '' } } as const;
const RULED: Assessment = { ...CONDUCTED, review: { ...CONDUCTED.review, retentionRule: 'Registered: 6 years' } };

/** The case under a rule of one month, and, if `others`, a second assessment of the same person at an address of its own. */
async function pageWithCase({ others = false } = {}) {
  const vault = await vaultWithCase();
  const listed = (assessment: Assessment) => summaryOfAssessment({ person: PERSON, address: ADDRESS, assessment, today: TODAY, protocol: null });
  await vault.save([{ table: 'assessment', id: IDS.assessment, baseRev: 1, value: RULED, summary: listed(RULED) }], [NOTE]);
  const second = { ...RULED, reference: 'ST-2222-22', addressId: 'a2' };
  if (others) {
    await vault.save([
      { table: 'address', id: 'a2', baseRev: 0, value: ADDRESS, summary: summaryOfAddress(ADDRESS) },
      { table: 'assessment', id: 's2', baseRev: 0, value: second, summary: listed(second) },
    ], [NOTE]);
  }
  const page = await openCase(vault);
  setActivePinia(page.pinia);
  useOffice().office = { ...emptyOffice, retentionRules: [RULE] };
  const casework = useCasework();
  casework.refresh();
  return { ...page, vault, casework, retention: useRetention() };
}

const lastEntry = async (vault: Awaited<ReturnType<typeof vaultWithCase>>) => (await vault.readLog()).at(-1);

describe('the keeping of a record', () => {
  it('comes up when its rule runs out, and is put off with a reason that stands in the record, its history and the log', async () => {
    const { vault, retention, open } = await pageWithCase();
    expect(retention.due.map(({ id }) => id)).toEqual([IDS.assessment]);
    await retention.keepLonger(IDS.assessment, { until: '2040-01-01', why: ' An appeal is open. ' });
    expect(retention.due).toEqual([]);
    expect(retention.retentionOfRecord(IDS.assessment)).toMatchObject({ is: 'keptLonger', until: '2040-01-01' });
    expect(open.stored?.docs.assessment.keeping?.keptLonger).toMatchObject([{ until: '2040-01-01', why: 'An appeal is open.', by: vault.officer.name }]);
    expect(open.stored?.docs.assessment.history.at(-1)).toMatchObject({ what: 'kept longer' });
    expect(await lastEntry(vault)).toMatchObject({ event: 'alteration', act: 'kept longer' });
  });

  it.each([['it is disposed of', 'dispose'], ['it is shrunk', 'shrink']] as const)('takes every draft of its forms with it when %s', async (_, how) => {
    const { vault, retention } = await pageWithCase();
    // A block profile's hold nothing of a case.
    const { panel, sideBySide, start, block, fromReply, quarantine, received, notice, ...ofAssessment } = DRAFT_OF;
    const drafts = [...Object.values(ofAssessment).map((draft) => draft(IDS.assessment)), ...[panel, sideBySide, start].map((draft) => draft(IDS.person))];
    expect(drafts.length).toBeGreaterThan(12);
    const others = ['office', ...[block, fromReply, quarantine, received, notice].map((draft) => draft('another'))];
    for (const id of [...drafts, ...others]) await vault.saveDraft(id, { words: 'Typed, and never put on record.' });
    if (how === 'dispose') await retention.dispose(IDS.assessment, { why: 'Its time is over.', decidedBy: 'A. Fyfe' });
    else await retention.shrink(IDS.assessment, { why: 'It stands in ViSOR.', keptWhere: 'ViSOR' });
    for (const id of drafts) expect(await vault.readDraft(id), id).toBeNull();
    for (const id of others) expect(await vault.readDraft(id), `${id}: another form’s draft stays`).not.toBeNull();
  });

  it('ends with the record, its person and address off the vault, one erasure on the log and a certificate, none with a word of it', async () => {
    const { vault, retention, casework, open } = await pageWithCase();
    await retention.dispose(IDS.assessment, { why: 'Its time is over.', decidedBy: 'A. Fyfe, information officer' });
    expect([casework.assessments, casework.people, casework.addresses]).toEqual([[], [], []]);
    for (const [table, id] of Object.entries(IDS)) expect(await vault.read(table as 'person', id)).toBeNull();
    expect(open.docs).toBeNull();
    const entry = await lastEntry(vault);
    const certificate = certificateText(retention.certificate ?? expect.fail('no certificate'));
    expect(entry).toMatchObject({ event: 'erasure', act: 'record disposed of', detail: { certificate: retention.certificate?.number } });
    for (const word of [CONDUCTED.outcome.reasons, CONDUCTED.conduct.rationale, ADDRESS.text, PERSON.reference]) {
      expect(word).not.toBe('');
      expect(certificate).not.toContain(word);
      expect(JSON.stringify(entry)).not.toContain(word);
    }
    expect(certificate).toContain(CONDUCTED.reference);
    expect(certificate).toContain('Due since:');
    expect(certificate).toContain(await vault.logHeadCode());
  });

  it('certifies new keys only once they were made, with what they do not do', async () => {
    const { vault, retention } = await pageWithCase();
    await retention.certifyNewKeys();
    expect(retention.certificate, 'nothing was disposed of').toBeNull();
    await retention.dispose(IDS.assessment, { why: 'Its time is over.', decidedBy: 'A. Fyfe' });
    const text = () => certificateText(retention.certificate ?? expect.fail('no certificate'));
    expect(text()).toContain('Whoever has those pieces and a passphrase');
    expect(text()).not.toContain('Set 2');
    await vault.newEpoch();
    await retention.certifyNewKeys();
    expect(text()).toContain('New keys for the vault: Set 2, made on ');
    expect(text()).toContain(`code of the log’s head after them ${await vault.logHeadCode()}`);
    expect(text()).toContain('its keys of today do not open those pieces');
  });

  it('writes no book of hand-overs where nothing was handed over, and says nothing of copies', async () => {
    const { vault, retention } = await pageWithCase();
    expect(await retention.handedOver(IDS.assessment)).toEqual({ copies: [], waiting: 0 });
    await retention.dispose(IDS.assessment, { why: 'Its time is over.', decidedBy: 'A. Fyfe' });
    expect(await vault.read('office', 'hand-over')).toBeNull();
    const certificate = certificateText(retention.certificate ?? expect.fail('no certificate'));
    for (const said of ['recall', 'quarantine', 'book of hand-overs', 's.62']) expect(certificate).not.toContain(said);
  });

  it.each(['shrink', 'dispose'] as const)('leaves (%s) the person of another record as it is', async (act) => {
    const { vault, retention, casework } = await pageWithCase({ others: true });
    if (act === 'shrink') await retention.shrink(IDS.assessment, { why: 'In ViSOR', keptWhere: 'V-1002' });
    else await retention.dispose(IDS.assessment, { why: 'Over', decidedBy: 'A. Fyfe' });
    expect((await vault.read('person', IDS.person))?.value).toEqual(PERSON);
    expect((await vault.read('address', 'a2'))?.value).toEqual(ADDRESS);
    expect((await vault.read('address', IDS.address))?.value ?? null).toEqual(act === 'dispose' ? null : { ...ADDRESS, text: '', flat: '', floor: '', postcode: '', uprn: '', position: null });
    expect(casework.assessments.map(({ id }) => id)).toEqual(act === 'dispose' ? ['s2'] : [IDS.assessment, 's2']);
  });

  it('shrinks person and address with it where nothing else is about them, and says in the list that it is shrunk', async () => {
    const { vault, retention, casework } = await pageWithCase();
    await retention.shrink(IDS.assessment, { why: 'In ViSOR', keptWhere: 'V-1002' });
    const left = JSON.stringify([await vault.read('assessment', IDS.assessment), await vault.read('person', IDS.person), await vault.read('address', IDS.address)]);
    for (const word of [CONDUCTED.outcome.reasons, CONDUCTED.conduct.rationale, ADDRESS.text]) expect(left).not.toContain(word);
    expect(casework.people[0]?.summary).toEqual(summaryOfPerson(PERSON));
    expect(casework.assessments[0]?.summary.keeping.shrunk).toBe(true);
    expect(retention.due.map(({ id }) => id), 'what is left has its own day too').toEqual([IDS.assessment]);
  });

  it('is not decided over a draft: the draft stays, and nothing is erased', async () => {
    const { retention, type, open, vault } = await pageWithCase();
    await type(rationale('Typed and not on record.'));
    await expect(retention.dispose(IDS.assessment, { why: 'Over', decidedBy: 'A. Fyfe' })).rejects.toThrow('draft');
    expect(open.docs?.assessment.conduct.rationale).toBe('Typed and not on record.');
    expect(await vault.read('assessment', IDS.assessment)).not.toBeNull();
  });
});
