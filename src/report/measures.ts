import type { Formulation } from '@/record';
import { dayPhrase } from './dates';
import type { Block } from './document';
import type { RecordRequest } from './request';
import { note } from './words';

/** A measure as it stands in the plan. */
export interface Measure {
  readonly what: string;
  readonly owner: string;
  readonly by: string;
}

const DONE = /\.$/u;

/** Each measure once, in the order of the findings. */
export function measuresOf(dealings: Readonly<Record<string, Partial<Formulation['dealings'][string]>>>): readonly Measure[] {
  const measures = Object.values(dealings).filter(({ how }) => how === 'measure').map(({ what = '', owner = '', dueOn = null }): Measure => ({ what: what.trim().replace(DONE, '') || 'Not said', owner: owner.trim() || 'Not given', by: dueOn === null ? 'No day given' : dayPhrase(dueOn) }));
  return [...new Map(measures.map((one) => [JSON.stringify(one), one])).values()];
}

/** Of a decision with conditions: a line each. */
export const conditionsOf = ({ decision, conditions }: RecordRequest['assessment']['outcome']): readonly string[] => (decision === 'manageableWithConditions' ? [...new Set(conditions.split('\n').map((line) => line.trim()).filter(Boolean))] : []);

export function planBlocks(measures: readonly Measure[], conditions: readonly string[]): readonly Block[] {
  return [
    ...(measures.length === 0 ? [] : [{ kind: 'table', caption: 'Measures', columns: ['What', 'Who', 'By when'], rows: measures.map(({ what, owner, by }) => [what, owner, by]) } as const]),
    ...(conditions.length === 0 ? [] : [note('Conditions of the decision:'), { kind: 'list', items: conditions } as const]),
  ];
}
