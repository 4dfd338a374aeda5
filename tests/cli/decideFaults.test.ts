import { describe, expect, it } from 'vitest';
import { PROTOCOL } from '../rules/protocolFixture';
import { callSteading } from './callSteading';
import { ORDINARY } from './decideCases';

const call = (file: string | Uint8Array, path = 'facts.json') => callSteading(['decide', path], { [path]: file });

const DAY = 'Write a real day from 1900 to 2099 as yyyy-mm-dd, for example 2027-04-05.';
const LAST = 'Write a real day from 1900 to 2099 as yyyy-mm-dd, or never, or unknown.';
const OBJECT = 'Write this as an object, with its entries between { and }.';
const EXTENSION = { deadlineId: 'initialEra', to: '2026-12-18', reason: 'Away', decidedOn: '2026-11-20', by: 'Sergeant' };
const extended = (changed: object) => ({ clock: { extensions: [{ ...EXTENSION, ...changed }] } });
const yearWith = (changed: object) => ({ calendar: { nationalYears: [{ year: 2028, days: [{ on: '2028-01-03', name: "New Year's Day" }], source: 'mygov.scot', ...changed }] } });

describe('steading decide on bad facts', () => {
  it('answers the same facts where they are good (negative control)', async () => {
    const good = { ...ORDINARY, ...extended({}), ...yearWith({}), protocol: PROTOCOL, local: { 'young-adult': 'no' }, conduct: { choice: 'notInFull', partsLeftOut: ['other'] } };
    const { exit, out, err } = await call(JSON.stringify(good));
    expect([exit, err, out === '']).toEqual([0, '', false]);
  });

  const matrix: readonly (readonly [name: string, facts: object, ...faults: readonly string[]])[] = [
    ['an answer that is none', { registered: 'maybe' }, 'registered: Choose one of: yes, no, unknown.'],
    ['an answer of the wrong type', { trigger: 3, orders: { shpo: true } }, 'orders.shpo: Choose one of: yes, no, unknown.', 'trigger: Choose one of: initialRegistration, newAddress, annualReview, personChanged, householdChanged, environmentChanged, release, other.'],
    ['a day that the calendar does not have', { clock: { renewedOn: '2026-02-30' } }, `clock.renewedOn: ${DAY}`],
    ['a day in another form', { clock: { notification: { on: '26/3/2026' }, agencies: { police: { on: 20260326 } } } }, `clock.notification.on: ${DAY}`, `clock.agencies.police.on: ${DAY}`],
    ['a day of another century', { asOf: '2100-01-01', lastEra: '1899-12-31' }, `asOf: ${DAY}`, `lastEra: ${LAST}`],
    ['a day for which there is no word', { lastReview: 'sometimes' }, `lastReview: ${LAST}`],
    ['days after the one that is asked about', { asOf: '2026-06-01', lastEra: '2026-06-02', lastReview: '2026-06-02' }, 'lastEra: Write a day that is not after 2026-06-01, for which the question is asked (asOf).', 'lastReview: Write a day that is not after 2026-06-01, for which the question is asked (asOf).'],
    ['a day after today', { lastEra: '2026-06-16' }, 'lastEra: Write a day that is not after 2026-06-15, for which the question is asked (asOf).'],
    ['lists for objects, and objects for lists', { orders: [], clock: { agencies: [], extensions: {} }, local: [], protocol: [] }, `orders: ${OBJECT}`, 'local: Write this as an object: the id of each question with its answer.', `clock.agencies: ${OBJECT}`, 'clock.extensions: Write this as a list, between [ and ].', 'protocol: Write this as an object: the whole protocol file.'],
    ['a key with a slip in it', { registred: 'yes', Under18: 'no', behaviours: { incitng: 'yes' }, clock: { notification: { evnt: '' } } }, 'registred: There is no such entry here. Did you mean registered?', 'Under18: There is no such entry here. Did you mean under18?', 'behaviours.incitng: There is no such entry here. Did you mean inciting?', 'clock.notification.evnt: There is no such entry here. Did you mean event?'],
    ['keys that are near none', { changes: { weather: 'yes', toString: 'yes' } }, 'changes.weather: There is no such entry here. There are: person, household, environment.', 'changes.toString: There is no such entry here. There are: person, household, environment.'],
    ['a key of blanks and line breaks', { clock: { 'a\n\u202Eb': 1 } }, String.raw`clock."a\n b": There is no such entry here. There are: notification, renewedOn, movedOn, releaseOn, voidHeldUntil, bidClosesOn, agencies, extensions.`],
    ['an extension without a reason', extended({ reason: ' ', by: undefined }), 'clock.extensions.0.reason: Fill this in: it is blank.', 'clock.extensions.0.by: Add this entry.'],
    ["an extension of the person's own duty", extended({ deadlineId: 'ownNotification' }), 'clock.extensions.0.deadlineId: Choose one of: initialEra, solo, otherAgencies, annualReview, agency.solo, agency.justiceSocialWork, agency.childrenAndFamilies, agency.adultProtection, agency.education, agency.rsl, agency.nhs, agency.police, agency.prison, agency.support, release, voidHeld, bidCloses.'],
    ['a year with the holidays of another', yearWith({ year: 2029 }), 'calendar.nationalYears.0.days.0.on: Write a day of 2029: this one lies in another year.'],
    ['a year without holidays or source', yearWith({ days: [], source: '' }), 'calendar.nationalYears.0.days: Give the holidays of this year: without them every weekday would count.', 'calendar.nationalYears.0.source: Fill this in: it is blank.'],
    ['a year that is none', yearWith({ year: 2028.5 }), 'calendar.nationalYears.0.year: Write a whole year, for example 2028.', 'calendar.nationalYears.0.days.0.on: Write a day of 2028.5: this one lies in another year.'],
    ['too many holidays', { calendar: { localHolidays: Array(201).fill(3) } }, 'calendar.localHolidays: Keep at most 200 entries here.'],
    ['a text that is too long', { conduct: { authorisedBy: 'A'.repeat(501) } }, 'conduct.authorisedBy: Use at most 500 characters here.'],
    ['a protocol that weakens the standard', { protocol: { ...PROTOCOL, limits: [{ limit: 'annualReview', days: 30, reason: 'More time' }], waive: ['annualReview'] } }, 'protocol.waive: A local protocol adds to the standard; it cannot remove or change a national criterion. Take out this entry.', 'protocol.limits.0.days: Enter fewer than 21 days: the national limit is 21, and an equal or longer one would weaken it.'],
    ['a protocol of a newer Steading', { protocol: { ...PROTOCOL, formatVersion: 2 } }, 'protocol.formatVersion: A newer Steading wrote this protocol (format 2; this one reads format 1). Update Steading, then open the protocol again.'],
    ['answers to questions that the protocol does not have', { protocol: PROTOCOL, local: { 'young-adults': 'yes', constructor: 'no' } }, 'local.young-adults: The protocol has no such question. Did you mean young-adult?', 'local.constructor: The protocol has no such question. There are: young-adult, supported-living, block-refurbished.'],
    ['answers without a protocol', { local: { 'young-adult': 'yes' } }, 'local.young-adult: No protocol asks this question: take it out, or give the protocol that asks it.'],
    ['an answer to a local question that is none', { protocol: PROTOCOL, local: { 'young-adult': 'perhaps' } }, 'local.young-adult: Choose one of: yes, no, unknown.'],
    ['a choice that is none', { conduct: { choice: 'no', partsLeftOut: ['roof'] } }, 'conduct.choice: Choose one of: conducted, notInFull, notConducted, reviewNotDone.', 'conduct.partsLeftOut.0: Choose one of: physicalCheck, agencyContacts, databaseChecks, other.'],
  ];
  it.each(matrix)('tells every fault of %s on a line of its own, with its path, and prints nothing', async (_name, facts, ...faults) => {
    const { exit, out, err } = await call(JSON.stringify(facts));
    expect(err.split('\n').toSorted()).toEqual(faults.toSorted());
    expect([exit, out]).toEqual([2, '']);
  });

  it('tells of a key that JSON alone can hold', async () => {
    const { exit, out, err } = await call('{"__proto__": {"registered": "yes"}, "local": {"__proto__": "yes"}}');
    expect(err).toMatch(/^__proto__: There is no such entry here\. There are: asOf, .*\nlocal\.__proto__: No protocol asks this question/u);
    expect([exit, out]).toEqual([2, '']);
  });
});

describe('steading decide on what is no file of facts', () => {
  const matrix: readonly (readonly [name: string, file: string | Uint8Array, say: string])[] = [
    ['an empty file', '', 'facts.json: is empty.'],
    ['blanks', ' \n', 'facts.json: is empty.'],
    ['JSON that is cut short', '{"registered": ', 'facts.json: is not JSON, or is cut short.'],
    ['a list', '[]', `facts.json: ${OBJECT}`],
    ['null', 'null', `facts.json: ${OBJECT}`],
    ['a text', '"yes"', `facts.json: ${OBJECT}`],
    ['a byte order mark', '\uFEFF{}', 'facts.json: begins with a byte order mark, which JSON does not have. Save it as UTF-8 without one.'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0), 'facts.json: is not text in UTF-8. Save it as UTF-8.'],
    ['binary', Uint8Array.of(0x7b, 0xff, 0x7d), 'facts.json: is not text in UTF-8. Save it as UTF-8.'],
    ['more than 1 MB', `{}${' '.repeat(1_000_000)}`, 'facts.json: is larger than 1 MB: no facts are. Give another file.'],
  ];
  it.each(matrix)('says in a sentence what is wrong with %s', async (_name, file, say) => {
    const { exit, out, err } = await call(file);
    expect([exit, out, err]).toEqual([2, '', say]);
  });

  it('takes a file of just 1 MB (negative control)', async () => {
    expect((await call(`{}${' '.repeat(999_998)}`)).exit).toBe(0);
  });

  it('names a file that is not there, on one line', async () => {
    expect(await callSteading(['decide', 'go\nne.json'])).toMatchObject({ exit: 2, out: '', err: 'go ne.json: cannot be read (ENOENT). Check the path.' });
  });

  it.each([['no file', []], ['two files', ['a.json', 'b.json']], ['an option that does not exist', ['--strict', 'a.json']]])('shows how it is called, given %s', async (_name, words) => {
    const { exit, out, err } = await callSteading(['decide', ...words], { 'a.json': '{}', 'b.json': '{}' });
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain('steading decide FILE');
  });

  it('shows how it is called when asked', async () => {
    expect(await callSteading(['decide', '--help'])).toMatchObject({ exit: 0, out: '' });
  });
});
