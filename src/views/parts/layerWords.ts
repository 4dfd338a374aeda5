import { dayInWords } from '@/terms';
import type { PackLayer } from './shapes';

/** Where the source was searched, in words. Coverage is declared by whoever built the pack; it never follows from what was found. */
export function coverageWords(layer: PackLayer): string {
  return layer.coverage === null ? 'Not searched: nothing can be said from it.' : 'Searched in its declared area.';
}

/** How far off the places of a source may be, in words. */
export function positionWords({ position }: PackLayer): string {
  const error = position.errorMetres === null ? 'How far off a place may be is not known' : `A place may be up to ${metres(position.errorMetres)} from where it is shown`;
  const extent = position.extentMetres > 0 ? `; the edge of its grounds may be up to ${metres(position.extentMetres)} nearer than its point` : '';
  return `${error}${extent}. ${position.note}`.trim();
}

/** Whether 'none found' may no longer be said on that day (ISO dates: they compare as text). Without a date, it never may. */
export function isPast({ staleAfter }: PackLayer, today: string): boolean {
  return staleAfter === null || today > staleAfter;
}

/** When the source's content was true, in words. */
export function asOfWords({ asOf }: PackLayer): string {
  return asOf === null ? 'Date not given' : `As of ${dayInWords(asOf)}`;
}

export function metres(value: number): string {
  return `${value.toLocaleString('en-GB')} metres`;
}
