import { ANNUAL_REVIEW } from './annualReview';
import type { Exercise } from './exercise';
import { PROPOSED_FLAT } from './proposedFlat';
import { SHORT_NOTICE } from './shortNotice';

/** By the reference of the fictional person (training/cases.ts). Loaded by the training vault alone. */
export const EXERCISES: Readonly<Record<string, Exercise>> = { 'TRAIN-0001': PROPOSED_FLAT, 'TRAIN-0002': ANNUAL_REVIEW, 'TRAIN-0003': SHORT_NOTICE };
