import type { AskedThen } from '../asked';
import * as v from 'valibot';
import { instant } from './fields';

const list = v.array(v.looseObject({}));

/** The parts that prints and reconciliation read: a later Steading may have written more beside them, and the value is kept as it is. */
const shape = v.looseObject({
  standardId: v.pipe(v.string(), v.hexadecimal()),
  standard: v.looseObject({
    format: v.literal('steading-standard'), documents: v.record(v.string(), v.string()), statuses: v.record(v.string(), v.string()), sections: list, limits: list, protocol: v.nullable(v.looseObject({})),
  }),
  at: instant,
  decision: v.looseObject({ requirement: v.string(), criteria: list, unknowns: list, lead: v.looseObject({}) }),
  reasons: v.array(v.string()),
  departures: list,
  deadlines: list,
  settings: v.looseObject({ calendar: v.looseObject({ national: list, local: list }), agenciesSideBySide: v.boolean() }),
});

export const askedSchema = v.custom<AskedThen>((value) => v.is(shape, value), 'What the standard asked then is damaged.');
