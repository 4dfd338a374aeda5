import { type Assessment, limitsOf, noPlacement, noRelease, type Placement, type Release } from '@/record';
import { describe, expect, it } from 'vitest';
import { ADDRESS, CONDUCTED, HOME_LEAVE, RELEASED } from '../cases/caseFile';

const limits = (placement: Partial<Placement>, change: Partial<Assessment> = {}) => limitsOf({ address: ADDRESS, assessment: { ...CONDUCTED, ...change, placement: { ...noPlacement, ...placement } } }).join('\n');
const SLEPT = { ...noPlacement.tonight, needed: 'yes', checks: { ...noPlacement.tonight.checks, staff: { answer: 'notPossible', note: 'Nobody answered.' }, children: { answer: 'done', note: '' } } } as const;
const TOLD: Release['told'] = { prison: { answer: 'told', note: 'SOPU' }, mappa: { answer: 'notNeeded', note: 'Level 1' } };
const UNKNOWN = { ...noPlacement.run, answers: { ...noPlacement.run.answers, nightStaff: 'unknown', sharedRooms: 'yes' }, managerTold: { ...noPlacement.run.managerTold, decision: 'notDecided' } } as const;

describe('what a kind of case leaves unsaid', () => {
  it('is what could not be checked before the person slept there, and nothing that was', () => {
    const said = limits({ tonight: SLEPT }, { addressKind: 'temporary' });
    expect(said).toMatch(/not possible to check at once: Whether somebody of the place can be reached through the night\./u);
    expect(said).not.toContain('children live or stay there tonight');
  });

  it('is what nobody knows of a place with staff, and a manager of whom it was not decided', () => {
    const said = limits({ setting: 'careHome', run: UNKNOWN });
    expect(said).toContain('Not known of the place: Is there staff through the night.');
    expect(said).toContain('Whether the manager of the place is told was not decided yet.');
    expect(said).not.toContain('bedrooms');
  });

  it.each([['waiting', true], ['no', true], [null, true], ['yes', false]] as const)('is another area that has not taken the case over (%s: %s)', (takenOver, told) => {
    expect(limits({ boundary: { ...noPlacement.boundary, crosses: 'yes', takenOver } }).includes('the other area had not taken it over')).toBe(told);
  });

  it.each<[string, Assessment, Partial<Release>, readonly string[]]>([
    ['a day that may move, and who is still to be told', RELEASED, {}, ['The day of the release may move.', 'Not told of the release yet: The MAPPA meeting.']],
    ['a day that nobody knows', RELEASED, { day: 'notKnown', told: TOLD }, ['The day of the release was not known.']],
    ['an address that is not there, and a condition that nobody knows', { ...RELEASED, addressKind: 'none' }, { day: 'set', told: TOLD, condition: 'unknown' }, ['No address was identified for the release.', 'Whether a condition of a licence or order speaks of where the person lives was not known.']],
    ['a host of whom it is not known', HOME_LEAVE, { told: TOLD, hostAgrees: 'unknown' }, ['Whether the host of the home leave agrees was not known.']],
    ['a host who does not agree', HOME_LEAVE, { told: TOLD, hostAgrees: 'no' }, ['The host of the home leave does not agree to it.']],
    ['nothing of one that is set and told (control)', HOME_LEAVE, { told: TOLD }, []],
  ])('is, of a release, %s', (_, from, change, expected) => {
    const { placement = noPlacement } = from;
    const said = limitsOf({ address: ADDRESS, assessment: { ...from, placement: { ...placement, release: { ...(placement.release ?? noRelease), ...change } } } });
    expect(said.filter((sentence) => /release|home leave|condition of a licence/u.test(sentence))).toEqual(expected);
  });

  it('is nothing of what the case does not ask (control): the same answers of a proposed home', () => {
    expect(limits({ setting: 'home', run: UNKNOWN })).toBe(limits({ setting: 'home' }));
    expect(limits({ setting: 'home', boundary: { ...noPlacement.boundary, crosses: 'no', takenOver: 'no' } })).toBe(limits({ setting: 'home' }));
  });
});
