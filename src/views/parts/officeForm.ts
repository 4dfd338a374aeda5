import type { Office, RetentionRule } from '@/stores';
import type { CheckAgencyId, OwnCheck, RegimeId } from '@/terms';
import type { Fault } from './fault';
import { type CalendarForm, calendarFaults, calendarFormOf, readCalendar } from './calendarForm';
import { phraseFaults, type PhraseForm, phraseFormOf, readPhrases } from './phraseForm';
import { photoFaults, type PhotoSettingsForm, photoSettingsOf, readPhotoSettings } from './photoSettings';
import { propertyFaults, type PropertySettingsForm, propertySettingsOf, readPropertySettings } from './propertySettings';

type Counted = NonNullable<RetentionRule['counted']>;

/** A retention rule as typed. `count` empty: the period stands in words only. */
export interface RuleForm extends Omit<RetentionRule, 'counted'> {
  count: string;
  unit: Counted['unit'] | null;
  from: Counted['from'] | null;
  event: string;
}

/** A database check of the office's own, as typed. */
export interface CheckForm {
  checkId: string;
  agency: CheckAgencyId | null;
  name: string;
}

/** The office settings as typed: numbers are text until they are whole and in range. The local protocol has a screen of its own. */
export interface OfficeForm {
  officeName: string;
  panelName: string;
  radius: string;
  radiusReason: string;
  lockAfter: string;
  lockHidden: string;
  regime: RegimeId | null;
  retentionRules: RuleForm[];
  databases: CheckForm[];
  property: PropertySettingsForm;
  phrases: PhraseForm;
  photos: PhotoSettingsForm;
  calendar: CalendarForm;
}

export function officeFormOf(office: Office): OfficeForm {
  return {
    officeName: office.officeName,
    panelName: office.panelName,
    radius: office.radiusMetres === null ? '' : String(office.radiusMetres),
    radiusReason: office.radiusReason,
    lockAfter: String(office.lockAfterMinutes),
    lockHidden: String(office.lockHiddenMinutes),
    regime: office.regime ?? null,
    retentionRules: office.retentionRules.map(ruleFormOf),
    databases: (office.databases ?? []).map((check) => ({ ...check })),
    property: propertySettingsOf(office),
    phrases: phraseFormOf(office),
    photos: photoSettingsOf(office),
    calendar: calendarFormOf(office.calendar),
  };
}

function ruleFormOf({ ruleId, name, keepFor, counted }: RetentionRule): RuleForm {
  return { ruleId, name, keepFor, count: counted === undefined ? '' : String(counted.count), unit: counted?.unit ?? null, from: counted?.from ?? null, event: counted?.event ?? '' };
}

function readRule({ ruleId, name, keepFor, count, unit, from, event }: RuleForm): RetentionRule {
  const rule = { ruleId, name: name.trim(), keepFor: keepFor.trim() };
  const counted = wholeNumber(count.trim());
  return counted === null || unit === null || from === null ? rule : { ...rule, counted: { count: counted, unit, from, event: from === 'event' ? event.trim() : '' } };
}

/** `protocol`: as it is kept. `today`: ISO date. `heldYears`: those whose bank holidays Steading holds itself. */
export interface OfficeFormAround {
  readonly protocol: Office['protocol'];
  readonly today: string;
  readonly heldYears: readonly number[];
}

/** The settings, or what is wrong with them. Limits: record/schema/office.ts, which has the last word; fields are named as there. */
export function readOfficeForm(form: OfficeForm, { protocol, today, heldYears }: OfficeFormAround): { readonly office: Office } | { readonly faults: readonly Fault[] } {
  const radiusText = form.radius.trim();
  const radius = wholeNumber(radiusText);
  const lockAfter = minutes(form.lockAfter);
  const lockHidden = minutes(form.lockHidden);
  const faults: Fault[] = [];
  if (radiusText !== '' && (radius === null || radius < 50 || radius > 5000)) faults.push({ field: 'radiusMetres', say: 'Enter a whole number of metres from 50 to 5,000, or leave it empty.' });
  if (radiusText !== '' && form.radiusReason.trim() === '') faults.push({ field: 'radiusReason', say: 'Say why the office looks this far. The reason is printed with every result.' });
  if (lockAfter === null) faults.push({ field: 'lockAfterMinutes', say: MINUTES });
  if (lockHidden === null) faults.push({ field: 'lockHiddenMinutes', say: MINUTES });
  faults.push(...ruleFaults(form.retentionRules), ...checkFaults(form.databases), ...propertyFaults(form.property), ...phraseFaults(form.phrases), ...photoFaults(form.photos), ...calendarFaults(form.calendar, heldYears));
  if (faults.length > 0 || lockAfter === null || lockHidden === null) return { faults };
  const databases = form.databases.flatMap(({ checkId, agency, name }): OwnCheck[] => (agency === null ? [] : [{ checkId, agency, name: name.trim() }]));
  return {
    office: {
      schema: 2, officeName: form.officeName.trim(), panelName: form.panelName.trim(), radiusMetres: radius, radiusReason: form.radiusReason.trim(), lockAfterMinutes: lockAfter,
      lockHiddenMinutes: lockHidden,
      regime: form.regime, retentionRules: form.retentionRules.map(readRule), ...readPropertySettings(form.property), ...readPhrases(form.phrases), ...readPhotoSettings(form.photos),
      ...(databases.length > 0 && { databases }), calendar: readCalendar(form.calendar, today), protocol,
    },
  };
}

function ruleFaults(rules: readonly RuleForm[]): readonly Fault[] {
  const names = rules.map(({ name }) => name.trim().toLowerCase());
  return rules.flatMap(({ name, keepFor, count, unit, from, event }, at) => {
    const field = `retentionRules.${String(at)}`;
    const faults: Fault[] = [];
    if (name.trim() === '') faults.push({ field: `${field}.name`, say: `Name retention rule ${String(at + 1)}, or remove it.` });
    else if (names.indexOf(name.trim().toLowerCase()) < at) faults.push({ field: `${field}.name`, say: `Retention rule ${String(at + 1)} has the name of another one: give it a name of its own.` });
    if (keepFor.trim() === '') faults.push({ field: `${field}.keepFor`, say: `Say for how long a record is kept under retention rule ${String(at + 1)}.` });
    const number = wholeNumber(count.trim());
    if (count.trim() === '' && unit === null && from === null) return faults;
    if (number === null || number < 1 || number > 1200) faults.push({ field: `${field}.count`, say: `Enter a whole number from 1 to 1,200 for retention rule ${String(at + 1)}, or leave the number, its unit and what it is counted from empty.` });
    if (unit === null) faults.push({ field: `${field}.unit`, say: `Say whether retention rule ${String(at + 1)} counts years or months.` });
    if (from === null) faults.push({ field: `${field}.from`, say: `Say what retention rule ${String(at + 1)} is counted from.` });
    if (from === 'event' && event.trim() === '') faults.push({ field: `${field}.event`, say: `Name the event that retention rule ${String(at + 1)} is counted from.` });
    return faults;
  });
}

function checkFaults(checks: readonly CheckForm[]): readonly Fault[] {
  return checks.flatMap(({ agency, name }, at) => {
    const faults: Fault[] = [];
    if (agency === null) faults.push({ field: `databases.${String(at)}.agency`, say: `Choose the agency of database check ${String(at + 1)}, or remove it.` });
    if (name.trim() === '') faults.push({ field: `databases.${String(at)}.name`, say: `Name database check ${String(at + 1)}, or remove it.` });
    return faults;
  });
}

const MINUTES = 'Enter a whole number of minutes from 1 to 60.';

function minutes(typed: string): number | null {
  const whole = wholeNumber(typed.trim());
  return whole === null || whole < 1 || whole > 60 ? null : whole;
}

function wholeNumber(typed: string): number | null {
  return /^\d{1,6}$/u.test(typed) ? Number(typed) : null;
}
