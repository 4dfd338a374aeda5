import { emptyHandOverForm, groundsOf, groundWords, type HandOverForm, handOverFaults, headTexts } from '@/views/parts/handOverForm';
import { describe, expect, it } from 'vitest';

const TODAY = '2026-11-21';
const BOTH: HandOverForm = { ...emptyHandOverForm(), partnerId: 'p1', profile: 'rsl', purpose: 'To plan.', source: 'Our record', reliability: 'Checked', expiresOn: '2026-11-21', read: true };
const SHARE: HandOverForm = { ...BOTH, act: 'share', duty: 'coOperate' };
const DISCLOSE: HandOverForm = { ...BOTH, act: 'disclosure', decidedBy: 'chair', decidedOn: '2026-11-20', personTold: 'yes', mayDo: 'Keep it.' };
const fields = (form: HandOverForm) => handOverFaults(form, TODAY).map(({ field }) => field);

describe('sharing and disclosing', () => {
  it('are asked different questions', () => {
    expect(fields(SHARE)).toEqual([]);
    expect(fields(DISCLOSE)).toEqual([]);
    expect(fields({ ...BOTH, act: 'share' })).toEqual(['duty']);
    expect(fields({ ...BOTH, act: 'disclosure' })).toEqual(['decidedBy', 'personTold', 'mayDo']);
  });

  it.each<[string, HandOverForm, string]>([
    ['a decision without its day', { ...DISCLOSE, decidedOn: null }, 'decidedOn'],
    ['no decision, and not why it cannot wait', { ...DISCLOSE, decidedBy: 'urgent' }, 'urgentWhy'],
    ['a person who was not told, without why', { ...DISCLOSE, personTold: 'no' }, 'notToldWhy'],
    ['the full record disclosed to others', { ...DISCLOSE, profile: 'ra' }, 'profile'],
    ['a day that has passed', { ...SHARE, expiresOn: '2026-11-20' }, 'expiresOn'],
    ['a copy that was not read', { ...SHARE, read: false }, 'read'],
    ['only spaces for a purpose', { ...SHARE, purpose: '  ' }, 'purpose'],
  ])('are not made with %s', (_, form, field) => { expect(fields(form)).toEqual([field]); });

  it('say on the log and in the file what was answered, and nothing of what was not asked', () => {
    expect(groundsOf(SHARE)).toEqual({ duty: 'coOperate' });
    expect(groundsOf({ ...DISCLOSE, urgentWhy: 'left over', notToldWhy: 'left over' })).toEqual({ decidedBy: 'chair', decidedOn: '2026-11-20', personTold: 'yes', mayDo: 'Keep it.' });
    expect(['coOperate', '2026-11-20', 'Their own words.'].map(groundWords)).toEqual(['They have a duty to co-operate', '20 November 2026', 'Their own words.']);
  });

  it('show every word of the officer’s that goes in the file’s head, and none that stays', () => {
    const form: HandOverForm = { ...DISCLOSE, decidedBy: 'urgent', decidedOn: null, urgentWhy: 'Why it is urgent', personTold: 'no', notToldWhy: 'Because of a victim' };
    expect(groundsOf(form)).toMatchObject({ urgentWhy: 'Why it is urgent', notToldWhy: 'Because of a victim' });
    expect(headTexts(form)).toEqual([
      ['What for', 'To plan.'], ['Decision to disclose', 'Nobody yet: it cannot wait for them'], ['The person was told', 'No'], ['What the recipient may do with it', 'Keep it.'],
      ['Source', 'Our record'], ['Reliability', 'Checked'], ['To be used until', '21 November 2026'],
    ]);
    expect(headTexts({ ...SHARE, source: ' ', expiresOn: null })).toEqual([['What for', 'To plan.'], ['By which duty', 'They have a duty to co-operate'], ['Source', 'Not said yet'], ['Reliability', 'Checked'], ['To be used until', 'Not said yet']]);
  });
});
