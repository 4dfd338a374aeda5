import {
  type Assessment, comparedProfiles, comparedReply, emptyBuilding, emptyProfileFacts, emptyProperty, parseAssessment, parseBlockProfile, type ProfileFacts, profileIn, profileInReply, type PropertyRequest, refreshedByReply, replyBeside, saidBeside,
  standingOfReply, standsBeside, withReplyTakenOver,
} from '@/record';
import { PROPERTY_QUESTION_IDS, type PropertyAnswers, propertyQuestion } from '@/terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADDRESS, CONDUCTED, PROPERTY } from '../cases/caseFile';
import { CANARIES } from './handOver/canaries';

const STAMP = { at: '2026-04-20T10:00:00.000Z', by: 'A. Bell' };
const ANSWERS: PropertyAnswers = { type: 'flat', size: 'One bedroom', tenure: 'social', entrance: 'commonSecure', stair: 'yes', dryingGreen: 'no', binStore: 'unknown', garden: 'ownGarden', cctv: 'yes', available: 'yes', heldUntil: '2026-12-24', building: 'Lift to all floors.' };

const requestOf = (answers: PropertyAnswers): PropertyRequest => ({
  requestId: 'q1', reference: 'PR-1111-11', recipient: 'Canary Homes', purpose: 'CANARY purpose', place: '3 Linn Street, flat 2/1', questions: [...PROPERTY_QUESTION_IDS], madeOn: '2026-04-01', madeBy: 'A. Bell', expiresOn: '2026-12-31', state: 'answered',
  reply: { answers: { ...answers }, by: 'Housing officer', answeredOn: '2026-04-18', takenAt: STAMP.at, takenBy: 'A. Bell' },
});
const recordWith = (answers: PropertyAnswers, change: Partial<Assessment> = {}): Assessment => ({ ...CONDUCTED, property: emptyProperty, propertyRequests: [requestOf(answers)], ...change });
const replyOf = (record: Assessment) => record.propertyRequests?.[0]?.reply ?? expect.fail('no reply');
const paths = (record: Assessment) => comparedReply(record, replyOf(record)).map(({ path }) => path);

describe('a landlord’s reply beside the record', () => {
  it('says in the record’s words what it can, and leaves to an officer what is less exact', () => {
    const said = Object.fromEntries(comparedReply(recordWith(ANSWERS), { answers: { ...ANSWERS } }).map(({ path, theirs }) => [path, theirs]));
    expect(said).toEqual({
      'property.kind': 'flat', 'property.size': 'One bedroom', 'property.building.entrance': 'sharedClose', 'property.building.features.doorEntry': 'yes', 'property.building.features.sharedStair': 'yes', 'property.building.features.dryingGreen': 'no',
      'property.building.features.garden': 'yes', 'property.building.features.cctv': 'yes', 'property.building.closeAndStair': 'Lift to all floors.', 'clocks.voidHeldUntil': '2026-12-24',
    });
    expect(saidBeside(ANSWERS)).toEqual(['tenure', 'available']);
    expect(saidBeside({ type: 'house', entrance: 'commonOpen', stair: 'no' }), 'a common door without a stair').toEqual(['type', 'entrance']);
  });

  it.each(PROPERTY_QUESTION_IDS.flatMap((id) => Object.keys(propertyQuestion(id).options ?? {}).map((answer) => [id, answer] as const)))('fits the record’s shape, whatever is answered: %s, %s', (id, answer) => {
    const record = recordWith({ [id]: answer });
    expect(() => parseAssessment(withReplyTakenOver(record, 'q1', paths(record), STAMP))).not.toThrow();
  });

  it('is taken over fact by fact, with its day as the source, and what was taken over is remembered', () => {
    const taken = withReplyTakenOver(recordWith(ANSWERS), 'q1', ['property.kind', 'clocks.voidHeldUntil'], STAMP);
    expect(taken.property).toEqual({ ...emptyProperty, kind: 'flat', source: 'landlordReply', knownOn: '2026-04-18' });
    expect(taken.clocks?.voidHeldUntil).toBe('2026-12-24');
    expect(replyOf(taken).used).toEqual({ ...STAMP, fields: ['property.kind', 'clocks.voidHeldUntil'] });
    const more = withReplyTakenOver(taken, 'q1', ['property.size'], STAMP);
    expect(replyOf(more).used?.fields).toEqual(['property.kind', 'clocks.voidHeldUntil', 'property.size']);
    expect(standingOfReply(more, replyOf(more))).toEqual({ asTold: ['property.kind', 'property.size', 'clocks.voidHeldUntil'], otherwise: [] });
    const changed = { ...more, property: { ...(more.property ?? emptyProperty), size: 'Two bedrooms' } };
    expect(standingOfReply(changed, replyOf(changed))).toEqual({ asTold: ['property.kind', 'clocks.voidHeldUntil'], otherwise: ['property.size'] });
  });

  it('never changes by itself what stands in the record: only what is named, and of that nothing else', () => {
    const record = recordWith(ANSWERS, { property: { ...PROPERTY, size: 'Three bedrooms', source: 'visit', knownOn: '2026-01-01' } });
    expect(comparedReply(record, replyOf(record)).find(({ path }) => path === 'property.size')).toEqual({ path: 'property.size', ours: 'Three bedrooms', theirs: 'One bedroom', conflict: true });
    expect(withReplyTakenOver(record, 'q1', [], STAMP).property).toEqual(record.property);
    fc.assert(fc.property(fc.subarray([...paths(record)]), (chosen) => {
      const next = withReplyTakenOver(record, 'q1', chosen, STAMP);
      expect(next.property).toMatchObject({ source: 'visit', knownOn: '2026-01-01', rooms: PROPERTY.rooms, tenure: PROPERTY.tenure });
      const left = comparedReply(next, replyOf(next)).filter(({ path }) => !chosen.includes(path));
      expect(left).toEqual(comparedReply(record, replyOf(record)).filter(({ path }) => !chosen.includes(path)));
    }));
  });

  it('puts nothing into a part that the record was begun without', () => {
    const before = recordWith(ANSWERS);
    delete before.property;
    expect(paths(before)).toEqual(['clocks.voidHeldUntil']);
    expect(withReplyTakenOver(before, 'q1', ['property.kind'], STAMP).property).toBeUndefined();
  });
});

const KNOWN: ProfileFacts = {
  ...emptyProfileFacts, kind: 'stair', place: { text: '3 Linn Street', postcode: 'ZZ1 1AA', position: null }, profiledBy: { role: 'Link Officer', organisation: 'Example HA' }, profiledOn: '2025-01-12',
  building: { ...emptyBuilding, entrance: 'sharedClose', features: { ...emptyBuilding.features, cctv: 'no', sharedStair: 'yes' } },
};

describe('a block profile from a landlord’s reply', () => {
  it('holds the building and nothing else: no flat, no request, no word of a record full of canaries', () => {
    const request = { ...requestOf(ANSWERS), place: 'CANARY place, flat 2/1' };
    const reply = request.reply ?? expect.fail('no reply');
    const facts = profileInReply(reply, { ...ADDRESS, flat: 'CANARY 2/1' } as Parameters<typeof profileInReply>[1]);
    expect(profileIn([{ name: 'blockProfile', value: facts }])).toEqual(facts);
    expect(JSON.stringify(facts)).not.toMatch(/canary|flat|PR-1111|bedroom|2026-12-24|social/iu);
    expect(JSON.stringify([CANARIES, request]), 'control').toMatch(/canary/iu);
    expect(facts).toMatchObject({ kind: null, profiledOn: '2026-04-18', profiledBy: { role: 'Housing officer', organisation: '' }, building: { entrance: 'sharedClose', closeAndStair: 'Lift to all floors.' } });
    // Its own garden and its own door are of the flat.
    expect(facts.building.features.garden).toBeNull();
    expect(profileInReply({ ...reply, answers: { entrance: 'ownDoor', garden: 'commonGarden' } }, ADDRESS).building).toMatchObject({ entrance: null, features: { garden: 'yes' } });
  });

  it('refreshes one that is there, by choice where they differ, with the reply’s day only where an officer says that the rest still holds', () => {
    const beside = replyBeside(KNOWN, profileInReply(requestOf(ANSWERS).reply ?? expect.fail('none'), ADDRESS), 'Example HA');
    const compared = comparedProfiles(KNOWN, beside);
    expect(compared.filter(({ conflict }) => conflict).map(({ path }) => path)).toEqual(['building.features.cctv']);
    const theirs = () => true;
    expect([standsBeside(compared, theirs), standsBeside(compared, () => false)]).toEqual([false, true]);
    expect(refreshedByReply(KNOWN, beside, theirs, false)).toMatchObject({ profiledOn: '2026-04-18', kind: 'stair', place: KNOWN.place, building: { features: { cctv: 'yes', dryingGreen: 'no' } } });
    const lift = { ...KNOWN, building: { ...KNOWN.building, features: { ...KNOWN.building.features, lift: 'yes' as const } } };
    const besideLift = replyBeside(lift, beside, 'Example HA');
    expect(standsBeside(comparedProfiles(lift, besideLift), theirs)).toBe(true);
    expect(refreshedByReply(lift, besideLift, theirs, false).profiledOn).toBe('2025-01-12');
    const whole = refreshedByReply(lift, besideLift, theirs, true);
    expect(whole).toMatchObject({ profiledOn: '2026-04-18', building: { features: { lift: 'yes', cctv: 'yes' } }, profiledBy: { role: 'Housing officer; Link Officer', organisation: 'Example HA' } });
    expect(() => parseBlockProfile({ schema: 1, now: whole, earlier: [], given: [] })).not.toThrow();
  });
});
