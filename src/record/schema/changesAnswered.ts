import type { SurroundingsChange } from '@/geo';
import * as v from 'valibot';
import { instant, line, realDate, text } from './fields';
import { packSignatureSchema } from './publishers';

export const CHANGE_ANSWERS = { opened: 'A review was opened', declined: 'No review was opened' } as const;

const KINDS: Readonly<Record<SurroundingsChange['kind'], true>> = { status: true, added: true, gone: true, moved: true, entered: true, left: true, recategorised: true };

const change = v.custom<SurroundingsChange>((value) => typeof value === 'object' && value !== null && 'kind' in value && 'category' in value && 'then' in value && 'now' in value && Object.hasOwn(KINDS, String(value.kind)), 'A change of the surroundings is damaged.');

/** A proposed review, as it was proposed, and what the officer did with it. What was read then (`surroundings`) stays as it was. */
export const changesAnsweredSchema = v.array(v.object({
  answerId: line,
  answer: v.picklist(Object.keys(CHANGE_ANSWERS) as (keyof typeof CHANGE_ANSWERS)[]),
  /** Asked of a review that is not opened. */
  reason: text,
  at: instant,
  by: line,
  /** The pack that told otherwise; the day on which its age was judged. */
  packId: line,
  packTitle: line,
  asOn: realDate,
  /** As with the surroundings that were read; left out: answered before it was kept. */
  signature: v.exactOptional(v.nullable(packSignatureSchema)),
  changes: v.array(change),
  /** The review that was opened. */
  review: v.nullable(v.object({ assessmentId: line, reference: line })),
}));

export type ChangesAnswered = v.InferOutput<typeof changesAnsweredSchema>[number];

/** The record of which the surroundings changed. */
export const reviewOfSchema = v.object({ assessmentId: line, reference: line });
