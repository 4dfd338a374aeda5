import type { Geometry } from 'geojson';
import type { CategoryId } from '@/terms';
import { ACADEMY_GROUNDS, BURGH_PARK, CASTLE_GREEN, GOLF_LINKS, KIRKYARD, POND, PRIMARY_GROUNDS, STATION_HOUSE_GROUNDS } from './land';
import type { TrainingLayerId } from './layers';
import { blob, block, toPosition, toRing, type Metres } from './plane';
import { outlineOf, type BuildingSiteId } from './siteBuildings';

export interface SiteSeed {
  readonly layer: TrainingLayerId;
  readonly category: CategoryId;
  readonly name: string;
  readonly detail: string;
  readonly address: string;
  readonly geometry: Geometry;
  readonly flags?: readonly string[];
}

const point = (...at: Metres): Geometry => ({ type: 'Point', coordinates: toPosition(at) });
const area = (outline: readonly Metres[], ...holes: (readonly Metres[])[]): Geometry => ({ type: 'Polygon', coordinates: [outline, ...holes].map(toRing) });
const areas = (...outlines: (readonly Metres[])[]): Geometry => ({ type: 'MultiPolygon', coordinates: outlines.map((outline) => [toRing(outline)]) });
const building = (id: BuildingSiteId) => area(outlineOf(id));
/** Marks a site that is placed by its postcode alone; the point is filled in from the postcode table. */
export const atPostcode = (postcode: string): Geometry & { readonly postcode: string } => ({ type: 'Point', coordinates: [], postcode });

type Row = readonly [CategoryId, name: string, detail: string, address: string, Geometry, flags?: readonly string[]];
const layer = (id: TrainingLayerId, rows: readonly Row[]): SiteSeed[] =>
  rows.map(([category, name, detail, address, geometry, flags]) => ({ layer: id, category, name, detail, address, geometry, ...(flags ? { flags } : {}) }));

export const SITES: readonly SiteSeed[] = [
  ...layer('schools', [
    ['school', 'Shore Primary School', 'Primary', 'School Road', point(1500, 690)],
    ['school', 'Lowrie Academy', 'Secondary', 'Academy Road', point(715, 1930)],
    ['school', 'Moss Road Primary School', 'Primary', 'Moss Road', point(622, 2205)],
    ['school', 'Whin Unit', 'Special', 'Castle Street', point(1012, 420)],
    ['school', 'Fenbrae Primary School', 'Primary', 'Muir Road, Fenbrae', point(-420, 905), ['Lies outside the council its source states']],
  ]),
  ...layer('care', [
    ['nursery', 'Whinhill Nursery', 'Nursery', 'Whinhill Crescent, ZX1 2AB', atPostcode('ZX1 2AB')],
    ['nursery', 'Harbour Wrens Playgroup', 'Playgroup', 'Cooper Street, ZX2 2AA', atPostcode('ZX2 2AA')],
    ['nursery', 'Academy Road Out of School Club', 'School Age Child Care', 'Academy Road, ZX2 1AD', atPostcode('ZX2 1AD')],
    ['careHome', 'Lowrie Bank Care Home', 'Older People', 'Riverbank Terrace, ZX2 1AB', atPostcode('ZX2 1AB')],
    ['careHome', 'Marram House', 'Learning Disabilities', 'Marram Drive, ZX1 2AD', atPostcode('ZX1 2AD')],
    ['schoolCareAccommodation', 'Academy Hostel', 'Special School Accommodation Service', 'Fulmar Road, ZX2 1AE', atPostcode('ZX2 1AE')],
    ['adultDayService', 'Fulmar Day Centre', 'Adult Daycare', 'Fulmar Road, ZX2 1AE', atPostcode('ZX2 1AE')],
    ['adultDayService', 'Mosside Men’s Shed', 'Adult Daycare', 'Moss Road, ZX2 3AD', atPostcode('ZX2 3AD')],
    ['housingSupportOffice', 'Kinlowrie Tenancy Support', 'Housing support (registered office)', 'Market Street, ZX1 1AG', atPostcode('ZX1 1AG')],
  ]),
  ...layer('places', [
    ['school', 'Shore Primary School', 'school grounds', '', area(PRIMARY_GROUNDS)],
    ['school', 'Lowrie Academy', 'school grounds', '', area(ACADEMY_GROUNDS)],
    ['school', 'Station House School', 'independent school', 'Station Road', area(STATION_HOUSE_GROUNDS)],
    ['nursery', 'Whinhill Nursery', 'kindergarten', '', building('whinhill-nursery')],
    ['playPark', 'Burgh Park play park', 'playground', '', area(blob([[1120, 1985], [1150, 1980], [1160, 2020], [1132, 2035], [1108, 2015]], 8))],
    ['playPark', 'Unnamed play park', 'playground', '', area(block([1398, 205], 30, 22, 8))],
    ['playPark', 'Unnamed play park', 'playground', '', area(block([860, 2275], 30, 22, 20))],
    ['playPark', 'Shorehead swings', 'playground', '', point(1690, 1122)],
    ['communityCentre', 'Fisher Row Community Centre', 'community centre', 'Fisher Row', building('fisher-row-centre')],
    ['communityCentre', 'Northside Hall', 'community centre', 'Cooper Street', building('northside-hall')],
    ['placeOfWorship', 'Kinlowrie Old Kirk', 'christian', 'Kirk Wynd', area(KIRKYARD)],
    ['placeOfWorship', "St Ewan's Church", 'christian', 'Sailmaker Street', building('st-ewans')],
    ['placeOfWorship', 'Kinlowrie Islamic Centre', 'muslim', 'Rope Walk', building('islamic-centre')],
    ['placeOfWorship', 'Harbour Mission Hall', 'christian', 'Shore', building('mission-hall')],
    ['parkOrGreenspace', 'Burgh Park', 'park', '', area(BURGH_PARK, POND)],
    ['parkOrGreenspace', 'Castle Green', 'park', '', area(CASTLE_GREEN)],
    ['sportOrLeisure', 'Kinlowrie Links', 'golf course', '', area(GOLF_LINKS)],
    ['sportOrLeisure', 'Kinlowrie Sports Centre', 'sports centre', 'Academy Road', area(block([1130, 1560], 70, 42, 4))],
    ['sportOrLeisure', 'Whinhill Bowling Club', 'bowls', '', area(block([1445, 262], 34, 30, 8))],
    ['library', 'Kinlowrie Library', 'library', 'High Street', building('library')],
    ['collegeOrUniversity', 'Lowrie College', 'college', 'Sailmaker Street', areas(outlineOf('college-main'), outlineOf('college-annexe'))],
    ['otherTuition', 'Kinlowrie School of Music', 'music school', 'Rope Walk', point(1512, 1505)],
    ['shelteredHousing', 'Netmakers Court', 'sheltered housing', 'Market Street', building('netmakers-court')],
    ['shelteredHousing', 'Lowrie Court', 'sheltered housing', 'Riverbank Terrace', building('lowrie-court')],
  ]),
  ...layer('licensed', [
    ['licensedPremises', 'The Creel', 'pub', 'Shore', point(1902, 1018)],
    ['licensedPremises', 'The Ropemaker', 'pub', 'Rope Walk', point(1490, 1470)],
    ['licensedPremises', 'Auld Brig Bar', 'bar', 'Bridge Street', point(1340, 1190)],
    ['licensedPremises', 'Links Clubhouse', 'club', 'Links Path', point(1905, 2105)],
  ]),
  ...layer('shops', [
    ['shop', 'Lowrie Stores', 'convenience', 'High Street', point(1010, 938)],
    ['shop', 'Castle Newsagent', 'newsagent', 'Castle Street', point(944, 760)],
    ['shop', 'Wynd Sweets', 'confectionery', 'Kirk Wynd', point(1126, 1040)],
    ['shop', 'Academy Road Post Office', 'post office', 'Academy Road', point(960, 1635)],
  ]),
  ...layer('youth', [
    ['youthClub', 'Mosside Youth Club', 'youth centre', 'Moss Road', point(905, 2160)],
    ['youthClub', '1st Kinlowrie Scouts', 'scout hut', 'Academy Road', point(470, 1822)],
  ]),
];
