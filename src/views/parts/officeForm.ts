import type { Office, RetentionRule } from '@/stores';
import type { Fault } from './fault';
import { type CalendarForm, calendarFaults, calendarFormOf, readCalendar } from './calendarForm';

/** The office settings as typed: numbers are text until they are whole and in range. The local protocol has a screen of its own. */
export interface OfficeForm {
  officeName: string;
  panelName: string;
  radius: string;
  radiusReason: string;
  lockAfter: string;
  retentionRules: RetentionRule[];
  calendar: CalendarForm;
}

export function officeFormOf(office: Office): OfficeForm {
  return {
    officeName: office.officeName,
    panelName: office.panelName,
    radius: office.radiusMetres === null ? '' : String(office.radiusMetres),
    radiusReason: office.radiusReason,
    lockAfter: String(office.lockAfterMinutes),
    retentionRules: office.retentionRules.map((rule) => ({ ...rule })),
    calendar: calendarFormOf(office.calendar),
  };
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
  const lockAfter = wholeNumber(form.lockAfter.trim());
  const faults: Fault[] = [];
  if (radiusText !== '' && (radius === null || radius < 50 || radius > 5000)) faults.push({ field: 'radiusMetres', say: 'Enter a whole number of metres from 50 to 5,000, or leave it empty.' });
  if (radiusText !== '' && form.radiusReason.trim() === '') faults.push({ field: 'radiusReason', say: 'Say why the office looks this far. The reason is printed with every result.' });
  if (lockAfter === null || lockAfter < 1 || lockAfter > 60) faults.push({ field: 'lockAfterMinutes', say: 'Enter a whole number of minutes from 1 to 60.' });
  faults.push(...ruleFaults(form.retentionRules), ...calendarFaults(form.calendar, heldYears));
  if (faults.length > 0 || lockAfter === null) return { faults };
  return {
    office: {
      schema: 2, officeName: form.officeName.trim(), panelName: form.panelName.trim(), radiusMetres: radius, radiusReason: form.radiusReason.trim(), lockAfterMinutes: lockAfter,
      retentionRules: form.retentionRules.map(({ ruleId, name, keepFor }) => ({ ruleId, name: name.trim(), keepFor: keepFor.trim() })),
      calendar: readCalendar(form.calendar, today), protocol,
    },
  };
}

function ruleFaults(rules: readonly RetentionRule[]): readonly Fault[] {
  const names = rules.map(({ name }) => name.trim().toLowerCase());
  return rules.flatMap(({ name, keepFor }, at) => {
    const field = `retentionRules.${String(at)}`;
    const faults: Fault[] = [];
    if (name.trim() === '') faults.push({ field: `${field}.name`, say: `Name retention rule ${String(at + 1)}, or remove it.` });
    else if (names.indexOf(name.trim().toLowerCase()) < at) faults.push({ field: `${field}.name`, say: `Retention rule ${String(at + 1)} has the name of another one: give it a name of its own.` });
    if (keepFor.trim() === '') faults.push({ field: `${field}.keepFor`, say: `Say for how long a record is kept under retention rule ${String(at + 1)}.` });
    return faults;
  });
}

function wholeNumber(typed: string): number | null {
  return /^\d{1,6}$/u.test(typed) ? Number(typed) : null;
}
