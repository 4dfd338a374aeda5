import { type Assessment, type CategoryAnswer, numberedSites, type Surroundings } from '@/record';
import { addressLine, agePhrase, answerPhrase, askedPhrase, clausePhrase, clauseStatusPhrase, conductPhrase, coveragePhrase, dayPhrase, departurePhrase, exactnessPhrase, fieldWords, judgementPhrase, precisionPhrase, publisherPhrase, radiusPhrase, requirementPhrase, searchedFor, siteRow, statusPhrase } from '@/report';
import { CATEGORY_IDS, type CategoryId, momentInWords } from '@/terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADDRESS, CONDUCTED } from '../cases/caseFile';
import { printed, sectionOf } from './request';

function lookedUp({ surroundings }: Assessment): Surroundings {
  if (surroundings === null) throw new Error('The case was looked up.');
  return surroundings;
}
const surroundings = lookedUp(CONDUCTED);
const answerOf = (category: CategoryId) => {
  const answer = searchedFor(surroundings).find((one) => one.category === category);
  if (!answer) throw new Error(`The case answers for ${category}.`);
  return answer;
};
const said = (category: CategoryId, change: Partial<CategoryAnswer> = {}) => statusPhrase({ ...answerOf(category), ...change }, surroundings);

describe('statusPhrase', () => {
  it('says how many were found, and how many more may lie within', () => {
    expect(said('school')).toBe('2 found within 500 m.');
    expect(said('school', { uncertain: 3 })).toBe('2 found within 500 m, 3 more may lie within it.');
  });

  it('says that there may be more where the search was partial or the data is past its date', () => {
    expect(said('school', { coverage: 'partial', stale: true })).toMatch(/not all of that was searched, so there may be more; the data is past its date/);
  });

  it('says that none was found only with what was searched and what the source leaves out', () => {
    expect(said('playPark')).toBe('None found within 500 m in what was searched. Searched: Open greenspace (as of 1 November 2025). Left out by the source: play areas inside housing estates.');
  });

  it('says that a partial search is no answer for the rest', () => {
    expect(said('library')).toMatch(/^Nothing found in what was searched, which is only part of 500 m: the rest is not known\. Searched: Open greenspace/);
  });

  it('gives no answer from data past its date, and says so', () => {
    expect(said('careHome')).toMatch(/^No answer can be given for 500 m\. The data is past the date.*Searched: Care services/);
  });

  it('says what is uncertain', () => {
    expect(said('nursery')).toBe('1 may lie within 500 m: the positions are not known well enough to tell.');
    expect(said('nursery', { uncertain: 0, because: 'addressTooVague' })).toMatch(/^No answer can be given.*not known well enough/);
  });

  it('says that what no data covers was not searched', () => expect(said('shop')).toBe('Not searched. No data covers this place.'));

  it('says whom to ask for what is never published, whatever a layer claims', () => {
    expect(said('childminder', { status: 'noneFound', coverage: 'full' })).toMatch(/^Not searched\. Ask the council/);
    expect(said('cctv', { status: 'noneFound', coverage: 'full' })).toBe('Not searched. Only a visit can tell.');
  });

  it('never says none found without a source and what it leaves out', () => {
    fc.assert(fc.property(
      fc.constantFrom(...CATEGORY_IDS), fc.constantFrom('notSearched', 'partlySearched', 'uncertain', 'found', 'noneFound'), fc.constantFrom('full', 'partial', 'none'), fc.nat(3), fc.nat(3), fc.boolean(),
      (category, status, coverage, found, uncertain, stale) => {
        const words = said(category, { status, coverage, found, uncertain, stale } as Partial<CategoryAnswer>);
        return !/none found|nothing found/i.test(words) || /Searched: .* Left out by the source: /.test(words);
      },
    ));
  });
});

describe('data without a date', () => {
  const undated: Surroundings = { ...surroundings, layers: surroundings.layers.map((layer) => ({ ...layer, asOf: null, staleAfter: null })) };
  const stale = (category: CategoryId, change: Partial<CategoryAnswer> = {}): CategoryAnswer => ({ ...answerOf(category), stale: true, ...change });

  it('is named so wherever its age is told', () => {
    expect(agePhrase(stale('careHome'), undated)).toBe('Date not given: taken as past its date');
    expect(statusPhrase(stale('careHome'), undated)).toMatch(/^No answer can be given for 500 m\. .* or its date is not known\. Searched: Care services \(date not given\)\./);
    expect(statusPhrase(stale('school'), undated)).toBe('2 found within 500 m; the data is taken as past its date, as its date is not given, so there may be others.');
    expect(numberedSites({ surroundings: undated, addedSites: [] }).map(siteRow)[0]?.source).toBe('School locations, date not given');
  });

  it('is told from data that is past its date, and from current data', () => {
    expect(agePhrase(stale('careHome'), surroundings)).toBe('Past its date');
    expect(agePhrase(stale('careHome', { layerIds: ['schools'] }), { layers: undated.layers.filter(({ id }) => id !== 'schools') })).toBe('Past its date');
    expect(agePhrase(answerOf('school'), surroundings)).toBe('Current');
  });
});

describe('the shared wordings', () => {
  it.each([
    [addressLine(ADDRESS), '2/1, 3 Linn Street, Linnhead, ZZ1 1AA'],
    [addressLine({ flat: '', text: '', postcode: ' ' }), ''],
    [precisionPhrase({ precision: 'unknown' }), 'How well the position is known cannot be said.'],
    [precisionPhrase({ precision: 'stated', errorMetres: 712 }), 'The true place is taken to lie within 712 m of the point.'],
    [precisionPhrase({ precision: 'stated' }), 'How well the position is known cannot be said.'],
    [precisionPhrase({ precision: 'street' }), 'Position known by: Street (pin placed on the street). The true place is taken to lie within 50 m of the point.'],
    [exactnessPhrase({ errorMetres: 20 }), '± 20 m'],
    [exactnessPhrase({ errorMetres: null }), 'Not known'],
    [radiusPhrase(null, ''), 'How far to look has not been set by the office.'],
    [requirementPhrase('must'), 'An ERA must be carried out.'],
    [clauseStatusPhrase('reading'), '[reading: our interpretation]'],
    [answerPhrase({ is: 'unknown', reason: 'unanswered' }), 'Not known: Nobody has answered this yet.'],
    [answerPhrase({ is: 'doesNotApply' }), 'Does not arise'],
    [coveragePhrase({ category: 'cctv', coverage: 'full' }), 'Not by data'],
    [coveragePhrase({ category: 'school', coverage: 'partial' }), 'Part of it'],
    [dayPhrase('2026-03-02'), '2 March 2026'],
    [dayPhrase(null), 'Not given'],
    [momentInWords('2026-07-01T12:30:00.000Z'), '1 July 2026 at 13:30'],
    [fieldWords('assessment.conduct.rationale'), 'Conduct: rationale'],
    [fieldWords('assessment.checks.cctv.note'), 'Check: CCTV'],
    [fieldWords('assessment.addedSites.x1.name'), 'Added place'],
    [fieldWords('something.else'), 'something.else'],
    [fieldWords('person.orders.shpo'), 'In force: Sexual harm prevention order (SHPO)'],
    [fieldWords('person.behaviours.inciting'), 'Behaviour: Inciting a child or an adult at risk to engage in sexual activity'],
    [fieldWords('assessment.conduct.ground'), 'Conduct: ground'],
    [fieldWords('assessment.conduct.reliedOnInstead'), 'Conduct: relied on instead'],
    [fieldWords('assessment.clocks.agencies.solo.answeredOn'), "Agency's own clock: Housing: SOLO"],
    [fieldWords('assessment.clocks.extensions'), 'Extension'],
    [fieldWords('assessment.children.referral.why'), 'Referral to children and families social work'],
    [fieldWords('assessment.statements.s1.text'), 'Statement'],
    [fieldWords('assessment.local.young-adult'), "Question of the office's own protocol"],
    [fieldWords('assessment.changes.household'), 'Changed since: The household'],
    [fieldWords('assessment.lastEra.on'), 'Last ERA of this address'],
    [fieldWords('assessment.asked.standardId'), 'Standard applied'],
    [conductPhrase('notInFull'), 'An ERA is conducted, but NOT in full.'],
    [conductPhrase(null), 'Not decided yet.'],
    [askedPhrase('must'), 'must'],
    [askedPhrase('complyOrExplain'), 'comply or explain'],
    [clauseStatusPhrase('reading', { reading: 'how we read it' }), '[reading: how we read it]'],
    [clausePhrase({ document: 'ERA-2017', clause: '4.0', status: 'open', says: 'Not seen.' }, {}), 'ERA-2017 4.0: Not seen. [open: no meaning was kept]'],
  ])('%s', (found, expected) => expect(found).toBe(expected));

  it('says that the distance looked at is the office’s own, not a limit, and why it was chosen', () => {
    expect(radiusPhrase(1500, 'Ten minutes.')).toMatch(/^Looked up to 1,500 m .*own setting, not a limit: Scotland has no national distance\. Its reason: Ten minutes\.$/);
    expect(radiusPhrase(500, ' ')).toMatch(/No reason was recorded\.$/);
  });
});

describe('departurePhrase', () => {
  const clause = (document: string, says: string) => ({ document, clause: '4.0', status: 'confirmed', says }) as const;

  it('names document and clause once each, and what was asked', () => {
    const departure = { criterionId: 'x', question: 'Is this the annual review?', choice: 'reviewNotDone', clauses: [clause('ERA-2017', 'One.'), clause('ERA-2017', 'Two.'), clause('NASSO-2019', 'Three.')] } as const;
    expect(departurePhrase({ ...departure, asked: 'must' })).toBe("Departs from ERA-2017 4.0, NASSO-2019 4.0, 'must': Is this the annual review?");
    expect(departurePhrase({ ...departure, asked: 'complyOrExplain' })).toMatch(/, 'comply or explain': /);
  });
});

describe('siteRow and judgementPhrase', () => {
  const rows = numberedSites({ surroundings, addedSites: CONDUCTED.addedSites });

  it('says source, date and precision of a site found', () => {
    expect(rows.map(siteRow)[0]).toEqual({
      number: 1, name: 'Linnhead Primary', category: 'School', distance: '120 m', direction: 'North', relation: 'Yes', source: 'School locations, as of 1 November 2025', precision: '± 20 m', onVisit: '',
    });
  });

  it('measures nothing for a place that was added', () => {
    expect(rows.map(siteRow)[3]).toMatchObject({ distance: 'ground floor', direction: 'Not measured', source: 'Added by the office. Fact: seen or checked: visit, 3 March 2026' });
  });

  it('names every source of a place that several list, and the one that places it', () => {
    const [first] = rows;
    if (!first) throw new Error('The case has sites.');
    const osm = { title: 'OpenStreetMap places', asOf: '2025-06-09' };
    expect(siteRow({ ...first, alsoListed: [{ name: 'Linnhead PS', layerId: 'osm', layer: osm, placed: true }] }).source)
      .toBe('School locations, as of 1 November 2025. Also listed as Linnhead PS (OpenStreetMap places, as of 9 June 2025); placed by OpenStreetMap places');
    expect(siteRow({ ...first, alsoListed: [{ name: '', layerId: 'hub', layer: null, placed: false }] }).source).toBe('School locations, as of 1 November 2025. Also listed as no name (hub)');
  });

  it('gives the reason only of a site judged apart', () => {
    expect(rows.map((site) => judgementPhrase(site, CONDUCTED))).toEqual(['Relevant', 'Not relevant, judged apart: Closed since January.', 'Not relevant', 'Cannot say yet']);
    expect(rows.map((site) => judgementPhrase(site, { judgements: {}, exceptions: {} }))).toEqual(Array(4).fill('Not judged'));
  });
});

describe('who published the data', () => {
  const SIGNED = { publisher: 'Testshire Council', fingerprint: 'N04Y-Z4ZK' };
  it.each([
    [SIGNED, false, 'Signed by Testshire Council (fingerprint N04Y-Z4ZK)'], [null, false, 'Not signed: nothing shows who published this data'],
    [null, true, 'The fictional training area, part of Steading'], [undefined, true, 'The fictional training area, part of Steading'], [undefined, false, 'Whether it was signed was not recorded'],
  ])('of %j (training: %s) is told as: %s', (signature, training, words) => {
    expect(publisherPhrase(signature, training)).toBe(words);
  });

  it('stands in the record beside the data', () => {
    const before = Object.fromEntries(Object.entries(surroundings).filter(([key]) => key !== 'signature')) as Surroundings;
    const rows = (kept: Surroundings) => sectionOf(printed({ ...CONDUCTED, surroundings: kept }), 'surroundings');
    expect(rows(surroundings)).toContain('Signed by Testshire Council');
    expect(rows({ ...surroundings, signature: null })).toContain('Not signed');
    expect(rows(before)).toContain('was not recorded');
  });
});
