import { neighboursRule, type Office, staleRule } from '@/stores';
import type { Fault } from './fault';

/** Two numbers of the office with their reasons, as typed. A number left empty, or Steading's own without a reason: Steading's own holds. */
export interface PropertySettingsForm {
  deleteAfterDays: string;
  deleteReason: string;
  staleAfterMonths: string;
  staleReason: string;
}

export function propertySettingsOf(office: Office): PropertySettingsForm {
  const [neighbours, profiles] = [neighboursRule(office), staleRule(office)];
  return { deleteAfterDays: String(neighbours.deleteAfterDays), deleteReason: neighbours.reason, staleAfterMonths: String(profiles.staleAfterMonths), staleReason: profiles.reason };
}

const STEADINGS_OWN = { days: neighboursRule({}).deleteAfterDays, months: staleRule({}).staleAfterMonths } as const;
const whole = (typed: string, most: number): number | null => (/^\d{1,3}$/u.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= most ? Number(typed) : null);

export function propertyFaults({ deleteAfterDays, deleteReason, staleAfterMonths, staleReason }: PropertySettingsForm): readonly Fault[] {
  const [days, months] = [whole(deleteAfterDays, 365), whole(staleAfterMonths, 60)];
  return [
    ...(days === null && deleteAfterDays.trim() !== '' ? [{ field: 'deleteAfterDays', say: 'Enter a whole number of days from 1 to 365.' }] : []),
    ...(days !== null && days !== STEADINGS_OWN.days && deleteReason.trim() === '' ? [{ field: 'deleteReason', say: 'Say why answers about nearby households are kept that long.' }] : []),
    ...(months === null && staleAfterMonths.trim() !== '' ? [{ field: 'staleAfterMonths', say: 'Enter a whole number of months from 1 to 60.' }] : []),
    ...(months !== null && months !== STEADINGS_OWN.months && staleReason.trim() === '' ? [{ field: 'staleReason', say: 'Say why a block profile holds that long.' }] : []),
  ];
}

export function readPropertySettings(form: PropertySettingsForm): Pick<Office, 'neighbours' | 'blockProfiles'> {
  const [days, months] = [whole(form.deleteAfterDays, 365), whole(form.staleAfterMonths, 60)];
  const isOwn = (number: number | null, steadings: number, reason: string) => number !== null && (number !== steadings || reason.trim() !== '');
  return {
    ...(days !== null && isOwn(days, STEADINGS_OWN.days, form.deleteReason) && { neighbours: { deleteAfterDays: days, reason: form.deleteReason.trim() } }),
    ...(months !== null && isOwn(months, STEADINGS_OWN.months, form.staleReason) && { blockProfiles: { staleAfterMonths: months, reason: form.staleReason.trim() } }),
  };
}
