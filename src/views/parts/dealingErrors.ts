import type { Dealing } from '@/stores';

/** What one answer for many still needs, by field. */
export function dealingErrors({ how, what, owner, dueOn, reason }: Dealing): Readonly<Record<string, string>> {
  if (how === null) return { how: 'Say what is done.' };
  if (how !== 'measure') return reason.trim() === '' ? { reason: 'Give the reason.' } : {};
  return {
    ...(what.trim() === '' ? { what: 'Write the measure.' } : {}),
    ...(owner.trim() === '' ? { owner: 'Say who does it, by role.' } : {}),
    ...(dueOn === null ? { dueOn: 'Enter the day by which it is done.' } : {}),
  };
}
