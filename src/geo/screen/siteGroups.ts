import Flatbush from 'flatbush';
import { allowancesOf } from '../allowances';
import { UNKNOWN_ERROR_SEARCH_METRES } from '../doubt';
import type { OpenPack } from '../pack/openPack';
import { shapeBox } from '../pack/packSites';

/** Sites that may lie about as much nearer than they are measured, with an index of their own: those of unknown position must not make every search wide. */
export interface SiteGroup {
  /** The most that a site of the group allows for. */
  readonly allowanceMetres: number;
  /** Places of the sites whose box touches the given one (units of 1e-7 degree), in no order. */
  within(west: number, south: number, east: number, north: number): number[];
}

const known = new WeakMap<OpenPack, readonly SiteGroup[]>();

/** Worked out once for a pack. */
export function siteGroupsOf(pack: OpenPack): readonly SiteGroup[] {
  const before = known.get(pack);
  if (before !== undefined) return before;
  const { sites } = pack.packed;
  const allowances = allowancesOf(pack);
  const byStep = new Map<number, { most: number; places: number[] }>();
  for (let place = 0; place < sites.count; place++) {
    const error = allowances.errorMetres(place);
    const allowance = (error ?? UNKNOWN_ERROR_SEARCH_METRES) + allowances.extentMetres(place);
    const step = Math.ceil(Math.log2(Math.max(allowance, 64)));
    const group = byStep.get(step);
    if (group === undefined) byStep.set(step, { most: allowance, places: [place] });
    else {
      group.most = Math.max(group.most, allowance);
      group.places.push(place);
    }
  }
  const groups = [...byStep.values()].map(({ most, places }): SiteGroup => {
    const { index } = sites;
    if (index !== null && places.length === sites.count) return { allowanceMetres: most, within: (w, s, e, n) => index.search(w, s, e, n) };
    const own = new Flatbush(places.length, 16, Int32Array);
    const box = new Int32Array(4);
    for (const place of places) {
      shapeBox(sites.shapes, place, box);
      own.add(box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0);
    }
    own.finish();
    return { allowanceMetres: most, within: (w, s, e, n) => own.search(w, s, e, n).map((i) => places[i] ?? 0) };
  });
  known.set(pack, groups);
  return groups;
}
