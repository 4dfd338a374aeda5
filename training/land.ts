import { band, blob, block, curve, type Metres } from './plane';

/** The coast from south to north; the two harbour arms are drawn straight, the shore between them smooth. */
const southShore = curve([[2120, -60], [2150, 130], [2130, 320], [2085, 500], [2050, 640], [1995, 780], [1975, 900], [1968, 1000]]);
const southPier: readonly Metres[] = [[1962, 1040], [2120, 1030], [2185, 1085], [2172, 1099], [2112, 1046], [1955, 1056]];
const harbour = curve([[1950, 1085], [1905, 1112], [1845, 1135], [1800, 1160]], 10);
const northQuay = curve([[1800, 1275], [1850, 1300], [1905, 1315]], 10);
const northPier: readonly Metres[] = [[1930, 1312], [2060, 1290], [2150, 1225], [2162, 1238], [2070, 1306], [1935, 1328]];
const northShore = curve([[1945, 1400], [1985, 1570], [2060, 1760], [2105, 1960], [2080, 2190], [1990, 2400], [1930, 2560]]);

export const COAST: readonly Metres[] = [...southShore, ...southPier, ...harbour, ...northQuay, ...northPier, ...northShore];

export const RIVER_LINE: readonly Metres[] = curve([[-60, 1490], [110, 1535], [260, 1535], [400, 1455], [560, 1420], [790, 1392], [960, 1345], [1060, 1300], [1190, 1308], [1325, 1318], [1470, 1295], [1600, 1248], [1720, 1218], [1830, 1218]]);

export interface Area {
  readonly kind: 'water' | 'green';
  readonly name?: string;
  readonly outline: readonly Metres[];
  readonly holes?: readonly (readonly Metres[])[];
}

export const POND: readonly Metres[] = blob([[1040, 1790], [1072, 1772], [1085, 1810], [1062, 1850], [1035, 1838]], 9);
/** The burgh park lies between Academy Road and Upper Row; the pond is a hole in it. */
export const BURGH_PARK: readonly Metres[] = blob([[905, 1705], [1080, 1668], [1255, 1645], [1238, 1730], [1215, 1880], [1190, 1990], [1165, 2100], [1090, 2128], [985, 2060], [915, 1930], [885, 1800]]);
export const CASTLE_GREEN: readonly Metres[] = blob([[690, 880], [800, 905], [880, 945], [960, 1000], [1000, 1090], [985, 1190], [890, 1245], [760, 1250], [660, 1180], [625, 1050]]);
/** Crosses the northern edge of the burgh and of the sheet. */
export const GOLF_LINKS: readonly Metres[] = blob([[1310, 2140], [1480, 2070], [1720, 2040], [1920, 2060], [1950, 2190], [1860, 2370], [1800, 2560], [1560, 2640], [1270, 2610], [1210, 2440], [1250, 2260]]);
export const ACADEMY_GROUNDS: readonly Metres[] = [[520, 1850], [640, 1815], [775, 1765], [855, 1735], [870, 1880], [905, 2010], [925, 2085], [770, 2105], [610, 2075], [545, 2050]];
export const PRIMARY_GROUNDS: readonly Metres[] = [[1432, 520], [1560, 540], [1655, 590], [1672, 720], [1610, 830], [1500, 800], [1418, 772], [1424, 650]];
export const STATION_HOUSE_GROUNDS: readonly Metres[] = [[420, 560], [520, 575], [530, 655], [455, 660], [412, 640]];
export const KIRKYARD: readonly Metres[] = [[1140, 1000], [1262, 1032], [1255, 1135], [1210, 1180], [1128, 1168], [1134, 1080]];

export const LAND: readonly Area[] = [
  { kind: 'water', name: 'North Sea', outline: [...COAST, [2620, 2560], [2620, -60]] },
  { kind: 'water', name: 'Lowrie Water', outline: band(RIVER_LINE, (share) => 13 + 44 * share ** 4) },
  { kind: 'water', name: 'Park Pond', outline: POND },
  { kind: 'green', name: 'Burgh Park', outline: BURGH_PARK, holes: [POND] },
  { kind: 'green', name: 'Castle Green', outline: CASTLE_GREEN },
  { kind: 'green', name: 'Kinlowrie Links', outline: GOLF_LINKS },
  { kind: 'green', name: 'Kirkyard', outline: KIRKYARD },
  { kind: 'green', outline: ACADEMY_GROUNDS },
  { kind: 'green', outline: PRIMARY_GROUNDS },
  { kind: 'green', outline: STATION_HOUSE_GROUNDS },
  { kind: 'green', name: 'Lowrie Wood', outline: blob([[-60, 720], [60, 700], [130, 740], [215, 900], [205, 1120], [225, 1290], [150, 1400], [20, 1440], [-60, 1420]]) },
  { kind: 'green', name: 'Whin Hill', outline: blob([[620, -60], [860, -60], [1000, 60], [990, 240], [900, 400], [740, 470], [580, 380], [540, 160]]) },
  { kind: 'green', outline: blob([[1385, 170], [1465, 168], [1500, 215], [1490, 280], [1400, 285], [1350, 240]]) },
  { kind: 'green', outline: blob([[800, 2235], [880, 2232], [925, 2275], [880, 2325], [815, 2310]]) },
];

export interface Label { readonly name: string; readonly at: Metres }
export const PLACE_LABELS: readonly Label[] = [
  { name: 'Kinlowrie', at: [1330, 930] },
  { name: 'Northside', at: [1560, 1690] },
  { name: 'Whinhill', at: [1410, 225] },
  { name: 'Mosside', at: [860, 2200] },
  { name: 'Old Harbour', at: [2020, 1180] },
  { name: 'Lowrie Mill', at: [470, 1300] },
  { name: 'Kinlowrie Station', at: [345, 705] },
];

/** Public buildings that stand on their own ground rather than along a street. */
export const CIVIC_BUILDINGS: readonly { readonly name: string; readonly outline: readonly Metres[] }[] = [
  { name: 'Lowrie Academy', outline: [[640, 1900], [760, 1862], [772, 1898], [716, 1916], [732, 1966], [788, 1950], [797, 1982], [690, 2016], [668, 1946], [650, 1950]] },
  { name: 'Shore Primary School', outline: [[1470, 640], [1560, 652], [1556, 684], [1520, 680], [1514, 724], [1550, 730], [1546, 756], [1482, 746], [1490, 690], [1464, 686]] },
  { name: 'Old Kirk', outline: [[1168, 1062], [1222, 1074], [1218, 1092], [1202, 1089], [1198, 1106], [1184, 1103], [1188, 1085], [1164, 1080]] },
  { name: 'Castle of Kinlowrie (ruin)', outline: block([800, 1120], 46, 34, 25) },
  { name: 'Moss Road Primary School', outline: [[585, 2175], [660, 2190], [656, 2214], [624, 2208], [620, 2232], [598, 2228], [602, 2204], [580, 2199]] },
  { name: 'Station House School', outline: block([470, 612], 44, 18, 8) },
  { name: 'Kinlowrie Station', outline: block([348, 672], 12, 52, -6) },
  { name: 'Lowrie Mill', outline: block([490, 1330], 54, 24, 10) },
  { name: 'Harbour Office', outline: block([1868, 1345], 30, 16, 12) },
  { name: 'Ice House', outline: block([1925, 1350], 20, 14, 12) },
  { name: 'Links Clubhouse', outline: block([1905, 2105], 30, 18, 35) },
  { name: 'Sports Centre', outline: block([1130, 1560], 70, 42, 4) },
];
