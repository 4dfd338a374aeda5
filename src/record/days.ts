import { dayInScotland } from '@/terms';

/** The day in Scotland on which the assessment was begun: ISO date. */
export const dayBegun = ({ startedAt }: { readonly startedAt: string }): string => dayInScotland(startedAt);
