import { type Assessment, noPlacement, noRelease } from '@/record';
import { asPlainText, type RecordDocument } from '@/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALONE, CONDUCTED, HOME_LEAVE, NOT_CONDUCTED, NOT_IN_FULL, PERSON, RELEASED, SIGNED } from '../cases/caseFile';
import { anyCase } from '../record/anyCase';
import { PROTOCOL } from '../rules/protocolFixture';
import { onRecord, printed, sectionOf } from './request';
import { neverSaid } from './words';

const UNDATED: Assessment = { ...CONDUCTED, surroundings: CONDUCTED.surroundings && { ...CONDUCTED.surroundings, layers: CONDUCTED.surroundings.layers.map((layer) => ({ ...layer, asOf: null, staleAfter: null })) } };
const REFUSED: Assessment = {
  ...CONDUCTED, outcome: { ...CONDUCTED.outcome, decision: 'notManageable', insteadWhat: 'Hostel.', insteadRiskier: 'yes', insteadWhy: 'Others there.', refusalNumber: 3, whoIsTold: 'SOLO' },
};

const protocol = fc.constantFrom(null, PROTOCOL);

describe('recordDocument', () => {
  it('carries reference, as-at and the code of the log on every page', () => {
    expect(printed(CONDUCTED).watermark).toBe('ST-7F3K-2M, as at 20 March 2026 at 10:00, log K7QX2M9P');
  });

  it('holds its sections in reading order, each once', () => {
    expect(printed(REFUSED).sections.map(({ id }) => id)).toEqual([
      'header', 'person', 'trigger', 'placement', 'conduct', 'clocks', 'findings', 'formulation', 'outcome', 'instead', 'review',
      'address', 'property', 'othersOfConcern', 'children', 'physicalCheck', 'surroundings', 'sites', 'judgements', 'addedSites', 'checks', 'agencies', 'limits', 'clauses', 'sources', 'history',
    ]);
    expect([...new Set(printed(REFUSED).sections.map(({ part }) => part))]).toEqual([undefined, 'Part A: the person, the decision and the risk formulation statement', 'Part B: the property and its surroundings', 'What this record rests on']);
    expect(sectionOf(printed(CONDUCTED), 'header')).toContain('a layout of Steading’s own: the published template was not seen');
    expect(printed(CONDUCTED).sections.map(({ id }) => id)).not.toContain('instead');
  });

  it.each<[string, RecordDocument, string, RegExp]>([
    ['says that an ERA is conducted and why', printed(CONDUCTED), 'conduct', /An ERA IS conducted\.\nRationale: First look at a new address\. \[Professional assessment\]/],
    ['names the clauses with their status', printed(CONDUCTED), 'conduct', /ERA-2017 4\.0 \[confirmed: read in the published text\]/],
    ['names the departure in the conduct decision', printed(NOT_CONDUCTED), 'conduct', /An ERA is NOT conducted\.[\s\S]*This is a departure from the standard/],
    ['names the departure at the head', printed(NOT_CONDUCTED), 'header', /DEPARTURE FROM THE STANDARD.*\n- Departs from /],
    ['names the departure of an ERA that is not in full', printed(NOT_IN_FULL), 'header', /DEPARTURE FROM THE STANDARD/],
    ['says of every order and behaviour what was answered', printed(CONDUCTED), 'person', /Licence and orders in force: no: Licence; .*; Older order still running .* \[Fact.*\nOffence behaviours: no: Contact through a third party; .* \[Fact/],
    ['shows what nobody has answered of them', printed(CONDUCTED, { person: { ...PERSON, orders: { ...PERSON.orders, shpo: null } } }), 'person', /Licence and orders in force: not given: Sexual harm prevention order \(SHPO\)\n/],
    ['says which event of which agency it was, what has changed, and what was done before', printed(NOT_CONDUCTED), 'trigger', /Agency .*: Police Scotland .*\nWhich event of that agency: Renewal at the station .*\nChanged since the last ERA or review: no: Circumstances of the person; The household; .*\nLast ERA of this address: 2 April 2024 .*\nLast review of it: 7 April 2025/],
    ['says that it was never done, or that nobody knows', printed({ ...CONDUCTED, lastEra: { answer: 'never', on: null }, lastReview: { answer: 'unknown', on: null } }), 'trigger', /Last ERA of this address: Never done .*\nLast review of it: Not known/],
    ['says that it was done on a day that is not given', printed({ ...CONDUCTED, lastEra: { answer: 'on', on: null } }), 'trigger', /Last ERA of this address: Done, the day is not given .*\nLast review of it: Not given$/],
    ['says whether children live here, visit or are minded, with source and date', printed(CONDUCTED), 'children', /A child lives here: No \[Reported.*\nA child visits: No .*\nA child is minded here: No .*\nSource: Home visit .*\nKnown on: 3 March 2026/],
    ['types every statement, with role, source and date', printed(CONDUCTED), 'children', /- Kind: Reported by somebody else \| About: A neighbour \| Statement: Keeps an eye on the stair\. \| Source: Housing officer \| Date: 4 March 2026/],
    ['says that there are no statements', printed(NOT_CONDUCTED), 'children', /No further statements are on record\./],
    ['says who authorised a departure, as reported', printed(NOT_CONDUCTED), 'conduct', /Authorised by a second officer, as recorded by the first: E\. Fyfe, inspector \[Reported/],
    ['says that no key stands behind a typed name', printed(NOT_CONDUCTED), 'conduct', /A typed name: no key of the second officer stands behind it/],
    ['says who signed a departure with their own key, and when', printed(SIGNED), 'conduct', /Authorised by a second officer, with their own key: E\. Fyfe, inspector, Police Scotland \[Fact.*\nSigned on: 3 March 2026.*\nWhat was signed: The decision, its reasons and its dates, as printed here/],
    ['says that what was signed was worded otherwise', printed({ ...SIGNED, conduct: { ...SIGNED.conduct, rationale: 'Other words.' } }), 'conduct', /What was signed: An earlier wording/],
    ['names an authority of the deciding officer alone as a departure, with the reason', printed(ALONE), 'conduct', /authorised it alone: a departure from the rule.*\nAuthorised alone by: A\. Bell, sergeant .*\n.*\nWhy no second officer: Nobody else was on duty\./],
    ['says how far was looked and that it is no limit', printed(CONDUCTED), 'surroundings', /500 m .*not a limit.*Ten minutes on foot/],
    ['gives every category its row, also those without data', printed(CONDUCTED), 'surroundings', /Category: Shops \| .*Not searched/],
    ['says that nothing was looked up', printed(NOT_CONDUCTED), 'surroundings', /no category was searched/],
    ['numbers the sites as the map does', printed(CONDUCTED), 'sites', /No\.: 4 \| Name: Sweet shop/],
    ['gives the judgement of each category with its reason', printed(CONDUCTED), 'judgements', /Category: Schools \| Sites: 1, 2 \| Judgement: Relevant to this victim profile \| Reason: Victim profile\./],
    ['types what an agency said as reported', printed(CONDUCTED), 'checks', /Childminders: Looked or asked: none reported\. \[Reported/],
    ['types what was seen as fact', printed(CONDUCTED), 'checks', /CCTV: .*\[Fact/],
    ['says of each agency what it answered, when, how and by which role', printed(CONDUCTED), 'agencies', /Agency or check: Police: SOPU \| Reply: No trace \| [^|]*: Asked on 2 March 2026\. Answered on 5 March 2026, by telephone: Duty officer\. \| Words: None/],
    ['says how far each list of database checks was read', printed(CONDUCTED), 'agencies', /- Housing: SOLO: ERA-2017 5\.2, published passage read only in part/],
    ['answers about conflict without where or who', printed(CONDUCTED), 'outcome', /Conflict with a victim or a condition: No \[Reported[\s\S]*Conflict answered by: Police Scotland/],
    ['says what happens instead and which refusal it is', printed(REFUSED), 'instead', /What: Hostel\.[\s\S]*riskier\?: Yes[\s\S]*Refusal in a row: 3/],
    ['states the limits, with the sentence of ERA-2017 4.0 first', printed(CONDUCTED), 'limits', /- This assessment is accurate at the time it was undertaken \(ERA-2017 4\.0\): begun on 2 March 2026, decided on 10 March 2026\./],
    ['names each clause once, with its status', printed(CONDUCTED), 'clauses', /ERA-2017 5\.3 \| How sure: \[partial[^]*Clause: ERA-2017 annex \| How sure: \[open: [^\]]*\] \| What it says: The layout of the published template has not been seen/],
    ['gives licence and attribution of the data', printed(CONDUCTED), 'sources', /Layer: School locations .*Licence: OGL v3\.0 \| Attribution: Contains School locations data/],
    ['says that data came without a date', printed(UNDATED), 'sources', /Layer: School locations \| As of: Date not given \| Current until: Not known: taken as past its date \| Licence/],
    ['says under 18: the adult route stops', printed(NOT_CONDUCTED, { person: { ...PERSON, under18: 'yes' } }), 'conduct', /adult route stops here\. Turn to children and families social work/],
    ['says of a release what its day is, how it may move and where it stood before', printed(RELEASED), 'placement', /Release or home leave: Release .*\nFrom: HMP Linnhead.*\nDay: 12 May 2026 .*\nHow sure the day is: There is a day, and it may move .*[\s\S]*curfew from 1 May[\s\S]*The day stood at 30 June 2026 until 4 March 2026 at 10:00 \(changed by A\. Bell\)[\s\S]*The MAPPA meeting \| Answer: Still to be told/],
    ['says of home leave when it ends, and who the host is', printed(HOME_LEAVE), 'placement', /Back on: 17 May 2026 .*\nHost, by role: A parent .*\nThe host agrees: Yes/],
    ['says of a release without an address that there is none', printed({ ...RELEASED, addressKind: 'none' }), 'placement', /Address: None yet/],
    ['marks training', printed(CONDUCTED, { training: true }), 'header', /TRAINING: every person, address and place/],
    ['says that it is in progress', printed({ ...CONDUCTED, review: { ...CONDUCTED.review, retentionRule: '' } }), 'header', /in progress/],
  ])('%s', (_name, document, id, pattern) => expect(sectionOf(document, id)).toMatch(pattern));

  it('holds the words of a condition on residence for Responsible Authorities alone (harm 1)', () => {
    const conditioned: Assessment = { ...RELEASED, placement: { ...(RELEASED.placement ?? noPlacement), release: { ...(RELEASED.placement?.release ?? noRelease), condition: 'yes', conditionSays: 'canary condition' } } };
    for (const reader of ['panel', 'rsl', 'health', 'education', 'plan', 'paste'] as const) expect(asPlainText(printed(conditioned, {}, reader))).not.toContain('canary condition');
    expect(sectionOf(printed(conditioned), 'placement')).toContain('canary condition');
  });

  it('does not call a complete record of a conducted ERA in progress, nor a departure', () => {
    expect(sectionOf(printed(CONDUCTED), 'header')).not.toMatch(/in progress|DEPARTURE|TRAINING/);
  });

  it('lists who changed what, by the names of the fields', () => {
    const changed = { ...CONDUCTED, history: [{ at: '2026-03-04T10:00:00.000Z', by: 'A. Bell', what: 'conduct decision recorded', fields: [{ path: 'assessment.conduct.rationale', from: 'a', to: 'b' }] }] };
    expect(sectionOf(printed(changed), 'history')).toMatch(/4 March 2026 at 10:00 \| By: A\. Bell \| What: conduct decision recorded \| Fields: Conduct: rationale/);
  });

  it('says what contact with children leads to, and that nothing is decided yet', () => {
    const { children } = CONDUCTED;
    const [made, open] = [{ decision: 'made', why: 'She visits.', to: 'Linnhead duty team', on: '2026-03-05' }, { decision: 'notDecided', why: '', to: '', on: null }] as const;
    const text = sectionOf(printed({ ...CONDUCTED, children: { ...children, visiting: 'yes', referral: made, disclosure: open } }), 'children');
    expect(text).toMatch(/Referral to children and families social work: Yes: made \[.*\n.*: to whom: Linnhead duty team .*\n.*: on: 5 March 2026 .*\n.*: why: She visits\./);
    expect(text).toMatch(/Disclosure to others than the MAPPA agencies: Not decided yet \[Professional assessment\]\nDisclosure .*: why: Not given/);
    expect(sectionOf(printed(CONDUCTED), 'children')).toMatch(/Referral .* social work: Not given\nDisclosure .* agencies: Not given\n/);
  });

  it('types every text, and gives every row of a table a cell for each column', () => {
    fc.assert(fc.property(anyCase, protocol, ({ person, address, assessment }, own) => printed(onRecord(assessment, own, person), { person, address }).sections.flatMap(({ blocks }) => blocks).every((block) =>
      block.kind === 'table' ? block.rows.every((row) => row.length === block.columns.length) : block.kind !== 'text' || block.text.trim() !== '')), { numRuns: 150 });
  });

  it('never says a forbidden word in any case, whatever is still unanswered', () => {
    fc.assert(fc.property(anyCase, protocol, ({ person, address, assessment }, own) => {
      expect(neverSaid([{ file: 'print', text: asPlainText(printed(onRecord(assessment, own, person), { person, address })) }])).toEqual([]);
    }), { numRuns: 150 });
  });
});
