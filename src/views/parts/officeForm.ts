import type { useOffice } from '@/stores';
import type { Fault } from './fault';

export type Office = ReturnType<typeof useOffice>['office'];

/** The office settings as typed: numbers are text until they are whole and in range. */
export interface OfficeForm {
  officeName: string;
  panelName: string;
  radius: string;
  radiusReason: string;
  lockAfter: string;
}

export function officeFormOf(office: Office): OfficeForm {
  return {
    officeName: office.officeName,
    panelName: office.panelName,
    radius: office.radiusMetres === null ? '' : String(office.radiusMetres),
    radiusReason: office.radiusReason,
    lockAfter: String(office.lockAfterMinutes),
  };
}

/** The settings, or what is wrong with them. Limits: record/schema/office.ts, which has the last word. */
export function readOfficeForm(form: OfficeForm): { readonly office: Office } | { readonly faults: readonly Fault[] } {
  const radiusText = form.radius.trim();
  const radius = wholeNumber(radiusText);
  const lockAfter = wholeNumber(form.lockAfter.trim());
  const faults: Fault[] = [];
  if (radiusText !== '' && (radius === null || radius < 50 || radius > 5000)) faults.push({ field: 'radiusMetres', say: 'Enter a whole number of metres from 50 to 5,000, or leave it empty.' });
  if (radiusText !== '' && form.radiusReason.trim() === '') faults.push({ field: 'radiusReason', say: 'Say why the office looks this far. The reason is printed with every result.' });
  if (lockAfter === null || lockAfter < 1 || lockAfter > 60) faults.push({ field: 'lockAfterMinutes', say: 'Enter a whole number of minutes from 1 to 60.' });
  if (faults.length > 0 || lockAfter === null) return { faults };
  return {
    office: { schema: 1, officeName: form.officeName.trim(), panelName: form.panelName.trim(), radiusMetres: radius, radiusReason: form.radiusReason.trim(), lockAfterMinutes: lockAfter },
  };
}

function wholeNumber(typed: string): number | null {
  return /^\d{1,6}$/u.test(typed) ? Number(typed) : null;
}
