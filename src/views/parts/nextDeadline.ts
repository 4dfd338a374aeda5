import type { Deadline } from '@/stores';

type Dated = Deadline & { readonly dueOn: string };

/** The earliest deadline that is ruled on and can be counted; `answered`: ids of deadlines that were met already. */
export function nextDeadline(deadlines: readonly Deadline[], answered: readonly string[]): Dated | null {
  const dated = deadlines.filter((one): one is Dated => one.ruledOn && one.dueOn !== null && !answered.includes(one.id));
  return dated.sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0] ?? null;
}
