import type { CategoryId } from '@/terms';
import type { MultiPolygon } from 'geojson';
import { postcodeArea, postcodeKey } from '../pack/postcodeText';
import type { PostcodePoint, Site } from '../pack/site';
import { careKind } from './careKinds';
import { CARE_LAYER_IDS, careLayer, careLayerOf, type CareLayerId } from './careLayers';
import type { Edition } from './edition';
import type { Gathered } from './gathered';
import { POSTCODE_UNKNOWN, SCOTTISH_POSTCODE_AREAS } from './scotland';
import { joinAddress, siteTexts } from './shortText';
import type { SourceFile } from './sourceFile';
import { readTable, type Row } from './table';
import { Tally } from './tally';

/**
 * The columns that are read, and no others. The managers' names (Manager_Name, ManagerName), telephone numbers, e-mail addresses and providers
 * of the register are not asked for, so they never leave the file.
 */
const COLUMNS = {
  number: { names: ['CSNumber'], required: true },
  careService: { names: ['CareService'], required: true },
  subtype: { names: ['Subtype'], required: true },
  additional: { names: ['AdditionalSubtypes'] },
  name: { names: ['ServiceName'], required: true },
  line1: { names: ['Address_line_1'] },
  line2: { names: ['Address_line_2'] },
  line3: { names: ['Address_line_3'] },
  line4: { names: ['Address_line_4'] },
  town: { names: ['Service_town'] },
  postcode: { names: ['Service_Postcode'], required: true },
  status: { names: ['ServiceStatus'], required: true },
} as const;
type CareRow = Row<keyof typeof COLUMNS>;

export interface CareContext {
  readonly edition: Edition;
  readonly coverage: MultiPolygon | null;
  /** All of Scotland's, since the register gives no coordinates. */
  readonly postcodes: readonly PostcodePoint[];
}

const NO_POSTCODE = 'No location (no postcode is published)';
export const ENDED_POSTCODE_FLAG = 'Its postcode has ended: placed at the last point of it';
export const NEVER_PUBLISHED = 'Address is never published';
/** Code-Point Open: 20 and worse are imputed or older than the postcode. */
export const IMPUTED_QUALITY = 20;

/** The Care Inspectorate's datastore: several layers, since what each leaves out differs. The counts of all layers add up to the rows of the file. @throws SourceError */
export function readCareInspectorate(file: SourceFile, { edition, coverage, postcodes }: CareContext): Gathered[] {
  const points = new Map(postcodes.map((point) => [postcodeKey(point.postcode), point]));
  const accounts = Object.fromEntries(CARE_LAYER_IDS.map((id) => [id, { sites: [] as Site[], read: 0, dropped: new Tally(), withoutPlace: 0 }])) as Record<CareLayerId, Account>;
  const withheld = { childminder: 0, childrensHome: 0 };
  const seen = new Set<string>();
  const areas = new Set([...points.keys()].map(postcodeArea));
  const absent = new Set<string>();
  for (const row of readTable(file, COLUMNS)) {
    const kind = careKind(row);
    const account = accounts[careLayerOf('category' in kind ? kind.category : null)];
    account.read += 1;
    if (row.status !== 'Active') { account.dropped.add(`Not active (${row.status === '' ? 'no status' : row.status})`); continue; }
    if (kind.is === 'noPlace') { account.dropped.add(kind.reason); continue; }
    if (row.number === '' || seen.has(row.number)) { account.dropped.add(row.number === '' ? 'No identifier (CSNumber)' : 'Listed twice'); continue; }
    seen.add(row.number);
    if (kind.is === 'withheld') { withheld[kind.category] += 1; account.dropped.add(NEVER_PUBLISHED); continue; }
    const area = postcodeArea(postcodeKey(row.postcode));
    if (SCOTTISH_POSTCODE_AREAS.includes(area) && !areas.has(area)) absent.add(area);
    place(row, kind.category, account, points);
  }
  const without = Object.fromEntries(CARE_LAYER_IDS.map((id) => [id, accounts[id].withoutPlace])) as Record<CareLayerId, number>;
  const unplaced = { childminders: withheld.childminder, childrensHomes: withheld.childrensHome, without, absent: [...absent].toSorted() };
  return CARE_LAYER_IDS.map((id) => {
    const { sites, read, dropped } = accounts[id];
    return { layer: careLayer(id, edition, coverage, unplaced), sites, read, dropped };
  });
}

interface Account { readonly sites: Site[]; read: number; readonly dropped: Tally; withoutPlace: number }

function place(row: CareRow, category: CategoryId, account: Account, points: ReadonlyMap<string, PostcodePoint>): void {
  const key = postcodeKey(row.postcode);
  const found = points.get(key);
  if (!found) {
    account.dropped.add(key === '' ? NO_POSTCODE : POSTCODE_UNKNOWN);
    account.withoutPlace += 1;
    return;
  }
  const texts = siteTexts(row.name, row.additional !== '' ? row.additional : row.subtype !== '' ? row.subtype : row.careService, joinAddress([row.line1, row.line2, row.line3, row.line4, row.town, found.postcode]));
  account.sites.push({
    siteId: `care:${row.number}`,
    category,
    layerId: careLayerOf(category),
    ...texts,
    geometry: { type: 'Point', coordinates: [found.point.lng, found.point.lat] },
    ...(found.ended !== undefined && { flags: [...texts.flags, ENDED_POSTCODE_FLAG] }),
    errorMetres: found.quality >= IMPUTED_QUALITY || found.ended !== undefined ? 'unknown' : null,
  });
}
