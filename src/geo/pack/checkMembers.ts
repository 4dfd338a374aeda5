import { isListedAt } from './memberReader';
import { PackError } from './packError';
import type { Site } from './site';

/**
 * A site of several listings has its own among them, first, one that places it, each from a layer that answers for its category and none from two;
 * no listing stands in the pack twice, be it as a member or as a site. `categoriesOf`: by layer.
 * @throws PackError 'invalid', saying which site and what to do.
 */
export function checkMembers(sites: readonly Site[], categoriesOf: ReadonlyMap<string, ReadonlySet<string>>): void {
  const own = new Set(sites.map(({ siteId }) => siteId));
  const seen = new Set<string>();
  for (const { siteId, layerId, category, members } of sites) {
    if (members === undefined) continue;
    const fault = members.length < 2 ? 'has fewer than two members; leave members out'
      : members[0]?.siteId !== siteId || members[0].layerId !== layerId ? 'is not the first of its members'
        : members.filter(({ placed }) => placed).length !== 1 ? 'needs exactly one member that places it'
          : members.some(({ at, placed }) => at !== undefined && (placed || !isListedAt(at))) ? 'has a member whose own position cannot be meant, or stands beside the one that places it'
          : new Set(members.map((one) => one.layerId)).size < members.length ? 'has two members of one layer'
            : members.some((one) => categoriesOf.get(one.layerId)?.has(category) !== true) ? 'has a member of a layer that does not list its category'
              : members.some((one) => seen.has(one.siteId) || (one.siteId !== siteId && own.has(one.siteId))) ? 'has a member that is in the pack twice' : null;
    if (fault !== null) throw new PackError('invalid', `Site '${siteId}' ${fault}. Merge listings with onePlaceOneSite, or leave them apart.`);
    for (const one of members) seen.add(one.siteId);
  }
}
