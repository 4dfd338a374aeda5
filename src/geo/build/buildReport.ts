import { CATEGORY_IDS, categoryOf, type CategoryId } from '@/terms';
import type { PackContent } from '../pack/content';
import { datesInWords, undatedNotes } from './layerDates';

/** What became of every source, in plain words. */
export function buildReport(content: PackContent): string[] {
  return [
    ...content.layers.flatMap((layer) => [
      `${layer.title} [${layer.id}], ${datesInWords(layer)}: read ${String(layer.counts.read)}, kept ${String(layer.counts.kept)}`,
      ...layer.counts.dropped.map(({ reason, count }) => `  dropped ${String(count)}: ${reason}`),
      ...layer.counts.flagged.map(({ reason, count }) => `  kept but flagged ${String(count)}: ${reason}`),
    ]),
  ];
}

/** What whoever builds the pack should know before handing it on, and what would mend it: a date, or a category to hand a file over for. */
export interface BuildWarning {
  readonly say: string;
  readonly dateOf?: string;
  readonly osmFor?: readonly CategoryId[];
}

export function buildWarnings({ layers, postcodes, builtAt }: PackContent): BuildWarning[] {
  const searched = new Set(layers.filter(({ coverage }) => coverage !== null).flatMap(({ categories }) => categories));
  const mapped = CATEGORY_IDS.filter((id) => categoryOf(id).found === 'mapped');
  const labels = (ids: readonly (typeof CATEGORY_IDS)[number][]) => ids.map((id) => `${categoryOf(id).plural} (${id})`).join(', ');
  const missing = mapped.filter((id) => !searched.has(id));
  const turnedUp = layers.find(({ id }) => id === 'osm-other')?.categories ?? [];
  const stale = layers.filter(({ staleAfter }) => staleAfter !== null && staleAfter < builtAt.slice(0, 10)).map(({ title }) => title);
  return [
    ...(missing.length > 0 ? [{ say: `no source covers ${labels(missing)}. They will show as not searched.` }] : []),
    ...(turnedUp.length > 0 ? [{ say: `${labels(turnedUp)} turned up in OpenStreetMap files of other categories. They are kept, but not counted as searched. If your extract holds all of them, give it for that category too.`, osmFor: turnedUp }] : []),
    ...(stale.length > 0 ? [{ say: `already past the date until which it is taken as current: ${stale.join(', ')}. 'None found' will not be said from it.` }] : []),
    ...undatedNotes(layers),
    ...(postcodes.length === 0 ? [{ say: 'no postcodes are in the pack: an address can be placed only by pin or grid reference.' }] : []),
  ];
}
