import { type Assessment, noAgencyAnswers, noPlacement, noReply } from '@/record';
import { asPlainText, candidatesDocument, candidatesTable } from '@/report';
import { calendarOf } from '@/rules';
import { describe, expect, it } from 'vitest';
import { ADDRESS, BEFORE_AGENCIES, caseOf, CONDUCTED } from '../cases/caseFile';

const SETTINGS = { calendar: calendarOf([], []), agenciesSideBySide: false };
const at = (reference: string, startedAt: string, change: Partial<Assessment> = {}, address = ADDRESS) => caseOf({ ...CONDUCTED, reference, startedAt, ...change }, { address });
const EMPTY = { ...ADDRESS, text: '', flat: '', postcode: '', position: null };
const CASES = [
  at('ST-BBBB-2B', '2026-03-03T09:00:00.000Z', { outcome: { ...CONDUCTED.outcome, decision: 'notManageable', victimOrConditionConflict: 'yes', reasons: 'canary reasons' } }),
  at('ST-AAAA-1A', '2026-03-02T09:00:00.000Z', { outcome: { ...CONDUCTED.outcome, decision: 'manageableWithConditions', conditions: 'Visits each week.' } }),
  at('ST-CCCC-3C', '2026-03-04T09:00:00.000Z', { surroundings: null, addedSites: [], judgements: {}, exceptions: {}, placement: noPlacement, outcome: { ...CONDUCTED.outcome, decision: null } }, EMPTY),
];
const { columns, rows } = candidatesTable(CASES, SETTINGS);
const rowOf = (label: string) => rows.find(([first]) => first === label)?.slice(1);

describe('candidates side by side', () => {
  it('stand in the order in which they were begun, whatever was decided or lies near', () => {
    expect(columns.map((column) => column.split('\n')[0])).toEqual(['', 'ST-AAAA-1A', 'ST-BBBB-2B', 'ST-CCCC-3C']);
    expect(candidatesTable(CASES.toReversed(), SETTINGS)).toEqual({ columns, rows });
  });

  it('never say that nothing is there where nobody has looked, or no data covers the place', () => {
    expect(rowOf('Schools')).toEqual([expect.stringMatching(/listed/u), expect.stringMatching(/listed/u), 'Nobody has looked yet']);
    expect(rowOf('Position')?.[2]).toContain('Not known');
    expect(rows.flat().join('\n')).not.toMatch(/none nearby|suitable|safe\b|score|rank/iu);
  });

  it('say what is outstanding, what was decided and what each would need', () => {
    expect(rowOf('Still outstanding')).toEqual(['Nothing', expect.stringContaining('decision'), expect.stringMatching(/address.*sites near the address/u)]);
    expect(rowOf('Decision of the Responsible Authorities')).toEqual(['Manageable with conditions', 'Not manageable', 'None yet']);
    expect(rowOf('What it would need')?.[0]).toBe('Visits each week.');
  });

  it('do not say that nobody is waited for where nobody was asked, and count nothing that could be taken for a mark', () => {
    const [asked, unasked] = [at('ST-DDDD-4D', '2026-03-05T09:00:00.000Z'), at('ST-EEEE-5E', '2026-03-06T09:00:00.000Z', { agencies: noAgencyAnswers })];
    const waited = candidatesTable([asked, unasked], SETTINGS).rows.find(([label]) => label === 'Waiting for an answer from');
    expect(waited?.slice(1)).toEqual(['Nobody', 'Nobody was asked yet, by the record']);
    expect(rows.some((row) => row.slice(1).some((cell) => /^\d+\b(?! listed| added)/u.test(cell) && !/\d{4}/u.test(cell)))).toBe(false);
  });

  describe('each agency, from the record’s own matrix', () => {
    const told = (contacts: NonNullable<Assessment['agencies']>['contacts'], more: Partial<Assessment> = {}) => ({ agencies: { ...noAgencyAnswers, contacts }, ...more });
    const GRADED = { ...noReply, reply: 'traceRelevant', askedOn: '2026-03-02', answeredOn: '2026-03-05', how: 'phone', by: 'canary role', what: 'canary what', note: 'canary note' } as const;
    const PANEL = {
      answerId: 'x', panelId: 'p', on: '2026-03-19', name: 'Housing panel', attendance: [], quorate: 'yes' as const, quorumNote: '', interests: 'None', beside: [], needs: '', manageable: 'notDecided' as const, offered: 'held' as const, why: '', ifNone: 'x', dissent: '', at: '2026-03-19T10:00:00.000Z', by: 'A. Bell',
      views: [{ agency: 'police' as const, view: 'Would visit weekly.' }, { agency: 'other' as const, view: 'Sacro could start in May.' }],
    };
    const cases = [
      at('ST-1', '2026-03-02T09:00:00.000Z', told({ police: GRADED, rsl: { ...GRADED, reply: 'property' } }, { panels: [PANEL] })),
      at('ST-2', '2026-03-03T09:00:00.000Z', told({ police: { ...noReply, reply: 'waiting', askedOn: '2026-03-04' }, education: { ...noReply, reply: 'notAsked', why: 'canary why' } })),
      caseOf({ ...BEFORE_AGENCIES, startedAt: '2026-03-04T09:00:00.000Z', clocks: { ...BEFORE_AGENCIES.clocks, agencies: { police: { startedOn: null, event: '', answeredOn: '2026-03-06' } } } }),
    ];
    const { rows: told3 } = candidatesTable(cases, SETTINGS);
    const of = (label: string) => told3.find(([first]) => first === label)?.slice(1);

    it('stands with its grade, its day and its way, and with what the panel wrote beneath', () => {
      expect(of('Police: SOPU')).toEqual([
        'Trace, relevant. Asked on 2 March 2026. Answered on 5 March 2026, by telephone.\nAt the panel of 19 March 2026: Would visit weekly.', 'Asked, no answer yet. Asked on 4 March 2026.', 'Answered on 6 March 2026; this record keeps no grade',
      ]);
      expect(of('Other')).toEqual(['At the panel of 19 March 2026: Sacro could start in May.', 'Nothing was said', 'Nothing was said']);
    });

    it('holds the landlord’s answer likewise, and says of whom nothing is known', () => {
      expect(of('Registered social landlord: Link Officer')?.[0]).toMatch(/^Answered about the property only\. Asked on/u);
      expect(of('Registered social landlord: Link Officer')?.slice(1)).toEqual(['Not dealt with yet', 'No answer in this record, which was begun before grades were kept']);
      expect(of('Agencies that none of these records deals with')?.[0]).toMatch(/Housing: SOLO/u);
      expect(of('Agencies that none of these records deals with')?.[0]).not.toMatch(/Education|SOPU/u);
      expect(new Set(of('Agencies that none of these records deals with')?.slice(1))).toEqual(new Set(['The same as in the first column']));
      expect(of('Education')).toContain('Not dealt with yet');
      expect(of('NHS: liaison officer or MAPPA lead')).toBeUndefined();
    });

    it('lets no word of an answer, nor who gave it, onto the screen or the page: a landlord may sit on the panel', () => {
      const all = `${JSON.stringify(told3)}${page(cases)}`;
      expect(all).not.toContain('canary');
      expect(all).toContain('Would visit weekly.');
      expect(JSON.stringify(cases)).toContain('canary what');
    });
  });

  const page = (cases = CASES) => asPlainText(candidatesDocument({ cases, settings: SETTINGS, panelName: 'Housing panel', printedAt: '2026-03-20T10:00:00.000Z', logHeadCode: 'ABCD-EFGH', training: false }));

  it('hold no word about a victim or a condition, nor the reasons of another decision (digest, harm 1)', () => {
    expect(page()).not.toMatch(/victim|canary reasons|ViSOR/iu);
    expect(JSON.stringify(CASES)).toContain('canary reasons');
  });

  it('print the panel’s words: who was there, quorum, interests, dissent, and the way out', () => {
    const panel = {
      answerId: 'x', panelId: 'p', on: '2026-03-19', name: 'Housing panel', attendance: [{ agency: 'police', role: 'sergeant' }], quorate: 'no', quorumNote: 'Health was away.', interests: 'None declared', beside: [], views: [], needs: 'A door entry.',
      manageable: 'notDecided', offered: 'held', why: 'Waits for the fiscal.', ifNone: 'Stays in the hostel until May.', dissent: 'The SOLO would offer it.', at: '2026-03-19T10:00:00.000Z', by: 'A. Bell',
    } as const;
    const said = page(CASES.map((one) => ({ ...one, assessment: { ...one.assessment, panels: [{ ...panel, attendance: [...panel.attendance], beside: [], views: [] }] } })));
    for (const words of ['sergeant (Police Scotland)', 'No: Health was away.', 'None declared', 'Not decided', 'Held by the landlord', 'Waits for the fiscal.', 'Stays in the hostel until May.', 'The SOLO would offer it.', 'A door entry.']) expect(said).toContain(words);
    expect(page()).toContain('No panel has decided');
  });
});
