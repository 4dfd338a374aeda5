import { type AddressPoint, COVERAGES, HERE, nearby, type OpenPack, screen, type ScreenChunk, STATUSES } from '@/geo';
import { CATEGORY_IDS } from '@/terms';

/** What both ways say of one address, in one form: categories by status and coverage, and sites nearest first, then by id. */
export interface Said {
  readonly categories: readonly string[];
  readonly sites: readonly string[];
}

export async function screened(pack: OpenPack, addresses: readonly AddressPoint[], radiusMetres: number, asOn: string): Promise<Said[]> {
  const said: (Said | undefined)[] = addresses.map(() => undefined);
  const onChunk = (chunk: ScreenChunk) => {
    chunk.address.forEach((address, k) => {
      if (said[address] !== undefined) throw new Error(`address ${String(address)} is answered twice`);
      said[address] = { categories: categoriesOf(chunk, k), sites: sitesOf(pack, chunk, k) };
    });
  };
  await screen(pack, question(addresses, radiusMetres, asOn), { onChunk, pause: () => Promise.resolve() });
  return said.map((each, i) => {
    if (each === undefined) throw new Error(`address ${String(i)} is not answered`);
    return each;
  });
}

export function question(addresses: readonly AddressPoint[], radiusMetres: number, asOn: string) {
  return {
    lngLat: Float64Array.from(addresses.flatMap(({ point }) => [point.lng, point.lat])), errorMetres: Float64Array.from(addresses, ({ errorMetres }) => errorMetres ?? NaN), radiusMetres, asOn,
  };
}

export function oneByOne(pack: OpenPack, at: AddressPoint, radiusMetres: number, asOn: string): Said {
  const { categories } = nearby(pack, at, radiusMetres, asOn);
  const sites = categories.flatMap((each) => each.sites).map(({ site, distanceMetres, relation, compass }) => ({ metres: distanceMetres, text: `${site.siteId} ${relation}${compass === 'here' ? ' here' : ''}` }));
  return { categories: categories.map(({ category, status, coverage }) => `${category} ${status} ${coverage}`), sites: inOrder(sites) };
}

function categoriesOf({ status, coverage }: ScreenChunk, k: number): string[] {
  return CATEGORY_IDS.map((category, c) => `${category} ${STATUSES[status[k * CATEGORY_IDS.length + c] ?? -1] ?? ''} ${COVERAGES[coverage[k * CATEGORY_IDS.length + c] ?? -1] ?? ''}`);
}

function sitesOf(pack: OpenPack, { firstSite, site, metres, bearing, inside }: ScreenChunk, k: number): string[] {
  const rows: { metres: number; text: string }[] = [];
  for (let row = firstSite[k] ?? 0; row < (firstSite[k + 1] ?? 0); row++) {
    if ((metres[row] ?? NaN) < (metres[row - 1] ?? 0) && row > (firstSite[k] ?? 0)) throw new Error('not by distance');
    rows.push({ metres: metres[row] ?? NaN, text: `${pack.site(site[row] ?? -1).siteId} ${inside[row] === 1 ? 'inside' : 'uncertain'}${bearing[row] === HERE ? ' here' : ''}` });
  }
  return inOrder(rows);
}

function inOrder(rows: readonly { metres: number; text: string }[]): string[] {
  return rows.toSorted((a, b) => a.metres - b.metres || (a.text < b.text ? -1 : 1)).map(({ metres, text }) => `${String(metres)} ${text}`);
}
