import type { Protocol } from '@/rules';
import { EMPTY_PROTOCOL, protocolFileText } from '@/rules/protocol/file';
import { localCriteria } from '@/rules/protocol/localCriteria';
import { parseProtocol, parseProtocolFile, type ParsedProtocol } from '@/rules/protocol/parse';
import { CATEGORY_IDS, TRIGGERS } from '@/terms';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anyProposal, anyProtocol, NATIONAL, parseWith, PROTOCOL } from './protocolFixture';

type List = 'groups' | 'triggers' | 'checks' | 'categories' | 'prompts' | 'limits' | 'holidays';
const LISTS: readonly List[] = ['groups', 'triggers', 'checks', 'categories', 'prompts', 'limits', 'holidays'];

const ADDS_ONLY = 'A local protocol adds to the standard; it cannot remove or change a national criterion. Take out this entry.';
const BLANK = 'Fill this in: it is blank.';
const AS_TEXT = 'Write this as text.';
const AS_LIST = 'Write this as a list, between [ and ].';
const AS_OBJECT = 'Write this as an object, with its entries between { and }.';
const MISSING = 'Add this entry.';
const ID = 'Use 2 to 41 lower-case letters, digits and hyphens, beginning with a letter or a digit.';
const ID_TWICE = 'Use another id: this protocol has it already.';
const CHECK_ID = 'Use another id: this one belongs to a national criterion or to a category, which a local protocol cannot change.';
const NATIONAL_ID = 'Use another id: this one belongs to a national criterion, which a local protocol cannot change.';
const OUR_CATEGORY = "Use another id: this category is the standard's or Steading's own, and a local protocol cannot redefine it.";
const DATE = 'Write a real day as yyyy-mm-dd, for example 2027-04-05.';
const METRES = 'Enter whole metres, from 10 to 5,000.';
const DAYS = 'Enter a whole number of days, 1 or more.';
const MAPPED = `Choose a category that a map can hold: ${CATEGORY_IDS.filter((id) => !['cctv', 'childrensToys', 'childminder', 'childrensHome'].includes(id)).join(', ')}.`;
const EVENTS = `Choose from these events: ${Object.keys(TRIGGERS).join(', ')}.`;
const ASKS_FOR = 'Choose must, complyOrExplain or discretionary: a local question can ask for an ERA, and never take one away.';
const KIND = 'Choose must, recommended or discretionary.';
const PERSONS_DUTY = "This limit is the person's own duty in law (SOA-2003 s.84): no protocol can set it. Take out this entry.";
const LIMITS = 'Choose from these limits: initialEra, solo, otherAgencies, annualReview.';
const weakens = (national: number) => `Enter fewer than ${national} days: the national limit is ${national}, and an equal or longer one would weaken it.`;
const atMost = (characters: number) => `Use at most ${characters} characters here.`;

const faultsOf = (parsed: ParsedProtocol) => (parsed.is === 'refused' ? parsed.faults : []);
const refusedFor = (...faults: readonly (readonly [path: string, say: string])[]) => ({ is: 'refused', faults: faults.map(([path, say]) => ({ path, say })) });
/** The example, with its first entry of one list changed. */
const firstOf = (list: List, changed: Readonly<Record<string, unknown>>) => parseWith({ [list]: PROTOCOL[list].map((entry, index) => (index === 0 ? { ...entry, ...changed } : entry)) });
const without = (entry: object, key: string) => Object.fromEntries(Object.entries(entry).filter(([name]) => name !== key));
const accepted = { is: 'protocol' };

describe('a local protocol', () => {
  it('is taken as it is written, every kind of entry among it', () => {
    expect(parseProtocol(PROTOCOL, NATIONAL)).toStrictEqual({ is: 'protocol', protocol: PROTOCOL });
    for (const list of LISTS) expect(PROTOCOL[list].length, list).toBeGreaterThan(0);
  });

  it('may hold nothing but its header', () => {
    expect(parseProtocol({ ...EMPTY_PROTOCOL, name: 'n', version: '1', owner: 'o', inForceFrom: '2027-01-11' }, NATIONAL)).toMatchObject(accepted);
  });

  it('is refused while it is empty, for each blank of its header', () => {
    expect(EMPTY_PROTOCOL).toEqual({ ...Object.fromEntries(LISTS.map((list) => [list, []])), format: 'steading-protocol', formatVersion: 1, name: '', version: '', owner: '', inForceFrom: '' });
    expect(parseProtocol(EMPTY_PROTOCOL, NATIONAL)).toEqual(refusedFor(['name', BLANK], ['version', BLANK], ['owner', BLANK], ['inForceFrom', DATE]));
  });

  it('is told all its faults at once, those of single fields and those between entries', () => {
    const [group] = PROTOCOL.groups;
    const [trigger] = PROTOCOL.triggers;
    expect(parseWith({ owner: ' ', waives: 'annualReview', groups: [group, { ...group, reason: '' }], triggers: [{ ...trigger, id: 'annualReview' }], limits: [{ limit: 'solo', days: 2, reason: '' }] })).toEqual(refusedFor(
      ['owner', BLANK],
      ['groups.1.reason', BLANK],
      ['triggers.0.id', NATIONAL_ID],
      ['limits.0.reason', BLANK],
      ['waives', ADDS_ONLY],
      ['groups.1.id', ID_TWICE],
      ['limits.0.days', weakens(2)],
    ));
  });
});

describe('a local protocol never weakens the standard', () => {
  it.each<[kind: List, tries: string, changed: Readonly<Record<string, unknown>>, path: string, say: string]>([
    ['groups', 'a question that takes an ERA away', { asksFor: 'doesNotApply' }, 'groups.0.asksFor', ASKS_FOR],
    ['groups', 'the place of a national criterion', { id: 'under18' }, 'groups.0.id', NATIONAL_ID],
    ['triggers', 'a question that takes an ERA away', { asksFor: 'doesNotApply' }, 'triggers.0.asksFor', ASKS_FOR],
    ['triggers', 'the place of a national criterion', { id: 'annualReview' }, 'triggers.0.id', NATIONAL_ID],
    ['checks', 'the place of a national criterion', { id: 'physicalCheck' }, 'checks.0.id', CHECK_ID],
    ['categories', 'a national category in its own words', { id: 'school' }, 'categories.0.id', OUR_CATEGORY],
    ['categories', 'a category of Steading in its own words', { id: 'childminder' }, 'categories.0.id', OUR_CATEGORY],
    ['prompts', 'a distance for places that no map may hold', { category: 'childminder' }, 'prompts.0.category', MAPPED],
    ['limits', 'a longer limit', { days: 22 }, 'limits.0.days', weakens(21)],
    ['limits', 'the same limit as its own', { days: 21 }, 'limits.0.days', weakens(21)],
    ['limits', "the person's own duty in law", { limit: 'ownNotification', days: 2 }, 'limits.0.limit', PERSONS_DUTY],
  ])('%s: refuses %s', (kind, _tries, changed, path, say) => {
    expect(firstOf(kind, changed)).toEqual(refusedFor([path, say]));
  });

  it('holidays: refuses so many in a year that they would stretch the limits', () => {
    const holidays = (count: number, year = 2027) => Array.from({ length: count }, (_, index) => ({ on: `${year}-05-${10 + index}`, name: 'Holiday' }));
    const tooMany = 'Keep at most 10 local holidays in 2027: more would stretch the limits.';
    expect(parseWith({ holidays: holidays(9) })).toMatchObject(accepted);
    expect(parseWith({ holidays: holidays(10) })).toMatchObject(accepted);
    expect(parseWith({ holidays: [...holidays(10), ...holidays(10, 2028)] })).toMatchObject(accepted);
    expect(parseWith({ holidays: holidays(11) })).toEqual(refusedFor(['holidays.10.on', tooMany]));
    expect(parseWith({ holidays: [...holidays(1, 2028), ...holidays(12)] })).toEqual(refusedFor(['holidays.11.on', tooMany], ['holidays.12.on', tooMany]));
  });

  it.each(LISTS)('%s: refuses every entry that is not one of its own', (list) => {
    expect(firstOf(list, { exclusionMetres: 500, except: ['annualReview'] })).toEqual(refusedFor([`${list}.0.exclusionMetres`, ADDS_ONLY], [`${list}.0.except`, ADDS_ONLY]));
  });

  it.each(['removes', 'replaces', 'except', 'waives', 'exclusionMetres', 'criteria', 'constructor', 'toString', 'prototype'])('refuses %s beside the lists', (key) => {
    expect(parseWith({ [key]: ['annualReview'] })).toEqual(refusedFor([key, ADDS_ONLY]));
  });

  it('refuses __proto__ as a file can hold it', () => {
    const text = protocolFileText(PROTOCOL).replace('{', '{ "__proto__": { "groups": [] },');
    expect(parseProtocolFile(text, NATIONAL)).toEqual(refusedFor(['__proto__', ADDS_ONLY]));
  });

  it('holds for whatever is accepted: no national id, and every limit shorter', () => {
    let accepts = 0;
    let refuses = 0;
    fc.assert(fc.property(anyProposal, ({ protocol, parsed }) => {
      const ids = [...localCriteria(protocol).map(({ criterion }) => criterion.id), ...protocol.checks.map(({ id }) => id)];
      const sharesAnId = ids.some((id) => NATIONAL.criteria.includes(id));
      const isNoShorter = protocol.limits.some(({ limit, days }) => days >= NATIONAL.limits[limit]);
      if (parsed.is === 'protocol') accepts += 1;
      else if (sharesAnId || isNoShorter) refuses += 1;
      return parsed.is === 'refused' || !(sharesAnId || isNoShorter);
    }), { numRuns: 500 });
    expect(accepts).toBeGreaterThan(20);
    expect(refuses).toBeGreaterThan(20);
  });
});

describe('the header of a local protocol', () => {
  it.each<[name: string, changed: Readonly<Record<string, unknown>>, path: string, say: string]>([
    ['another format', { format: 'steading-pack' }, 'format', 'This is no local protocol: the format of one is steading-protocol. Open another file.'],
    ['a version of the format that never was', { formatVersion: 0 }, 'formatVersion', 'Set formatVersion to 1.'],
    ['a version of the format in words', { formatVersion: '2' }, 'formatVersion', 'Set formatVersion to 1.'],
    ['no name', { name: '\t \n' }, 'name', BLANK],
    ['a name that is a number', { name: 7 }, 'name', AS_TEXT],
    ['a name that is too long', { name: 'n'.repeat(121) }, 'name', atMost(120)],
    ['a version that is too long', { version: 'n'.repeat(121) }, 'version', atMost(120)],
    ['an owner that is too long', { owner: 'n'.repeat(121) }, 'owner', atMost(120)],
    ["a national document's name", { name: ' era-2017 ' }, 'name', 'Use a name of your own: this is the short name of a national document.'],
    ['half a character', { owner: 'Kinlowrie \ud83c' }, 'owner', 'Take out the broken character: it is half of a pair.'],
    ['a day that is none', { inForceFrom: '2027-02-29' }, 'inForceFrom', DATE],
    ['a month that is none', { inForceFrom: '2027-13-01' }, 'inForceFrom', DATE],
    ['a day with its time', { inForceFrom: '2027-01-11T00:00' }, 'inForceFrom', DATE],
    ['a day in another order', { inForceFrom: '11-01-2027' }, 'inForceFrom', DATE],
    ['a day with something before it', { inForceFrom: '+2027-01-11' }, 'inForceFrom', DATE],
    ['a month alone', { inForceFrom: '2027-01' }, 'inForceFrom', DATE],
    ['a day in a list', { inForceFrom: ['2027-01-11'] }, 'inForceFrom', DATE],
    ['a day that cannot be written out', { inForceFrom: { toString: 1, valueOf: 1 } }, 'inForceFrom', DATE],
    ['a day as a number', { inForceFrom: 20270111 }, 'inForceFrom', DATE],
    ['a list that is none', { prompts: {} }, 'prompts', AS_LIST],
    ['an entry that is none', { triggers: ['annualReview'] }, 'triggers.0', AS_OBJECT],
    ['an entry that is nothing', { holidays: [null] }, 'holidays.0', AS_OBJECT],
    ['an entry that is a list', { limits: [[]] }, 'limits.0', AS_OBJECT],
  ])('refuses %s', (_name, changed, path, say) => {
    expect(parseWith(changed)).toEqual(refusedFor([path, say]));
  });

  it('takes names of 120 characters, a leap day and characters of every script', () => {
    expect(parseWith({ name: 'n'.repeat(120), version: 'n'.repeat(120), owner: '🏴󠁧󠁢󠁳󠁣󠁴󠁿 Comhairle', inForceFrom: '2028-02-29' })).toMatchObject(accepted);
  });

  it.each(Object.keys(PROTOCOL))('misses %s where it is not there', (key) => {
    expect(parseProtocol(without(PROTOCOL, key), NATIONAL)).toEqual(refusedFor([key, MISSING]));
  });

  it.each([2, 1.5])('refuses a newer format (%s) by name, before anything of it is read', (formatVersion) => {
    expect(parseProtocol({ format: 'steading-protocol', formatVersion, gone: true }, NATIONAL)).toEqual(refusedFor(
      ['formatVersion', `A newer Steading wrote this protocol (format ${formatVersion}; this one reads format 1). Update Steading, then open the protocol again.`],
    ));
  });

  it('takes nothing of another format for a newer one of its own', () => {
    expect(faultsOf(parseWith({ format: 'steading-pack', formatVersion: 2 }))[0]).toEqual({ path: 'format', say: 'This is no local protocol: the format of one is steading-protocol. Open another file.' });
  });

  it.each([null, undefined, 7, 'text', true, [], [PROTOCOL]])('refuses %j, which is no protocol at all', (value) => {
    expect(parseProtocol(value, NATIONAL)).toEqual(refusedFor(['', AS_OBJECT]));
  });
});

describe('the entries of a local protocol', () => {
  const TEXTS: readonly (readonly [List, readonly string[]])[] = [
    ['groups', ['clause', 'reason']], ['triggers', ['clause', 'reason']], ['checks', ['label', 'ask', 'reason']], ['categories', ['label', 'plural', 'ask', 'reason']],
    ['prompts', ['reason']], ['limits', ['reason']], ['holidays', ['name']],
  ];
  it.each(TEXTS.flatMap(([list, keys]) => keys.map((key) => [list, key] as const)))('%s: asks for %s, in 500 characters', (list, key) => {
    const path = `${list}.0.${key}`;
    expect(firstOf(list, { [key]: ' ' })).toEqual(refusedFor([path, BLANK]));
    expect(firstOf(list, { [key]: null })).toEqual(refusedFor([path, AS_TEXT]));
    expect(firstOf(list, { [key]: 'n'.repeat(500) })).toMatchObject(accepted);
    expect(firstOf(list, { [key]: 'n'.repeat(501) })).toEqual(refusedFor([path, atMost(500)]));
  });

  it.each(LISTS.flatMap((list) => Object.keys(PROTOCOL[list][0] ?? {}).map((key) => [list, key] as const)))('%s: misses %s where it is not there', (list, key) => {
    const [first = {}, ...others] = PROTOCOL[list];
    expect(parseWith({ [list]: [without(first, key), ...others] })).toEqual(refusedFor([`${list}.0.${key}`, MISSING]));
  });

  it.each(['groups', 'triggers'] as const)('%s: asks questions', (list) => {
    const path = `${list}.0.question`;
    expect(firstOf(list, { question: 'The person is new.' })).toEqual(refusedFor([path, 'End the question with a question mark.']));
    expect(firstOf(list, { question: '' })).toEqual(refusedFor([path, BLANK]));
    expect(firstOf(list, { question: `${'n'.repeat(499)}?` })).toMatchObject(accepted);
    expect(firstOf(list, { question: `${'n'.repeat(500)}?` })).toEqual(refusedFor([path, atMost(500)]));
  });

  it.each(['groups', 'triggers', 'checks', 'categories'] as const)('%s: takes plain ids of 2 to 41 characters', (list) => {
    const path = `${list}.0.id`;
    for (const id of ['a1', '1a', '0-', 'a'.repeat(41)]) expect(firstOf(list, { id }), id).toMatchObject(accepted);
    for (const id of ['', 'a', '-a', 'A1', 'relet!', 'two words', 'relet\n', ' relet', 'a'.repeat(42)]) expect(firstOf(list, { id }), id).toEqual(refusedFor([path, ID]));
    expect(firstOf(list, { id: 7 })).toEqual(refusedFor([path, AS_TEXT]));
  });

  it.each(['groups', 'triggers', 'checks', 'categories'] as const)('%s: takes an id once', (list) => {
    const [first] = PROTOCOL[list];
    expect(parseWith({ [list]: [first, { ...first, id: 'another' }, first] })).toEqual(refusedFor([`${list}.2.id`, ID_TWICE]));
  });

  it('groups and triggers share their ids, and so do checks and categories, which are answered side by side', () => {
    expect(firstOf('triggers', { id: 'young-adult' })).toEqual(refusedFor(['triggers.0.id', ID_TWICE]));
    expect(firstOf('checks', { id: 'young-adult' })).toMatchObject(accepted);
    expect(firstOf('categories', { id: 'community-safety' })).toEqual(refusedFor(['categories.0.id', ID_TWICE]));
    expect(firstOf('checks', { id: 'childminder' })).toEqual(refusedFor(['checks.0.id', CHECK_ID]));
  });

  it('an id that no plain object can keep apart is refused', () => {
    expect(firstOf('triggers', { id: 'constructor' })).toEqual(refusedFor(['triggers.0.id', "Use another id: 'constructor' cannot be kept."]));
    expect(firstOf('triggers', { id: 'constructors' })).toMatchObject(accepted);
  });

  it('an entry that is empty or no text is told once, as what it is', () => {
    expect(parseWith({ holidays: [{ name: 'a' }, { name: 'b' }] })).toEqual(refusedFor(['holidays.0.on', MISSING], ['holidays.1.on', MISSING]));
    expect(parseWith({ triggers: [null, 7] })).toEqual(refusedFor(['triggers.0', AS_OBJECT], ['triggers.1', AS_OBJECT]));
  });

  it.each(['must', 'complyOrExplain', 'discretionary'])('groups and triggers may ask for %s', (asksFor) => {
    expect(firstOf('groups', { asksFor })).toMatchObject(accepted);
    expect(firstOf('triggers', { asksFor })).toMatchObject(accepted);
  });

  it('groups: are asked on known events, or on every one', () => {
    expect(firstOf('groups', { onEvents: [] })).toMatchObject(accepted);
    expect(firstOf('groups', { onEvents: ['release', 'fullMoon'] })).toEqual(refusedFor(['groups.0.onEvents.1', EVENTS]));
    expect(firstOf('groups', { onEvents: 'release' })).toEqual(refusedFor(['groups.0.onEvents', AS_LIST]));
  });

  it('checks: are of the three kinds', () => {
    for (const kind of ['must', 'recommended', 'discretionary']) expect(firstOf('checks', { kind })).toMatchObject(accepted);
    expect(firstOf('checks', { kind: 'doesNotApply' })).toEqual(refusedFor(['checks.0.kind', KIND]));
  });

  it('prompts: take whole metres from 10 to 5,000, one distance a category', () => {
    for (const metres of [10, 11, 4999, 5000]) expect(firstOf('prompts', { metres })).toMatchObject(accepted);
    for (const metres of [9, 5001, 10.5, -300, '300', null]) expect(firstOf('prompts', { metres })).toEqual(refusedFor(['prompts.0.metres', METRES]));
    const [prompt] = PROTOCOL.prompts;
    expect(parseWith({ prompts: [prompt, { ...prompt, category: 'shop' }, { ...prompt, metres: 400 }] })).toEqual(refusedFor(['prompts.2.category', 'Keep one distance for each category: this one has one already.']));
  });

  it.each(['cctv', 'childrensHome', 'school-bus-stop', 'toString'])('prompts: take no distance for %s', (category) => {
    expect(firstOf('prompts', { category })).toEqual(refusedFor(['prompts.0.category', MAPPED]));
  });

  it.each([['initialEra', 7], ['solo', 2], ['otherAgencies', 5], ['annualReview', 21]] as const)('limits: shorten %s below its %i days', (limit, national) => {
    expect(firstOf('limits', { limit, days: 1 })).toMatchObject(accepted);
    expect(firstOf('limits', { limit, days: national - 1 })).toMatchObject(accepted);
    for (const days of [national, national + 1]) expect(firstOf('limits', { limit, days })).toEqual(refusedFor(['limits.0.days', weakens(national)]));
  });

  it('limits: take whole days, of a known limit, once', () => {
    for (const days of [0, -1, 1.5, 21.5, '5', null]) expect(firstOf('limits', { days })).toEqual(refusedFor(['limits.0.days', DAYS]));
    expect(firstOf('limits', { days: '30' })).toEqual(refusedFor(['limits.0.days', DAYS]));
    for (const limit of ['release', 'toString', 7, ['annualReview'], { toString: 1 }]) expect(firstOf('limits', { limit, days: 30 })).toEqual(refusedFor(['limits.0.limit', LIMITS]));
    expect(firstOf('limits', { limit: 'ownNotification', days: 3 })).toEqual(refusedFor(['limits.0.limit', PERSONS_DUTY]));
    const [limit] = PROTOCOL.limits;
    expect(parseWith({ limits: [limit, { ...limit, limit: 'solo', days: 1 }, { ...limit, days: 14 }] })).toEqual(refusedFor(['limits.2.limit', 'Keep one entry for each limit: this one has one already.']));
  });

  it('holidays: take real days once, a Saturday among them', () => {
    expect(firstOf('holidays', { on: '2027-05-01' })).toMatchObject(accepted);
    expect(firstOf('holidays', { on: '2027-04-31' })).toEqual(refusedFor(['holidays.0.on', DATE]));
    expect(firstOf('holidays', { on: '2027-09-20' })).toEqual(refusedFor(['holidays.1.on', 'Take out this entry: the day is a holiday already.']));
  });

  it('holidays: days that are none are not counted into a year', () => {
    const holidays = Array.from({ length: 11 }, (_, index) => ({ on: `2027-02-${30 + index}`, name: 'Holiday' }));
    expect(faultsOf(parseWith({ holidays })).map(({ say }) => say)).toEqual(Array.from({ length: 11 }, () => DATE));
  });

  it.each(['triggers', 'checks', 'categories'] as const)('%s: are at most 200', (list) => {
    const [first] = PROTOCOL[list];
    const many = (count: number) => parseWith({ [list]: Array.from({ length: count }, (_, index) => ({ ...first, id: `entry-${index}` })) });
    expect(many(200)).toMatchObject(accepted);
    expect(many(201)).toEqual(refusedFor([list, 'Keep at most 200 entries here.']));
  });
});

describe('the file of a local protocol', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(anyProtocol, (protocol) => {
      expect(parseProtocolFile(protocolFileText(protocol), NATIONAL)).toEqual({ is: 'protocol', protocol });
    }));
  });

  it('is the same text whatever the order of its keys, and ends with a line end', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(turned) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, turned(inner)])) : value;
    expect(protocolFileText(turned(PROTOCOL) as Protocol)).toBe(protocolFileText(PROTOCOL));
    expect(protocolFileText(PROTOCOL)).toMatch(/^{\n {2}"format": "steading-protocol",\n[^]*[^\n]\n$/);
  });

  it('may begin with a byte order mark', () => {
    expect(parseProtocolFile(`\uFEFF${protocolFileText(PROTOCOL)}`, NATIONAL)).toMatchObject(accepted);
  });

  it.each([
    ['it is empty', ''], ['it is cut off', '{ "format": "steading-protocol",'], ['it is a byte order mark alone', '\uFEFF'], ['it is other text', 'name: Kinlowrie'], ['the mark stands at its end', '{}\uFEFF'],
  ])('is refused where it is no JSON: %s', (_why, text) => {
    expect(parseProtocolFile(text, NATIONAL)).toEqual(refusedFor(['', 'This file is not JSON, or it is damaged. Export the protocol again, or mend the file, and open it once more.']));
  });

  it('is refused above 1 MB, in bytes', () => {
    const file = protocolFileText(PROTOCOL);
    const spaces = (bytes: number) => ' '.repeat(bytes - file.length);
    expect(parseProtocolFile(file + spaces(1_000_000), NATIONAL)).toMatchObject(accepted);
    const tooLarge = refusedFor(['', 'This file is larger than 1 MB: no local protocol is. Open another file.']);
    expect(parseProtocolFile(file + spaces(1_000_001), NATIONAL)).toEqual(tooLarge);
    expect(parseProtocolFile('é'.repeat(500_001), NATIONAL)).toEqual(tooLarge);
  });

  it('never throws, and says something of every fault, whatever JSON it holds', () => {
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...Object.keys(PROTOCOL), '__proto__', 'constructor'), fc.jsonValue()),
      fc.tuple(fc.constantFrom(...LISTS), fc.array(fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom('id', 'on', 'limit', 'days', 'category', 'onEvents', '__proto__'), fc.jsonValue()))))
        .map(([list, entries]) => ({ ...PROTOCOL, [list]: entries })),
    );
    fc.assert(fc.property(hostile, (value) => {
      const parsed = parseProtocolFile(JSON.stringify(value), NATIONAL);
      if (parsed.is === 'refused') expect(parsed.faults.every(({ path, say }) => typeof path === 'string' && /^[A-Z].*\.$/.test(say))).toBe(true);
      expect(parsed.is === 'refused' ? parsed.faults.length : 1).toBeGreaterThan(0);
    }), { numRuns: 1000 });
  });

  it('is in docs/protocols.md as Steading writes it', () => {
    const block = /```json\n([^]*?)```/.exec(readFileSync(new URL('../../docs/protocols.md', import.meta.url), 'utf8'))?.[1] ?? '';
    expect(parseProtocolFile(block, NATIONAL)).toStrictEqual({ is: 'protocol', protocol: PROTOCOL });
    expect(block).toBe(protocolFileText(PROTOCOL));
  });
});

describe('the questions of a local protocol', () => {
  it("are criteria that cite the office's own document", () => {
    const inForce = { from: '2027-01-11', to: null };
    const cited = (clause: string, says: string) => [{ document: 'Kinlowrie housing risk protocol', clause: `${clause} (version 3)`, status: 'local', says }];
    expect(localCriteria(PROTOCOL)).toStrictEqual([
      {
        criterion: { id: 'young-adult', question: 'Is the person aged 18 to 21?', kind: 'must', asksFor: 'complyOrExplain', clauses: cited('2.1', 'First tenancies broke down most often in our case reviews.'), inForce },
        onEvents: ['newAddress', 'release'],
      },
      {
        criterion: { id: 'supported-living', question: 'Does the person live in supported accommodation?', kind: 'discretionary', asksFor: 'discretionary', clauses: cited('2.2', 'Staff and neighbours change often, so the agencies consider it each time.'), inForce },
        onEvents: null,
      },
      {
        criterion: { id: 'block-refurbished', question: 'Is the block about to be emptied, rebuilt or relet?', kind: 'must', asksFor: 'must', clauses: cited('2.4', 'Many new households come at once.'), inForce },
        onEvents: null,
      },
    ]);
  });
});
