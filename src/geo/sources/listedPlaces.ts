import { categoryOf, type CategoryId } from '@/terms';
import type { Geometry } from 'geojson';
import type { Site } from '../pack/site';
import { MENDED_FLAG, mendGeometry } from './mendGeometry';
import { checkMostPlaced, strayShape } from './scotland';
import { siteTexts } from './shortText';
import { Tally } from './tally';

/** A row of a list of places, its columns already told apart. */
export interface ListedPlace {
  readonly name: string;
  readonly detail: string;
  readonly address: string;
  /** '' left out; the best first. */
  readonly ids: readonly string[];
  /** `lost`: why it has no position. */
  readonly at: { readonly geometry: Geometry | null } | { readonly lost: string };
  /** Metres that its position may be off besides the list's own error; 'unknown': no bound is known. */
  readonly addedErrorMetres: number | 'unknown';
  readonly flags?: readonly string[];
}

interface ListLayer {
  readonly layerId: string;
  readonly category: CategoryId;
  /** Before the place's own id in the site's. */
  readonly idsBegin: string;
  /** Metres that a place of the list may lie from its position; null: no bound is known. */
  readonly errorMetres: number | null;
}

/** What came of the lists of one layer. read = sites + dropped. */
export interface ListAccount {
  readonly sites: Site[];
  read: number;
  readonly dropped: Tally;
  readonly ids: Set<string>;
  readonly seen: Set<string>;
}

export const emptyAccount = (): ListAccount => ({ sites: [], read: 0, dropped: new Tally(), ids: new Set(), seen: new Set() });

/** Takes one file's places into the account. @throws SourceError when half of them or more have no place. */
export function takePlaces(account: ListAccount, file: string, places: readonly ListedPlace[], { layerId, category, idsBegin, errorMetres }: ListLayer): void {
  const dropped = new Tally();
  places.forEach((place, i) => {
    const mended = 'lost' in place.at ? place.at : mendGeometry(place.at.geometry);
    const key = 'lost' in mended ? '' : `${place.name}|${JSON.stringify(mended.geometry)}`;
    const lost = 'lost' in mended ? mended.lost : account.seen.has(key) ? 'Given twice' : strayShape(mended.geometry);
    if ('lost' in mended || lost !== null) { dropped.add(lost ?? ''); return; }
    account.seen.add(key);
    const id = [...place.ids.filter((one) => one !== ''), `unidentified/${file}/${String(i + 1)}`].find((one) => !account.ids.has(one)) ?? '';
    account.ids.add(id);
    const { flags, ...texts } = siteTexts(place.name === '' ? `Unnamed ${categoryOf(category).label.toLowerCase()}` : place.name, place.detail, place.address);
    const { addedErrorMetres: added } = place;
    account.sites.push({
      siteId: `${idsBegin}/${id}`, category, layerId, ...texts, geometry: mended.geometry,
      errorMetres: added === 'unknown' ? added : added > 0 && errorMetres !== null ? errorMetres + added : null,
      flags: [...('mended' in mended && mended.mended ? [MENDED_FLAG] : []), ...(place.flags ?? []), ...flags],
    });
  });
  checkMostPlaced(file, places.length, dropped);
  account.read += places.length;
  for (const { reason, count } of dropped.rows()) account.dropped.add(reason, count);
}
