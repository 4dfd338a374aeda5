import { emptyOffice, parseOffice } from '@/record';
import { describe, expect, it } from 'vitest';
import { type CalendarForm, calendarFormOf, type YearTyped } from '../../src/views/parts/calendarForm';
import { phraseFormOf } from '../../src/views/parts/phraseForm';
import { type OfficeForm, officeFormOf, readOfficeForm, type RuleForm } from '../../src/views/parts/officeForm';

const calendar: CalendarForm = { localHolidays: [], nationalYears: [], agencies: 'oneAfterTheOther' };
const form: OfficeForm = { officeName: ' Kinlowrie ', panelName: 'Housing panel', radius: '500', radiusReason: 'Local protocol, section 3', lockAfter: '10', lockHidden: '2', regime: null, retentionRules: [], databases: [], property: { deleteAfterDays: '28', deleteReason: '', staleAfterMonths: '12', staleReason: '' }, phrases: phraseFormOf({}), photos: { allowed: 'no', reason: '', deleteAfterDays: '28' }, calendar };
const AROUND = { protocol: null, today: '2026-11-21', heldYears: [2025, 2026, 2027] } as const;
const read = (change: Partial<OfficeForm> = {}) => readOfficeForm({ ...form, ...change }, AROUND);

function faultsOf(change: Partial<OfficeForm>): readonly string[] {
  const found = read(change);
  return 'faults' in found ? found.faults.map(({ field }) => field) : [];
}

describe('the office settings as typed', () => {
  it('are read where everything fits', () => {
    expect(read()).toEqual({
      office: {
        schema: 2, regime: null, officeName: 'Kinlowrie', panelName: 'Housing panel', radiusMetres: 500, radiusReason: 'Local protocol, section 3', lockAfterMinutes: 10, lockHiddenMinutes: 2,
        retentionRules: [], calendar: { localHolidays: [], nationalYears: [], agenciesSideBySide: false }, protocol: null,
      },
    });
  });

  it('take another number of days or months with its reason, and keep Steading’s own as not set', () => {
    const own = { deleteAfterDays: '14', deleteReason: ' Agreed. ', staleAfterMonths: '6', staleReason: 'Refits.' };
    expect(read({ property: own })).toHaveProperty('office.neighbours', { deleteAfterDays: 14, reason: 'Agreed.' });
    expect(read({ property: own })).toHaveProperty('office.blockProfiles', { staleAfterMonths: 6, reason: 'Refits.' });
    expect(faultsOf({ property: { ...own, deleteReason: ' ', staleReason: '' } })).toEqual(['deleteReason', 'staleReason']);
    expect(faultsOf({ property: { ...own, deleteAfterDays: '0', staleAfterMonths: '61' } })).toEqual(['deleteAfterDays', 'staleAfterMonths']);
  });

  it('take the office’s own phrases of the physical check, list by list; Steading’s own, or an empty list, is not set', () => {
    expect(read()).not.toHaveProperty('office.phrases');
    const own = { ...form.phrases, look: ' Behind the bins \n\nFrom the street\nFrom the street', staff: ' \n' };
    const saved = read({ phrases: own });
    expect(saved).toHaveProperty('office.phrases', { look: ['Behind the bins', 'From the street'] });
    const office = parseOffice('office' in saved ? saved.office : null);
    expect(officeFormOf(office).phrases).toMatchObject({ look: 'Behind the bins\nFrom the street', staff: form.phrases.staff });
    expect(faultsOf({ phrases: { ...form.phrases, look: 'x'.repeat(61), person: Array.from({ length: 13 }, (_, at) => String(at)).join('\n') } })).toEqual(['phrases.look', 'phrases.person']);
    expect(() => parseOffice({ ...emptyOffice, phrases: { elsewhere: ['x'] } })).toThrow();
  });

  it('leave photos off until they are turned on with a reason, and keep their days whether on or off', () => {
    expect(read()).not.toHaveProperty('office.photos');
    expect(read({ photos: { allowed: 'yes', reason: ' DPIA of 3 May. ', deleteAfterDays: '14' } })).toHaveProperty('office.photos', { allowed: true, reason: 'DPIA of 3 May.', deleteAfterDays: 14 });
    expect(read({ photos: { allowed: 'no', reason: '', deleteAfterDays: '7' } })).toHaveProperty('office.photos', { allowed: false, reason: '', deleteAfterDays: 7 });
    expect(faultsOf({ photos: { allowed: 'yes', reason: '  ', deleteAfterDays: '366' } })).toEqual(['photosReason', 'photosDeleteAfterDays']);
  });

  it('may leave the distance empty: nothing is looked up then, and no reason is asked', () => {
    expect(read({ radius: '', radiusReason: '' })).toHaveProperty('office.radiusMetres', null);
  });

  it.each(['49', '5001', '1e3', '500.5', '-500', 'five hundred', '500m'])('refuse a distance of %s', (radius) => {
    expect(faultsOf({ radius })).toEqual(['radiusMetres']);
  });

  it.each(['50', '5000', ' 300 '])('take a distance of %s', (radius) => {
    expect(faultsOf({ radius })).toEqual([]);
  });

  it('ask for a reason wherever there is a distance', () => {
    expect(faultsOf({ radiusReason: '  ' })).toEqual(['radiusReason']);
  });

  it.each(['', '0', '61', 'ten'])('refuse to lock after %s minutes', (lockAfter) => {
    expect(faultsOf({ lockAfter })).toEqual(['lockAfterMinutes']);
    expect(faultsOf({ lockHidden: lockAfter })).toEqual(['lockHiddenMinutes']);
  });

  it('leave the local protocol as it is: it has a screen of its own', () => {
    const protocol = { format: 'steading-protocol' } as NonNullable<(typeof emptyOffice)['protocol']>;
    expect(readOfficeForm(form, { ...AROUND, protocol })).toHaveProperty('office.protocol', protocol);
  });
});

describe('retention rules as typed', () => {
  const rule: RuleForm = { ruleId: 'r1', name: ' Registered ', keepFor: '6 years after registration ends ', count: '', unit: null, from: null, event: '' };

  it('are kept with their ids', () => {
    expect(read({ retentionRules: [rule] })).toHaveProperty('office.retentionRules', [{ ruleId: 'r1', name: 'Registered', keepFor: '6 years after registration ends' }]);
  });

  it('need a name and a time', () => {
    expect(faultsOf({ retentionRules: [rule, { ...rule, ruleId: 'r2', name: ' ', keepFor: '' }] })).toEqual(['retentionRules.1.name', 'retentionRules.1.keepFor']);
  });

  it('are counted where number, unit and beginning are given, and come back as they were typed', () => {
    const counted: RuleForm = { ...rule, count: ' 6', unit: 'years', from: 'event', event: ' registration ends ' };
    const found = read({ retentionRules: [counted] });
    expect(found).toHaveProperty('office.retentionRules', [{ ruleId: 'r1', name: 'Registered', keepFor: '6 years after registration ends', counted: { count: 6, unit: 'years', from: 'event', event: 'registration ends' } }]);
    if (!('office' in found)) throw new Error('It has faults.');
    expect(officeFormOf(found.office).retentionRules).toEqual([{ ...counted, name: 'Registered', keepFor: '6 years after registration ends', count: '6', event: 'registration ends' }]);
    expect(parseOffice(found.office)).toEqual(found.office);
  });

  it.each([
    [{ count: '6' }, ['unit', 'from']], [{ count: '0', unit: 'years', from: 'decided' }, ['count']], [{ unit: 'months' }, ['count', 'from']], [{ count: '2', unit: 'years', from: 'event' }, ['event']],
  ] as const)('that can only half be counted (%j) are asked about', (change, fields) => {
    expect(faultsOf({ retentionRules: [{ ...rule, ...change }] })).toEqual(fields.map((field) => `retentionRules.0.${field}`));
  });

  it('are told apart by their names, in whatever letters', () => {
    expect(faultsOf({ retentionRules: [rule, { ...rule, ruleId: 'r2', name: 'registered' }] })).toEqual(['retentionRules.1.name']);
  });
});

describe('the calendar as typed', () => {
  const day = { on: '2027-04-19', name: ' Spring holiday ' };
  const year: YearTyped = { year: '2028', source: 'mygov.scot', addedOn: null, days: [{ on: '2028-12-25', name: 'Christmas Day' }, { on: '2028-01-03', name: 'New Year’s Day (substitute)' }] };
  const withDays = (...localHolidays: CalendarForm['localHolidays']) => ({ calendar: { ...calendar, localHolidays } });
  const withYears = (...nationalYears: readonly YearTyped[]) => ({ calendar: { ...calendar, nationalYears: [...nationalYears] } });

  it('is put in the order of its days, and a new year bears the day on which it was added', () => {
    const found = read({ calendar: { localHolidays: [day, { on: '2026-12-01', name: 'Fair' }], nationalYears: [year], agencies: 'sideBySide' } });
    expect(found).toHaveProperty('office.calendar.localHolidays', [{ on: '2026-12-01', name: 'Fair' }, { on: '2027-04-19', name: 'Spring holiday' }]);
    expect(found).toHaveProperty('office.calendar.nationalYears.0.days.0.on', '2028-01-03');
    expect(found).toHaveProperty('office.calendar.nationalYears.0.addedOn', '2026-11-21');
    expect(found).toHaveProperty('office.calendar.agenciesSideBySide', true);
  });

  it('keeps the day on which a year was added first', () => {
    expect(read(withYears({ ...year, addedOn: '2026-01-05' }))).toHaveProperty('office.calendar.nationalYears.0.addedOn', '2026-01-05');
  });

  it('comes back from what was saved as it was', () => {
    const found = read({ calendar: { localHolidays: [day], nationalYears: [year], agencies: 'sideBySide' } });
    if ('faults' in found) throw new Error(JSON.stringify(found.faults));
    expect(parseOffice(found.office)).toEqual(found.office);
    expect(readOfficeForm(officeFormOf(found.office), AROUND)).toEqual({ office: found.office });
    expect(calendarFormOf(found.office.calendar).nationalYears[0]?.year).toBe('2028');
  });

  it('asks for date and name of every local holiday, and takes each day once', () => {
    expect(faultsOf(withDays({ on: null, name: ' ' }))).toEqual(['calendar.localHolidays.0.on', 'calendar.localHolidays.0.name']);
    expect(faultsOf(withDays(day, { ...day, name: 'Again' }))).toEqual(['calendar.localHolidays.1.on']);
  });

  it.each(['', '28', '1999', '20280'])('refuses ‘%s’ as a further year', (typed) => {
    expect(faultsOf(withYears({ ...year, year: typed }))).toContain('calendar.nationalYears.0.year');
  });

  it('refuses a year that Steading holds itself, and one that is given twice', () => {
    expect(faultsOf(withYears({ ...year, year: '2027', days: [{ on: '2027-12-27', name: 'Christmas Day' }] }))).toEqual(['calendar.nationalYears.0.year']);
    expect(faultsOf(withYears(year, year))).toEqual(['calendar.nationalYears.1.year']);
  });

  it('refuses a year without source or without days: every weekday would count', () => {
    expect(faultsOf(withYears({ ...year, source: '' }))).toEqual(['calendar.nationalYears.0.source']);
    expect(faultsOf(withYears({ ...year, days: [] }))).toEqual(['calendar.nationalYears.0.days-add']);
  });

  it('refuses a day of another year', () => {
    expect(faultsOf(withYears({ ...year, days: [{ on: '2029-01-01', name: 'New Year’s Day' }] }))).toEqual(['calendar.nationalYears.0.days.0.on']);
  });
});
