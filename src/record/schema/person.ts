import { BEHAVIOURS, MAPPA_CATEGORIES, MAPPA_LEVELS, ORDERS, SUPERVISION, YES_NO_UNKNOWN } from '@/terms';
import * as v from 'valibot';
import { answersTo, isoDate, line, noAnswers, oneOf } from './fields';

/** The individual, by reference only: no name is asked for or needed. */
export const personSchema = v.object({
  schema: v.literal(2),
  /** ViSOR/MAPPS or the agency's own reference. */
  reference: line,
  category: oneOf(MAPPA_CATEGORIES),
  level: oneOf(MAPPA_LEVELS),
  /** Subject to sex offender notification requirements. */
  registered: oneOf(YES_NO_UNKNOWN),
  supervision: oneOf(SUPERVISION),
  orders: answersTo(ORDERS),
  behaviours: answersTo(BEHAVIOURS),
  under18: oneOf(YES_NO_UNKNOWN),
  /** Renewal of registration: starts the clock of the annual review (ERA-2017 4.0). */
  renewalOn: isoDate,
});

export type Person = v.InferOutput<typeof personSchema>;

export const emptyPerson: Person = {
  schema: 2, reference: '', category: null, level: null, registered: null, supervision: null, orders: noAnswers(ORDERS), behaviours: noAnswers(BEHAVIOURS), under18: null, renewalOn: null,
};
