import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedWith, mergedWith, type Ours, type Partner, parseAddress, parseAssessment, parsePerson, picked, PROFILES, refusalOf, sectionsOf, type Sent } from '@/record';
import { anyCase } from '../anyCase';
import { ADDRESS, CONDUCTED, PERSON, caseOf } from '../../cases/caseFile';

const PARTNER: Partner = {
  partnerId: 'p1', name: 'SOPU', agency: 'police', regime: 'part3', address: 'age1theirs', vaultId: 'b'.repeat(32), left: ['d'.repeat(32)], known: ['d'.repeat(32), 'e'.repeat(32)], keys: { ['e'.repeat(32)]: 'key of e' }, epoch: 2, pinned: 2, addedAt: '2026-03-01T09:00:00.000Z', addedBy: 'A. Bell',
  checked: { how: 'phone', by: 'A. Bell', at: '2026-03-01T09:10:00.000Z', words: 'a b c d e f' },
};
const OURS: Ours = { vaultId: 'a'.repeat(32), kind: 'work', addresses: ['age1now', 'age1before'], partners: [PARTNER], sent: [], received: [], past: [] };
const OFFICERS: readonly { officerId: string; verifyKey: string; vouchedBy: string; leftInEpoch: number | null }[] = [{ officerId: 'e'.repeat(32), verifyKey: 'key of e', vouchedBy: 'e'.repeat(32), leftInEpoch: null }, { officerId: 'd'.repeat(32), verifyKey: 'key of d', vouchedBy: 'e'.repeat(32), leftInEpoch: 2 }];
const ARRIVED = { kind: 'share', fileId: 'c'.repeat(32), expiresOn: '2026-03-20', concerns: null as string | null, to: [{ address: 'age1before' }], sender: { officer: { officerId: 'e'.repeat(32) }, keys: { vaultId: 'b'.repeat(32), kind: 'work' as const, address: 'age1theirs', epoch: 2, officers: OFFICERS } } };
const withKeys = (change: Partial<typeof ARRIVED.sender.keys>) => ({ ...ARRIVED.sender, keys: { ...ARRIVED.sender.keys, ...change } });
const RECEIVED = { fileId: ARRIVED.fileId, kind: 'share' as const, partnerId: 'p1', team: 'SOPU', concerns: null, asOf: '', expiresOn: '2026-03-20', at: '', by: '', assessmentId: null, recordId: null, done: '' };
const REQUEST: Sent = { fileId: '1'.repeat(32), act: 'authorityRequest', partnerId: 'p1', team: 'SOPU', assessmentId: 'a1', reference: 'ST-1', rev: 1, profile: '', purpose: '', grounds: {}, asOf: '', expiresOn: '2026-03-20', at: '', by: '', asked: '', notices: [] };
const ANSWER = { kind: 'authorityAnswer', concerns: REQUEST.fileId };
const PAST = { fileId: ARRIVED.fileId, kind: 'share' as const, partnerId: 'p1', team: 'SOPU', on: '2026-03-01', expiresOn: '2026-03-20', recalledOn: null, assessmentId: null };

describe('a file that has come', () => {
  it('may wait here, on its last day too, and to an older address', () => {
    expect(refusalOf(ARRIVED, OURS, '2026-03-20')).toBeNull();
    expect(refusalOf(ARRIVED, { ...OURS, received: [{ ...RECEIVED, state: 'waiting' }] }, '2026-03-20')).toBeNull();
    const joined = withKeys({ officers: [...OFFICERS, { officerId: 'f'.repeat(32), verifyKey: 'key of f', vouchedBy: 'e'.repeat(32), leftInEpoch: null }] });
    expect(refusalOf({ ...ARRIVED, sender: { ...joined, officer: { officerId: 'f'.repeat(32) } } }, OURS, '2026-03-20'), 'an officer who joined since').toBeNull();
    expect(refusalOf(ARRIVED, { ...OURS, past: [{ ...PAST, way: 'sent' }] }, '2026-03-20')).toBeNull();
    expect(refusalOf({ ...ARRIVED, fileId: 'f'.repeat(32), concerns: ARRIVED.fileId }, { ...OURS, received: [{ ...RECEIVED, state: 'taken' }] }, '2026-03-20'), 'a notice about a file of their own').toBeNull();
    expect(refusalOf({ ...ARRIVED, fileId: 'f'.repeat(32), concerns: ARRIVED.fileId }, OURS, '2026-03-20'), 'a notice about a file that never came').toBeNull();
    expect(refusalOf({ ...ARRIVED, ...ANSWER }, { ...OURS, sent: [REQUEST], received: [{ ...RECEIVED, kind: 'authorityAnswer', concerns: REQUEST.fileId, state: 'waiting' }] }, '2026-03-20'), 'an answer to our request').toBeNull();
  });

  it.each<[string, Partial<typeof ARRIVED>, Partial<Ours>, string]>([
    ['our own file', {}, { vaultId: 'b'.repeat(32) }, 'ownFile'],
    ['a training file for a work vault', {}, { kind: 'training' }, 'otherKind'],
    ['a file written to somebody else and sealed anew', { to: [{ address: 'age1other' }] }, {}, 'notToUs'],
    ['a file of nobody we know', {}, { partners: [] }, 'unknownSender'],
    ['a file of a partner not yet checked', {}, { partners: [{ ...PARTNER, checked: null }] }, 'uncheckedSender'],
    ['a file signed by somebody who left', { sender: { ...ARRIVED.sender, officer: { officerId: 'd'.repeat(32) } } }, {}, 'senderLeft'],
    ['a file with keys of an earlier epoch', { sender: withKeys({ epoch: 1, address: 'age1earlier' }) }, {}, 'earlierKeys'],
    ['a file that says so of the address of today', { sender: withKeys({ epoch: 1 }) }, {}, 'earlierKeys'],
    ['a file on whose list somebody stands who left', { sender: withKeys({ officers: OFFICERS.map((one) => ({ ...one, leftInEpoch: null })) }) }, {}, 'earlierKeys'],
    ['a file with an officer whom a leaver vouches for', { sender: withKeys({ officers: [...OFFICERS, { officerId: 'f'.repeat(32), verifyKey: 'key of f', vouchedBy: 'd'.repeat(32), leftInEpoch: null }] }) }, {}, 'vouchedByLeaver'],
    ['a file with another key under the id of an officer whom we know', { sender: withKeys({ officers: OFFICERS.map((one) => (one.vouchedBy === one.officerId ? { ...one, verifyKey: 'key of d' } : one)) }) }, {}, 'otherKey'],
    ['a file with keys of a later epoch', { sender: withKeys({ epoch: 3, address: 'age1later' }) }, {}, 'newerKeys'],
    ['a file with another address of the same epoch', { sender: withKeys({ address: 'age1other' }) }, {}, 'newerKeys'],
    ['a file taken before', {}, { received: [{ ...RECEIVED, state: 'taken' }] }, 'replayed'],
    ['a file left before', {}, { received: [{ ...RECEIVED, state: 'left' }] }, 'replayed'],
    ['a file whose record was disposed of here', {}, { past: [{ ...PAST, way: 'received' }] }, 'replayed'],
    ['a notice about a file of another team', { fileId: 'f'.repeat(32), concerns: ARRIVED.fileId }, { received: [{ ...RECEIVED, partnerId: 'p2', state: 'taken' }] }, 'anotherSender'],
    ['a notice about a file of another team whose record is gone', { fileId: 'f'.repeat(32), concerns: ARRIVED.fileId }, { past: [{ ...PAST, partnerId: 'p2', way: 'received' }] }, 'anotherSender'],
    ['an answer about authority that nobody asked for', ANSWER, {}, 'notAsked'],
    ['an answer to a request that went to another team', ANSWER, { sent: [{ ...REQUEST, partnerId: 'p2' }] }, 'notAsked'],
    ['an answer to a file that was no request', ANSWER, { sent: [{ ...REQUEST, act: 'share' }] }, 'notAsked'],
    ['an answer to a request that was recalled', ANSWER, { sent: [{ ...REQUEST, notices: [{ fileId: 'a'.repeat(32), kind: 'recall', what: '', at: '', by: '' }] }] }, 'notAsked'],
    ['an answer to a request that was answered', ANSWER, { sent: [REQUEST], received: [{ ...RECEIVED, fileId: 'a'.repeat(32), kind: 'authorityAnswer', concerns: REQUEST.fileId, state: 'taken' }] }, 'notAsked'],
    ['an answer that was set aside', ANSWER, { sent: [REQUEST], received: [{ ...RECEIVED, kind: 'authorityAnswer', concerns: REQUEST.fileId, state: 'left' }] }, 'replayed'],
    ['an answer signed by somebody who left', { ...ANSWER, sender: { ...ARRIVED.sender, officer: { officerId: 'd'.repeat(32) } } }, { sent: [REQUEST] }, 'senderLeft'],
    ['an answer past its day', { ...ANSWER, expiresOn: '2026-03-19' }, { sent: [REQUEST] }, 'expired'],
    ['a file past its day', { expiresOn: '2026-03-19' }, {}, 'expired'],
  ])('is refused by name: %s', (_, arrived, ours, refusal) => {
    expect(refusalOf({ ...ARRIVED, ...arrived }, { ...OURS, ...ours }, '2026-03-20')).toBe(refusal);
  });
});

const OUR_CASE = caseOf({ ...CONDUCTED, conduct: { ...CONDUCTED.conduct, interimControls: '' } });
const theirs = (change: Partial<typeof CONDUCTED>) => picked(caseOf({ ...CONDUCTED, ...change }), PROFILES.ra);

describe('a record beside ours', () => {
  it('shows field by field what is new here, what is the same, and what conflicts', () => {
    const compared = comparedWith(OUR_CASE, theirs({ conduct: { ...CONDUCTED.conduct, rationale: 'Another reason.' } }));
    const of = (path: string) => compared.find((one) => one.path === path);
    expect(of('assessment.conduct.rationale')).toEqual({ path: 'assessment.conduct.rationale', value: 'Another reason.', ours: CONDUCTED.conduct.rationale, conflict: true });
    expect(of('assessment.conduct.interimControls')).toMatchObject({ ours: null, conflict: false });
    expect(of('assessment.outcome.reasons')).toMatchObject({ ours: CONDUCTED.outcome.reasons, conflict: false });
    expect(compared.filter(({ conflict }) => conflict)).toHaveLength(1);
    expect(comparedWith(null, theirs({})).some(({ conflict, ours }) => conflict || ours !== null)).toBe(false);
  });

  it('never sets one statement against another', () => {
    const [first] = CONDUCTED.statements;
    const compared = comparedWith(OUR_CASE, theirs({ statements: first ? [{ ...first, statementId: 's9', text: 'Of theirs.' }, first] : [] }));
    expect(compared.filter(({ conflict }) => conflict)).toEqual([]);
    expect(compared.find(({ path }) => path === 'assessment.statements.s9.text')).toMatchObject({ ours: null, value: 'Of theirs.' });
  });

  it('is taken section by section: what is left stays ours, what theirs does not say stays too', () => {
    const [first] = CONDUCTED.statements;
    const sections = sectionsOf(theirs({ conduct: { ...CONDUCTED.conduct, rationale: 'Another reason.' }, outcome: { ...CONDUCTED.outcome, reasons: 'Other reasons.' }, statements: first ? [{ ...first, statementId: 's9' }] : [] }));
    const taken = sections.filter(({ id }) => id === 'conduct' || id === 'statements').map(({ value }) => value);
    const merged = mergedWith(OUR_CASE, taken);
    expect(merged.assessment.conduct.rationale).toBe('Another reason.');
    expect(merged.assessment.outcome.reasons).toBe(CONDUCTED.outcome.reasons);
    expect(merged.assessment.statements.map(({ statementId }) => statementId)).toEqual(['s1', 's9']);
    expect(mergedWith(OUR_CASE, [])).toEqual(OUR_CASE);
  });

  it('becomes the record that it was, taken whole over one in which nothing is answered', () => {
    expect(mergedWith(caseOf({ ...CONDUCTED, statements: [], addedSites: [], judgements: {} }), [theirs({})]).assessment).toEqual(CONDUCTED);
  });

  it('taken whole keeps the record’s shape and leaves no conflict, whatever both say', () => {
    fc.assert(fc.property(anyCase, anyCase, fc.constantFrom(...Object.values(PROFILES)), (a, b, profile) => {
      const found = picked(b, profile);
      const { person, address, assessment } = mergedWith(a, [found]);
      const file = { person: parsePerson(person), address: parseAddress(address), assessment: parseAssessment(assessment) };
      expect(comparedWith(file, found).filter(({ conflict, ours }) => conflict || ours === null)).toEqual([]);
    }), { numRuns: 300 });
    expect([PERSON.schema, ADDRESS.schema]).toEqual([2, 2]);
  });
});
