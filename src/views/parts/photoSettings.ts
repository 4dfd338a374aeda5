import { type Office, photosRule } from '@/stores';
import type { Fault } from './fault';

/** Photos on the physical check, as typed. */
export interface PhotoSettingsForm {
  allowed: 'yes' | 'no';
  reason: string;
  deleteAfterDays: string;
}

export function photoSettingsOf(office: Office): PhotoSettingsForm {
  const { allowed, reason, deleteAfterDays } = photosRule(office);
  return { allowed: allowed ? 'yes' : 'no', reason, deleteAfterDays: String(deleteAfterDays) };
}

const STEADINGS_OWN = photosRule({}).deleteAfterDays;
const daysOf = (typed: string): number | null => (/^\d{1,3}$/u.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 365 ? Number(typed) : null);

export function photoFaults({ allowed, reason, deleteAfterDays }: PhotoSettingsForm): readonly Fault[] {
  return [
    ...(allowed === 'yes' && reason.trim() === '' ? [{ field: 'photosReason', say: 'Say why photos are needed, and by which policy of your office.' }] : []),
    ...(daysOf(deleteAfterDays) === null ? [{ field: 'photosDeleteAfterDays', say: 'Enter a whole number of days from 1 to 365.' }] : []),
  ];
}

/** Off, never turned on and with Steading’s own number: not set. */
export function readPhotoSettings({ allowed, reason, deleteAfterDays }: PhotoSettingsForm): Pick<Office, 'photos'> {
  const days = daysOf(deleteAfterDays) ?? STEADINGS_OWN;
  return allowed === 'no' && reason.trim() === '' && days === STEADINGS_OWN ? {} : { photos: { allowed: allowed === 'yes', reason: reason.trim(), deleteAfterDays: days } };
}
