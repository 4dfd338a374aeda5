import { CATEGORIES, CATEGORY_IDS, type CategoryId } from '@/terms';
import type { PackLayer } from './shapes';

/** Kinds of place that a map could hold, but that no layer of the pack was searched for anywhere. For them nothing can be said, least of all 'none'. */
export function notSearched(layers: readonly PackLayer[]): readonly CategoryId[] {
  const searched = new Set(layers.filter((layer) => layer.coverage !== null).flatMap((layer) => layer.categories));
  return CATEGORY_IDS.filter((id) => CATEGORIES[id].found === 'mapped' && !searched.has(id));
}
