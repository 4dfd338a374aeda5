import * as v from 'valibot';
import { line, text } from './fields';

/** The office's own settings. There is no national distance: how far to look is the office's choice, with its reason. */
export const officeSchema = v.object({
  schema: v.literal(1),
  officeName: line,
  panelName: line,
  /** Metres. null until the office has chosen: nothing is looked up before. */
  radiusMetres: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(50, 'Enter at least 50 metres.'), v.maxValue(5000, 'Enter at most 5,000 metres.'))),
  radiusReason: text,
  lockAfterMinutes: v.pipe(v.number(), v.integer(), v.minValue(1, 'Enter at least 1 minute.'), v.maxValue(60, 'Enter at most 60 minutes.')),
});

export type Office = v.InferOutput<typeof officeSchema>;

export const emptyOffice: Office = { schema: 1, officeName: '', panelName: '', radiusMetres: null, radiusReason: '', lockAfterMinutes: 10 };
