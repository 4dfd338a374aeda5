import { type AskedThen, type Assessment, eraIsConducted } from '@/record';
import { asPlainText, type RecordDocument } from '@/report';
import type { ConductChoice } from '@/terms';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { CONDUCTED, NOT_CONDUCTED, PERSON } from '../cases/caseFile';
import { PROTOCOL } from '../rules/protocolFixture';
import { askedNow, onRecord, printed, sectionOf } from './request';

const conduct = (document: RecordDocument) => sectionOf(document, 'conduct');
const NOTE = 'This record was made before Steading kept the standard with it';

/** A record as a Steading of other words kept it: another question, another criterion, another meaning of a label, other documents. */
function older(asked: AskedThen): AskedThen {
  const clause = { document: 'ERA-2031', clause: '9.9', status: 'confirmed', says: 'A lantern is hung at the gate.' } as const;
  const criterion = { id: 'lantern', clauses: [clause], question: 'Is a lantern hung at the gate?', kind: 'must', asksFor: 'must', inForce: { from: '2031-01-01', to: null } } as const;
  const [first, ...rest] = asked.decision.criteria;
  if (!first) throw new Error('Something is asked.');
  return {
    ...asked,
    standardId: 'abcdef0123456789'.repeat(4), at: '2031-05-06T10:00:00.000Z', reasons: ['Lantern: not hung.'],
    standard: {
      ...asked.standard, version: '2031.9', documents: { 'ERA-2031': 'Guidance on lanterns' }, statuses: { ...asked.standard.statuses, confirmed: 'carved in stone' },
      sections: [{ id: 'record', heading: 'The record', criteria: [{ ...criterion, id: 'rationaleDocumented', question: 'Are the reasons carved in?' }] }],
    },
    decision: {
      ...asked.decision, unknowns: [{ fact: 'lantern', reason: 'standardOpen', ask: 'Who hangs the lantern?' }],
      criteria: [{ ...first, criterion: { ...first.criterion, question: 'Has the person had as few as eighteen birthdays?' } }, { criterion, answer: { is: 'met' }, facts: [] }, ...rest.slice(0, 1)],
    },
    departures: [{ criterionId: 'lantern', question: criterion.question, asked: 'must', clauses: [clause], choice: 'notConducted' }],
    deadlines: [{ id: 'lantern', for: 'The lantern', kind: 'calendarDays', limitDays: 40, countedFrom: { on: '2031-05-01', event: 'Dusk', agency: null }, firstDueOn: '2031-06-09', dueOn: '2031-06-09', extension: null, days: [], unknown: null, ruledOn: true, clauses: [clause] }],
  };
}

describe('a record that carries its standard', () => {
  const asked = older(askedNow({ person: PERSON, assessment: NOT_CONDUCTED }));
  const document = printed({ ...NOT_CONDUCTED, asked });

  it.each([
    ['its question words', 'conduct', /Question: Has the person had as few as eighteen birthdays\?/],
    ['its own criterion, with what its labels meant', 'conduct', /Question: Is a lantern hung at the gate\? \| Answer: Yes \| Clauses: ERA-2031 9\.9 \[confirmed: carved in stone\]/],
    ['what its clauses said', 'clauses', /Clause: ERA-2031 9\.9 \| How sure: \[confirmed: carved in stone\] \| What it says: A lantern is hung at the gate\./],
    ['its departures', 'conduct', /This is a departure from the standard\.\nWhat is departed from\n- Question: Is a lantern hung at the gate\? \| The standard asks: must/],
    ['its departures at the head', 'header', /- Departs from ERA-2031 9\.9, 'must': Is a lantern hung at the gate\?/],
    ['its reasons', 'conduct', /- Lantern: not hung\./],
    ['what was unknown then, and why', 'conduct', /- Who hangs the lantern\? \(The published text of the standard has not been seen on this point\.\)/],
    ['what it asked of the record itself', 'conduct', /Question: Are the reasons carved in\? \| Answer: Yes/],
    ['its version, id and day', 'conduct', /As the standard asked on 6 May 2031\.\nStandard applied: Version 2031\.9, abcdef012345\n/],
    ['its deadlines', 'clocks', /For: The lantern \| Counted from: Dusk, 1 May 2031 \| First due: 9 June 2031 .*40 calendar days/],
    ['its documents', 'sources', /ERA-2031: Guidance on lanterns/],
  ])('prints %s', (_name, id, pattern) => expect(sectionOf(document, id)).toMatch(pattern));

  it('prints nothing of today instead', () => {
    const today = conduct(printed(NOT_CONDUCTED));
    for (const words of ['Is the person under 18?', 'Is the rationale for conducting or not conducting', 'read in the published text']) {
      expect(today).toContain(words);
      expect(asPlainText(document)).not.toContain(words);
    }
    expect(asPlainText(document)).not.toContain(NOTE);
  });

  it('prints alike whatever the standard of today asks', () => {
    const another = { ...askedNow({ person: PERSON, assessment: NOT_CONDUCTED }), reasons: ['Another.'], departures: [], deadlines: [] };
    expect(printed({ ...NOT_CONDUCTED, asked }, { askedNow: another })).toEqual(document);
  });
});

describe('a record without a standard of its own', () => {
  it("is shown under today's, and says so", () => {
    expect(conduct(printed(NOT_CONDUCTED))).toContain(NOTE);
    expect(conduct(printed(NOT_CONDUCTED))).toMatch(/shown under today's standard/);
  });

  it('differs in nothing else from one that has just been put on record', () => {
    const kept = asPlainText(printed(onRecord(NOT_CONDUCTED))).split('\n');
    expect(asPlainText(printed(NOT_CONDUCTED)).split('\n').filter((line) => !line.startsWith(NOTE))).toEqual(kept);
  });
});

describe('what is chosen', () => {
  const choose = (decision: ConductChoice | null, change: Partial<Assessment['conduct']> = {}): Assessment => ({ ...NOT_CONDUCTED, conduct: { ...NOT_CONDUCTED.conduct, ...change, decision } });

  it.each<[ConductChoice | null, string, RegExp]>([
    ['conducted', 'Environmental Risk Assessment: record', /An ERA IS conducted\./],
    ['notInFull', 'Environmental Risk Assessment NOT conducted in full: record', /An ERA is conducted, but NOT in full\./],
    ['notConducted', 'Environmental Risk Assessment NOT conducted: record of the decision', /An ERA is NOT conducted\./],
    ['reviewNotDone', 'Annual review NOT done: record of the decision', /The annual review is NOT done\./],
    [null, 'Environmental Risk Assessment: conduct not decided yet', /Not decided yet\./],
  ])('%s is in the title, at the head and in its section', (decision, title, words) => {
    const document = printed(choose(decision));
    expect(document.title).toBe(title);
    expect(sectionOf(document, 'header')).toMatch(words);
    expect(conduct(document)).toMatch(words);
  });

  it('is a departure where the standard asks, and names each part by itself', () => {
    const text = conduct(printed(choose('reviewNotDone')));
    expect(text).toMatch(/This is a departure from the standard\.[\s\S]*- Question: .* \| The standard asks: comply or explain \| Clauses: ERA-2017 4\.0 \[confirmed: /);
    expect(conduct(printed(choose('conducted')))).not.toMatch(/departure|departed/);
  });

  it('says what is left out of an ERA that is not in full', () => {
    const text = conduct(printed(choose('notInFull', { partsLeftOut: ['physicalCheck', 'databaseChecks'], leftOutWhat: 'Nobody went inside.' })));
    expect(text).toMatch(/Parts left out: Physical check of the property; Database checks \[Fact.*\nWhat exactly is left out: Nobody went inside\. \[Fact/);
    expect(conduct(printed(choose('notConducted')))).not.toMatch(/left out/i);
  });

  it('has its ground, what was relied on, what holds, the second officer as recorded by the first, and the day of asking again', () => {
    expect(conduct(printed(choose('notConducted', { ground: 'recentEra' })))).toMatch(
      /Ground .*: There is a recent ERA of this address, and nothing has changed since \[Professional assessment\]\nWhat was relied on instead: .*\nWhat holds meanwhile: .*\nAuthorised by a second officer, as recorded by the first: E\. Fyfe, inspector \[Reported.*\nAuthorised on, as recorded by the first officer: 3 March 2026 .*\nA typed name: no key of the second officer stands behind it\.\nThe question is opened again on: /,
    );
  });

  it('leaves nothing to decide on the address where nothing is done, and keeps what was decided before', () => {
    const outcome = { ...CONDUCTED.outcome };
    expect(sectionOf(printed(choose('reviewNotDone')), 'outcome')).toMatch(/The annual review is not done, so there is no decision/);
    expect(sectionOf(printed({ ...choose('reviewNotDone'), outcome }), 'outcome')).toMatch(/The annual review is not done\. Recorded before that was decided, and kept: Manageable\./);
    expect(eraIsConducted(choose('notInFull'))).toBe(true);
    expect(sectionOf(printed({ ...choose('notInFull'), outcome }), 'outcome')).toMatch(/Decision of the Responsible Authorities: Manageable/);
  });
});

describe('the four answers', () => {
  it('are printed in words, those that do not bear on it too', () => {
    const text = conduct(printed(onRecord(CONDUCTED)));
    for (const answer of ['Yes', 'No', 'Not known: ', 'Does not arise']) expect(text).toContain(`| Answer: ${answer}`);
  });
});

describe("the office's own protocol", () => {
  const local = { 'young-adult': 'yes', 'old-question': 'no', 'never-answered': null } as const;
  const assessment: Assessment = {
    ...CONDUCTED, local, checks: { ...CONDUCTED.checks, 'community-safety': { answer: 'there', note: 'Rang on 3 March.' }, 'school-bus-stop': { answer: 'notSeen', note: '' }, 'old-check': { answer: 'couldNotCheck', note: 'No reply.' } },
  };
  const document = printed(onRecord(assessment, PROTOCOL));

  it.each([
    ['named beside the standard', 'conduct', /Local protocol: Kinlowrie housing risk protocol, version 3: the office's own/],
    ['answered in the words of its questions', 'trigger', /Asked by the office's own protocol: Kinlowrie housing risk protocol, version 3\.\nIs the person aged 18 to 21\?: Yes \[Fact/],
    ['kept where a question is gone', 'trigger', /Answered under an earlier protocol:\nold-question: No/],
    ['asked of the visit and of agencies', 'checks', /Not the standard's\.\nSchool bus stops \(the office's own\): Looked or asked: none reported\..*\nCommunity safety team \(the office's own\): Yes, there is\. Rang on 3 March\. \[Reported/],
    ['kept where a check is gone', 'checks', /Answered under an earlier protocol:\nold-check: Could not check\. No reply\./],
    ['measured by its own distances, which are no limit', 'sites', /its own, not the standard's, and no limit\n- Category: Schools \| Distance: 300 m \| Reason: About the length .* \| What can be said: 1 within 300 m/],
    ['among the sources', 'sources', /Kinlowrie housing risk protocol, version 3: the office's own protocol, of Kinlowrie Strategic Oversight Group, in force from 11 January 2027\./],
  ])('is %s', (_name, id, pattern) => expect(sectionOf(document, id)).toMatch(pattern));

  it('is not asked about on other events, and never answered in anybody’s stead', () => {
    const review = { ...assessment, local: {}, trigger: { ...assessment.trigger, kind: 'annualReview' as const } };
    const text = sectionOf(printed(onRecord(review, PROTOCOL)), 'trigger');
    expect(text).toMatch(/aged 18 to 21\?: Not asked on this event\n/);
    expect(text).toMatch(/Does the person live in supported accommodation\?: Not given\n/);
    expect(text).not.toMatch(/never-answered|earlier protocol/);
  });

  it('is among the limits where nobody has answered it, for a record without a standard of its own too', () => {
    const pattern = /nobody has answered yet: School bus stops; Community safety team\./;
    expect(sectionOf(printed(CONDUCTED, { askedNow: askedNow({ person: PERSON, assessment: CONDUCTED }, PROTOCOL) }), 'limits')).toMatch(pattern);
    expect(sectionOf(document, 'limits')).not.toMatch(pattern);
  });

  it('is nowhere where the office has none', () => {
    const without = asPlainText(printed(onRecord(CONDUCTED)));
    expect(without).toMatch(/Local protocol: None/);
    expect(without).not.toMatch(/office's own protocol|\(the office's own\)|earlier protocol|wants a closer look/);
  });
});

/** What the text of a module imports by name. */
function importedNames(source: string): readonly string[] {
  return ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !statement.importClause?.namedBindings) return [];
    const { namedBindings } = statement.importClause;
    return ts.isNamedImports(namedBindings) ? namedBindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text) : ['*'];
  });
}
const ANSWERS_ANEW = ['decide', 'reasonsFor', 'departuresOf', 'deadlinesOf', 'departuresIn', 'isDeparture', 'currentStandard', 'LIMITS', 'SECTIONS', 'STANDARD', 'DOCUMENTS', 'RATIONALE_DOCUMENTED', '*'];
const anew = (source: string) => importedNames(source).filter((name) => ANSWERS_ANEW.includes(name));

describe('the sections of what was asked', () => {
  it.each(['sections/conduct.ts', 'sections/clocks.ts', 'sections/closing.ts', 'sections/localAnswers.ts', 'sections/localSites.ts', 'sections/about.ts', 'asked.ts'])('%s asks no standard of its own', (file) => {
    const source = readFileSync(fileURLToPath(new URL(`../../src/report/${file}`, import.meta.url)), 'utf8');
    expect(importedNames(source).length).toBeGreaterThan(0);
    expect(anew(source)).toEqual([]);
  });

  it.each(["import { decide } from '@/rules';", "import { type Clause, decide as answer } from '@/rules';", "import * as rules from '@/rules';", "import { isDeparture } from '@/record';"])('negative control: %s', (source) => {
    expect(anew(source)).toHaveLength(1);
  });
});
