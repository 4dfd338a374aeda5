import { type Assessment, limitsOf, noPlacement, type Placement } from '@/record';
import { describe, expect, it } from 'vitest';
import { ADDRESS, CONDUCTED } from '../cases/caseFile';

const limits = (placement: Partial<Placement>, change: Partial<Assessment> = {}) => limitsOf({ address: ADDRESS, assessment: { ...CONDUCTED, ...change, placement: { ...noPlacement, ...placement } } }).join('\n');
const SLEPT = { ...noPlacement.tonight, needed: 'yes', checks: { ...noPlacement.tonight.checks, staff: { answer: 'notPossible', note: 'Nobody answered.' }, children: { answer: 'done', note: '' } } } as const;
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

  it('is nothing of what the case does not ask (control): the same answers of a proposed home', () => {
    expect(limits({ setting: 'home', run: UNKNOWN })).toBe(limits({ setting: 'home' }));
    expect(limits({ setting: 'home', boundary: { ...noPlacement.boundary, crosses: 'no', takenOver: 'no' } })).toBe(limits({ setting: 'home' }));
  });
});
