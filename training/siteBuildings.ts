import { block, type Metres } from './plane';

/** Buildings that are themselves a site of some category: drawn on the map and given to a layer with the same outline. */
export interface BuildingSite { readonly id: string; readonly outline: readonly Metres[] }

export const BUILDING_SITES = [
  { id: 'fisher-row-centre', outline: block([1650, 950], 34, 24, 12) },
  { id: 'library', outline: block([1255, 973], 30, 20, 12) },
  { id: 'northside-hall', outline: block([1600, 1685], 36, 22, 2) },
  { id: 'st-ewans', outline: block([1790, 1860], 34, 18, 90) },
  { id: 'islamic-centre', outline: block([1395, 1655], 24, 22, -4) },
  { id: 'mission-hall', outline: block([1850, 1040], 22, 14, -50) },
  { id: 'netmakers-court', outline: [[1740, 820], [1800, 826], [1798, 842], [1758, 838], [1754, 872], [1738, 870]] },
  { id: 'lowrie-court', outline: [[1120, 1500], [1190, 1498], [1190, 1512], [1160, 1513], [1161, 1538], [1146, 1538], [1145, 1514], [1120, 1515]] },
  { id: 'college-main', outline: [[1545, 1850], [1620, 1848], [1621, 1890], [1600, 1890], [1600, 1866], [1566, 1867], [1566, 1892], [1546, 1892]] },
  { id: 'college-annexe', outline: block([1545, 2010], 48, 22, 0) },
  { id: 'whinhill-nursery', outline: block([1445, 225], 30, 16, 8) },
  { id: 'day-service', outline: block([700, 1625], 34, 20, 15) },
] as const satisfies readonly BuildingSite[];

export type BuildingSiteId = (typeof BUILDING_SITES)[number]['id'];

export function outlineOf(id: BuildingSiteId): readonly Metres[] {
  const found = BUILDING_SITES.find((b) => b.id === id);
  if (!found) throw new RangeError(`No building site is called ${id}.`);
  return found.outline;
}
