import { accurateThen, type Assessment, limitsOf, mayHave, noReply, PROFILES, type PropertyVisit } from '@/record';
import { describe, expect, it } from 'vitest';
import { ADDRESS, ALL_ANSWERED, BEFORE_AGENCIES, begunBefore, CONDUCTED, LOCAL, NOT_CONDUCTED, NOT_IN_FULL, WALKED } from '../cases/caseFile';

const FULL = limitsOf({ address: ADDRESS, assessment: CONDUCTED }).join('\n');

describe('limitsOf', () => {
  it.each([
    ['says how far was looked, as the office\'s own setting', /up to 500 m from the address, by the office's own setting/],
    ['names the categories that no data covers', /^Not searched here.*Shops/m],
    ['names the categories searched only in part', /^Searched only in part: Libraries\./m],
    ['names the categories that are uncertain', /^Uncertain, .*: Nurseries and other day care of children\./m],
    ['names the categories whose data is past its date', /^Data past the date .*: Care homes\./m],
    ['says what each source leaves out, with its number', /^School locations leaves out: independent schools without a published roll \(7\)\. Ask education\./m],
    ['names the categories of which nobody could say whether they matter', /could not be said yet: Shops\./],
    ['says what a visit can tell, and what not', /The physical check tells what was seen on its day: what was not seen may be there all the same\./],
  ])('%s', (_name, pattern) => expect(FULL).toMatch(pattern));

  it('goes with the days of the record: accurate at the time it was undertaken (ERA-2017 4.0)', () => {
    expect(accurateThen(CONDUCTED)).toBe('This assessment is accurate at the time it was undertaken (ERA-2017 4.0): begun on 2 March 2026, decided on 10 March 2026.');
    expect(accurateThen(NOT_CONDUCTED)).toMatch(/no day of decision is on record\.$/u);
  });

  it('goes to a reader as far as the reader may have the field that it qualifies, and holds no word of another', () => {
    const waiting = { ...CONDUCTED, agencies: { ...ALL_ANSWERED, contacts: { ...ALL_ANSWERED.contacts, police: { ...noReply, reply: 'waiting' as const }, rsl: { ...noReply, reply: 'waiting' as const }, nhs: { ...noReply, reply: 'notAsked' as const, why: 'canary why' } } } };
    const of = (id: 'ra' | 'panel' | 'rsl' | 'health') => limitsOf({ address: ADDRESS, assessment: waiting, may: mayHave(PROFILES[id]) }).join('\n');
    expect(of('ra')).toMatch(/No answer yet: .*Police[^]*canary why/u);
    expect(of('panel')).toMatch(/Not searched here.*Shops[^]*No answer yet: .*Police[^]*\nNot asked, or does not apply: NHS/u);
    expect(of('panel')).not.toContain('canary why');
    expect(of('rsl')).toMatch(/No answer yet: [^;]*RSL|No answer yet: [^;]*landlord/iu);
    expect(of('rsl')).not.toMatch(/Police|NHS|searched|physical check/u);
    expect(of('health')).not.toMatch(/Police|landlord|searched|canary/u);
  });

  it('never calls a category that only a visit or an agency can answer not searched', () => {
    expect(FULL).not.toMatch(/Not searched here.*Childminders/);
  });

  it('says that nothing was looked up where nothing was', () => {
    expect(limitsOf({ address: ADDRESS, assessment: NOT_CONDUCTED }).join('\n')).toMatch(/no category was searched[\s\S]*nobody has answered yet: CCTV; .*Childminders/);
  });

  it('says how imprecise the address is, and nothing of it where it is placed on its building', () => {
    const at = (precision: 'postcode' | 'unknown' | 'building') =>
      limitsOf({ address: { ...ADDRESS, position: { point: { lng: -3.9, lat: 55.8 }, precision, from: 'search' } }, assessment: NOT_CONDUCTED }).join('\n');
    expect(at('postcode')).toMatch(/may lie up to 500 m/);
    expect(at('unknown')).toMatch(/no site can be ruled in or out/);
    expect(at('building')).not.toMatch(/may lie up to|cannot be said/);
  });

  it('says that the pin has moved since', () => {
    expect(limitsOf({ address: { ...ADDRESS, position: null }, assessment: CONDUCTED }).join('\n')).toMatch(/for another position/);
    expect(FULL).not.toMatch(/another position/);
  });

  it('says that a conflict was not checked, and only then', () => {
    const unchecked = { ...CONDUCTED, outcome: { ...CONDUCTED.outcome, victimOrConditionConflict: 'notChecked' as const } };
    expect(limitsOf({ address: ADDRESS, assessment: unchecked }).join('\n')).toMatch(/not checked in this record: see ViSOR/);
    expect(FULL).not.toMatch(/see ViSOR/);
  });

  it('says what an ERA that is not in full leaves out', () => {
    expect(limitsOf({ address: ADDRESS, assessment: NOT_IN_FULL }).join('\n')).toMatch(/not in full\. Left out: Physical check of the property; The inside of the flat\.$/m);
    expect(FULL).not.toMatch(/Left out/);
  });

  it('says what is not known and not decided about children', () => {
    const of = (children: Partial<typeof CONDUCTED.children>) => limitsOf({ address: ADDRESS, assessment: { ...CONDUCTED, children: { ...CONDUCTED.children, ...children } } }).join('\n');
    const notDecided = { decision: 'notDecided' as const, why: 'Meeting on Friday.', to: '', on: null };
    expect(of({ livingHere: null, visiting: 'unknown' })).toMatch(/nobody has answered about yet: children living at the address\.\nContact with children that is not known: children visiting\.\nNobody has answered yet whether there is: a referral .*; a disclosure\./);
    expect(of({ minded: 'yes', referral: notDecided })).toMatch(/Not decided yet: a referral to children and families social work\.$/m);
    expect(FULL).not.toMatch(/children (living|visiting|minded)|Not decided yet/);
  });

  it('says that the record holds no physical check where it holds none, and only then', () => {
    const attempt = { ...WALKED.visits[0], outcome: 'attempted' } as PropertyVisit;
    const of = (assessment: Assessment) => limitsOf({ address: ADDRESS, assessment }).join('\n');
    expect(of(begunBefore(CONDUCTED))).toMatch(/^This record holds no physical check of the property, which ERA-2017 5\.3 asks for/m);
    expect(of(NOT_CONDUCTED)).toMatch(/no physical check/);
    expect(of({ ...CONDUCTED, physicalCheck: { ...WALKED, visits: [attempt, attempt] } })).toMatch(/no physical check.*\n2 visits were tried and not done\./);
    expect(FULL).not.toMatch(/no physical check|tried and not done/);
  });

  it('says what the walk-round left open, could not check, and that nobody saw the school run', () => {
    const [visit] = WALKED.visits;
    const of = (change: Partial<PropertyVisit>) => limitsOf({ address: ADDRESS, protocol: LOCAL, assessment: { ...CONDUCTED, physicalCheck: { ...WALKED, visits: [{ ...visit, ...change } as PropertyVisit] } } }).join('\n');
    const looked = { ...visit?.looked, shop: { answer: null, note: '', at: null }, cctv: { answer: 'couldNotCheck' as const, note: 'Too dark.', at: null } };
    expect(of({ looked, schoolRun: { walked: 'no', seen: '' } })).toMatch(/Not looked for on the physical check: Shops; School bus stops\.\nCould not be checked on the physical check: CCTV \(Too dark\)\.\nNo visit was made at school-run time/);
    expect(FULL).not.toMatch(/school-run|Could not be checked on|Not looked for on/);
  });

  it('says what was not asked at home, of a person who lives there alone', () => {
    const of = (addressKind: 'livedIn' | 'proposed') => limitsOf({ address: ADDRESS, assessment: { ...CONDUCTED, addressKind, homeVisit: { answers: { neighbours: { answer: 'notAsked', text: 'Nobody in.' } }, changed: [], source: '', on: null, reviews: [] } } }).join('\n');
    expect(of('livedIn')).toMatch(/nobody has answered yet: Current housing; .*\.\nNot asked on a home visit: Contact with neighbours\./);
    expect(of('proposed')).not.toMatch(/home visit/);
  });

  it("names what the local protocol asks besides, as the office's own", () => {
    const local = limitsOf({ address: ADDRESS, assessment: CONDUCTED, protocol: LOCAL }).join('\n');
    expect(local).toMatch(/nobody has answered yet: School bus stops; Community safety team\./);
    expect(local).toMatch(/The office's local protocol wants a closer look further off than the 500 m looked at: Schools, up to 800 m\.$/m);
    expect(FULL).not.toMatch(/protocol|School bus stops/);
  });

  it.each<[string, Partial<Record<'nhs' | 'prison' | 'education', object>>, RegExp | null]>([
    ['who has not answered, and since when it is asked', { nhs: { reply: 'waiting', askedOn: '2026-03-04' } }, /^No answer yet: NHS: liaison officer or MAPPA lead \(asked on 4 March 2026\)\.$/m],
    ['who is not asked and why, one reason once', { nhs: { reply: 'notAsked', why: 'Never a patient.' }, prison: { reply: 'notAsked', why: 'Never a patient' } }, /^Not asked, or does not apply \(Never a patient\): NHS: [^;]+; Scottish Prison Service[^;]+\.$/m],
    ['whose relevance is not known yet', { education: { reply: 'traceUnknown', answeredOn: '2026-03-04' } }, /^A trace was told whose relevance is not known yet: Education\.$/m],
    ['whom nobody dealt with', { education: { reply: null } }, /^Nobody has recorded whether these were asked: Education\.$/m],
    ['nothing of agencies that all answered', {}, null],
  ])('says %s', (_name, rows, pattern) => {
    const agencies = { ...ALL_ANSWERED, contacts: { ...ALL_ANSWERED.contacts, ...Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { ...noReply, ...row }])) } };
    const text = limitsOf({ address: ADDRESS, assessment: { ...CONDUCTED, agencies } }).join('\n');
    if (pattern !== null) expect(text).toMatch(pattern);
    else expect(text).not.toMatch(/No answer yet|Not asked|Nobody has recorded|relevance is not known/);
  });

  it('says which lists of the standard were not read, of a record that has the part and of no other', () => {
    expect(FULL).toMatch(/ERA-2017 5\.2 was read only in part: Housing: SOLO\.[\s\S]*was not seen: Education; NHS[^;]+; Police: SOPU; Scottish Prison/);
    expect(limitsOf({ address: ADDRESS, assessment: BEFORE_AGENCIES }).join('\n')).toMatch(/before Steading asked which agencies/);
    expect(limitsOf({ address: ADDRESS, assessment: NOT_CONDUCTED }).join('\n')).not.toMatch(/5\.2|which agencies/);
  });
});
