import { isCategoryId } from '@/terms';
import type { PackContent } from './content';
import { checkMembers } from './checkMembers';
import { PackError } from './packError';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;
const POLYGONAL = new Set(['Polygon', 'MultiPolygon']);

/**
 * The rules that a pack keeps so that its answers can be trusted: every site belongs to a layer that answers for its category, and no two share an id.
 * @throws PackError 'invalid', saying which row and what to do.
 */
export function checkContent(content: PackContent): void {
  const categoriesOf = new Map<string, ReadonlySet<string>>();
  for (const layer of content.layers) {
    if (categoriesOf.has(layer.id)) throw invalid(`Two layers share the id '${layer.id}'. Give each its own.`);
    if ([layer.asOf, layer.staleAfter].some((date) => date !== null && !ISO_DATE.test(date))) {
      throw invalid(`Layer '${layer.id}' needs asOf and staleAfter as yyyy-mm-dd, or null where not known (they are '${String(layer.asOf)}' and '${String(layer.staleAfter)}').`);
    }
    checkMetres(layer.position.errorMetres, `Layer '${layer.id}': position.errorMetres`);
    checkMetres(layer.position.extentMetres, `Layer '${layer.id}': position.extentMetres`);
    const unknown = layer.categories.find((id) => !isCategoryId(id));
    if (unknown !== undefined) throw invalid(`Layer '${layer.id}' lists the category '${unknown}', which Steading does not have.`);
    categoriesOf.set(layer.id, new Set(layer.categories));
  }
  const seen = new Set<string>();
  for (const site of content.sites) {
    const categories = categoriesOf.get(site.layerId);
    if (categories === undefined) throw invalid(`Site '${site.siteId}' names the layer '${site.layerId}', which the pack does not have. Add the layer.`);
    if (!categories.has(site.category)) {
      throw invalid(`Site '${site.siteId}' is of category '${site.category}', which its layer '${site.layerId}' does not list. Add the category to the layer, or its coverage will not be asked.`);
    }
    if (seen.has(site.siteId)) throw invalid(`Two sites share the id '${site.siteId}'. Merge them, or give each its own.`);
    seen.add(site.siteId);
    if (site.errorMetres !== 'unknown') checkMetres(site.errorMetres ?? null, `Site '${site.siteId}': errorMetres`);
  }
  checkMembers(content.sites, categoriesOf);
  const areas = [content.area, ...content.councils];
  const odd = areas.find(({ boundary }) => !POLYGONAL.has(boundary.type));
  if (odd !== undefined) throw invalid(`The boundary of '${odd.name}' is not a polygon.`);
}

function checkMetres(metres: number | null, what: string): void {
  if (metres !== null && !(Number.isFinite(metres) && metres >= 0)) throw invalid(`${what} must be metres, 0 or more, or null (it is ${String(metres)}).`);
}

function invalid(message: string): PackError {
  return new PackError('invalid', message);
}
