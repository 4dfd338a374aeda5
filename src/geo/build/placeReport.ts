import type { PackContent } from '../pack/content';
import { APART, type ApartReason, type OnePlace } from '../sources/onePlace';

/** Which listings became one site, and which of one name and category were kept apart, in plain words. */
export function placeReport({ merged, apart }: OnePlace, { layers }: Pick<PackContent, 'layers'>): string[] {
  const title = (id: string) => layers.find((layer) => layer.id === id)?.title ?? id;
  const sources = counts(merged.map(({ members }) => members.map(({ layerId }) => title(layerId)).join(' and ')));
  const reasons = counts(apart.map(({ reason }) => reason));
  return [
    `${merged.length === 1 ? '1 place is' : `${String(merged.length)} places are`} told by more than one source, and ${merged.length === 1 ? 'is' : 'are'} one site each`,
    ...sources.map(([what, count]) => `  ${String(count)}: ${what}`),
    ...reasons.map(([reason, count]) => `  kept apart ${String(count)} of one name and category: ${APART[reason as ApartReason]}`),
  ];
}

const counts = (all: readonly string[]): [string, number][] => [...new Set(all)].map((one) => [one, all.filter((other) => other === one).length]);
