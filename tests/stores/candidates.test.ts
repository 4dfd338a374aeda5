import { parseAssessment, summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '@/record';
import { useAssessment, useCandidates, useCasework, useSession } from '@/stores';
import { afterEach, describe, expect, it } from 'vitest';
import { blankPanel, panelFaults, panelSaid } from '../../src/views/parts/candidatesForm';
import { ADDRESS, caseOf, CONDUCTED, PERSON, TODAY } from '../cases/caseFile';
import { forgetDevice, newVault, NOTE } from '../vault/testDoor';
import { stores } from './stores';

afterEach(forgetDevice);
const IDS = ['s1', 's2', 's3'] as const;

async function threeCandidates() {
  const { vault } = await newVault();
  for (const id of IDS) {
    const value = { ...CONDUCTED, reference: `ST-${id}`, personId: id === 's3' ? 'p2' : 'p1', addressId: `a-${id}`, startedAt: `2026-03-0${id.slice(1)}T09:00:00.000Z` };
    await vault.save([
      ...(id === 's2' ? [] : [{ table: 'person', id: value.personId, baseRev: 0, value: PERSON, summary: summaryOfPerson(PERSON) } as const]),
      { table: 'address', id: value.addressId, baseRev: 0, value: ADDRESS, summary: summaryOfAddress(ADDRESS) },
      { table: 'assessment', id, baseRev: 0, value, summary: summaryOfAssessment(caseOf(value)) },
    ], [NOTE]);
  }
  const page = stores();
  useSession(page.pinia).vault = vault;
  useCasework(page.pinia).refresh();
  return { vault, candidates: useCandidates(page.pinia), open: useAssessment(page.pinia), read: async (id: string) => parseAssessment((await vault.read('assessment', id))?.value) };
}

function answered() {
  const form = blankPanel(['s1', 's2']);
  Object.assign(form, { on: TODAY, attendance: [{ agency: 'police', role: 'sergeant' }], quorate: 'yes', interests: 'None declared', ifNone: 'Stays where he is.', dissent: '' });
  Object.assign(form.of['s1'] ?? {}, { manageable: 'manageable', offered: 'offered', why: 'Fits.' });
  Object.assign(form.of['s2'] ?? {}, { manageable: 'notManageable', offered: 'notOffered', why: 'Held by the lead agency.', views: [{ agency: 'solo', view: 'Would let it.' }] });
  return form;
}
const REFERENCES = [{ id: 's1', reference: 'ST-s1' }, { id: 's2', reference: 'ST-s2' }];

describe('candidates of one person', () => {
  it('are on the log as combination before they are shown', async () => {
    const { vault, candidates } = await threeCandidates();
    await candidates.show(['s2', 's1']);
    expect(candidates.table?.columns.map((column) => column.split('\n')[0])).toEqual(['', 'ST-s1', 'ST-s2']);
    expect((await vault.readLog()).filter(({ act }) => act === 'candidates compared')).toMatchObject([{ event: 'combination', about: [{ id: 's1' }, { id: 's2' }] }]);
  });

  it.each<[string, readonly string[]]>([['one alone', ['s1']], ['two people’s', ['s1', 's3']]])('refuse %s, and show nothing', async (_, ids) => {
    const { vault, candidates } = await threeCandidates();
    await expect(candidates.show(ids)).rejects.toThrow(/Choose/u);
    expect(candidates.table).toBeNull();
    expect((await vault.readLog()).some(({ act }) => act === 'candidates compared')).toBe(false);
  });

  it('hold the panel each in its own record, in one save; the refused one keeps its reasons; what was decided stays', async () => {
    const { vault, candidates, read } = await threeCandidates();
    await candidates.show(['s1', 's2']);
    const before = await read('s2');
    await candidates.decide(panelSaid(answered(), 'Housing panel'));
    const [one, two] = [await read('s1'), await read('s2')];
    expect(one.panels?.[0]?.panelId).toBe(two.panels?.[0]?.panelId);
    expect(two.panels).toMatchObject([{ name: 'Housing panel', manageable: 'notManageable', offered: 'notOffered', why: 'Held by the lead agency.', views: [{ agency: 'solo', view: 'Would let it.' }], beside: [{ assessmentId: 's1', reference: 'ST-s1' }] }]);
    expect({ ...two, panels: null, history: null }).toEqual({ ...before, panels: null, history: null });
    expect((await vault.readLog()).filter(({ act }) => act === 'panel recorded')).toHaveLength(1);
    expect((await read('s3')).panels).toBeUndefined();
  });

  it('are not written behind a draft of one of them', async () => {
    const { candidates, open, read } = await threeCandidates();
    await candidates.show(['s1', 's2']);
    await open.open('s2');
    if (open.docs) open.docs.assessment.outcome.reasons = 'Being typed.';
    await expect(candidates.decide(panelSaid(answered(), ''))).rejects.toThrow('has a draft');
    expect((await read('s1')).panels).toBeUndefined();
  });
});

describe('the panel’s form', () => {
  it('asks for everything that is not answered, each at its own field', () => {
    expect(panelFaults(blankPanel(['s1', 's2']), REFERENCES, TODAY).map(({ field }) => field)).toEqual([
      'panel.on', 'panel.attendance', 'panel.quorate', 'panel.interests', 'panel.of.s1.manageable', 'panel.of.s1.offered', 'panel.of.s1.why', 'panel.of.s2.manageable', 'panel.of.s2.offered', 'panel.of.s2.why', 'panel.ifNone',
    ]);
    expect(panelFaults(answered(), REFERENCES, TODAY)).toEqual([]);
  });

  it.each<[string, Partial<ReturnType<typeof answered>>, string]>([
    ['a day ahead', { on: '2026-03-21' }, 'panel.on'], ['no quorum without its reason', { quorate: 'no' }, 'panel.quorumNote'], ['a member without a role', { attendance: [{ agency: 'police', role: ' ' }] }, 'panel.attendance'],
  ])('does not take %s', (_, change, field) => {
    expect(panelFaults({ ...answered(), ...change }, REFERENCES, TODAY).map((fault) => fault.field)).toEqual([field]);
  });
});
