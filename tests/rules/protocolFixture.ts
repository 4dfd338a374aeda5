import type { Protocol } from '@/rules';
import { parseProtocol, type ParsedProtocol } from '@/rules/protocol/parse';
import type { NationalIds } from '@/rules/protocol/schema';
import fc from 'fast-check';

export const NATIONAL: NationalIds = {
  criteria: ['under18', 'initialRegistration', 'annualReview', 'physicalCheck'],
  limits: { initialEra: 7, solo: 2, otherAgencies: 5, annualReview: 21, ownNotification: 3 },
};

/** The example of docs/protocols.md: every kind of entry, all fictional. */
export const PROTOCOL: Protocol = {
  format: 'steading-protocol',
  formatVersion: 1,
  name: 'Kinlowrie housing risk protocol',
  version: '3',
  owner: 'Kinlowrie Strategic Oversight Group',
  inForceFrom: '2027-01-11',
  groups: [
    { id: 'young-adult', question: 'Is the person aged 18 to 21?', asksFor: 'complyOrExplain', onEvents: ['newAddress', 'release'], clause: '2.1', reason: 'First tenancies broke down most often in our case reviews.' },
    { id: 'supported-living', question: 'Does the person live in supported accommodation?', asksFor: 'discretionary', onEvents: [], clause: '2.2', reason: 'Staff and neighbours change often, so the agencies consider it each time.' },
  ],
  triggers: [
    { id: 'block-refurbished', question: 'Is the block about to be emptied, rebuilt or relet?', asksFor: 'must', clause: '2.4', reason: 'Many new households come at once.' },
  ],
  checks: [
    { id: 'community-safety', label: 'Community safety team', ask: 'Does the team know of tension at the address or near it?', kind: 'recommended', reason: 'The team hears of tension first.' },
  ],
  categories: [
    { id: 'school-bus-stop', label: 'School bus stop', plural: 'School bus stops', ask: 'Ask the council (school transport): stops change with each term.', reason: 'Many pupils here wait for a bus.' },
  ],
  prompts: [
    { category: 'school', metres: 300, reason: 'About the length of the lanes between our schools and the housing next to them.' },
  ],
  limits: [
    { limit: 'annualReview', days: 15, reason: 'Agreed by all agencies, so that a review is ready for the MAPPA meeting.' },
  ],
  holidays: [
    { on: '2027-04-19', name: 'Kinlowrie spring holiday' },
    { on: '2027-09-20', name: 'Kinlowrie autumn holiday' },
  ],
};

/** What a file could hold: the example with some of it replaced. */
export const parseWith = (changed: Readonly<Record<string, unknown>>): ParsedProtocol => parseProtocol({ ...PROTOCOL, ...changed }, NATIONAL);

const word = fc.constantFrom('Agreed locally', 'Asked since 2024', "The office's own", 'Seen in case reviews');
const someId = (...taken: readonly string[]) => fc.oneof({ weight: 15, arbitrary: fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,8}$/) }, { weight: 1, arbitrary: fc.constantFrom('young-adult', 'relet', ...taken) });
const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const few = <T>(entry: fc.Arbitrary<T>) => fc.array(entry, { maxLength: 3 });
const local = {
  id: someId(...NATIONAL.criteria), question: word.map((text) => `${text}?`), asksFor: fc.constantFrom('must', 'complyOrExplain', 'discretionary'), clause: word, reason: word,
} as const;

const someDays = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 22 }) });

/** Of the right shape, though its ids may be taken and its limits too long: many of these are refused. */
const proposedProtocol: fc.Arbitrary<Protocol> = fc.record({
  format: fc.constant('steading-protocol'), formatVersion: fc.constant(1), name: word, version: word, owner: word, inForceFrom: day,
  groups: few(fc.record({ ...local, onEvents: fc.subarray(['newAddress', 'release', 'annualReview']) })),
  triggers: few(fc.record(local)),
  checks: few(fc.record({ id: local.id, label: word, ask: word, kind: fc.constantFrom('must', 'recommended', 'discretionary'), reason: word })),
  categories: few(fc.record({ id: someId('school', 'childminder'), label: word, plural: word, ask: word, reason: word })),
  prompts: fc.uniqueArray(fc.record({ category: fc.constantFrom('school', 'shop', 'careHome', 'library'), metres: fc.integer({ min: 10, max: 5000 }), reason: word }), { selector: ({ category }) => category }),
  limits: fc.uniqueArray(fc.record({ limit: fc.constantFrom('initialEra', 'solo', 'otherAgencies', 'annualReview'), days: someDays, reason: word }), { selector: ({ limit }) => limit }),
  holidays: few(fc.record({ on: day, name: word })),
} as const);

export const anyProposal: fc.Arbitrary<{ readonly protocol: Protocol; readonly parsed: ParsedProtocol }> =
  proposedProtocol.map((protocol) => ({ protocol, parsed: parseProtocol(protocol, NATIONAL) }));

export const anyProtocol: fc.Arbitrary<Protocol> = anyProposal.filter(({ parsed }) => parsed.is === 'protocol').map(({ protocol }) => protocol);
