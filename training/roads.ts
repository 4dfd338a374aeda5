import type { Metres } from './plane';

/** How houses stand along a street. */
export type Frontage = 'tenement' | 'terrace' | 'semi' | 'villa' | 'none';

export interface Road {
  readonly name: string;
  readonly kind: 'road' | 'path' | 'rail';
  readonly through: readonly Metres[];
  readonly frontage: Frontage;
  /** Postcodes of the street, in order along it. Every one is in area ZX, which Code-Point Open does not have. */
  readonly postcodes: readonly string[];
  /** How many of its buildings have addresses in the pack (the rest are drawn only). */
  readonly addressed: number;
}

const street = (name: string, frontage: Frontage, addressed: number, postcodes: readonly string[], through: readonly Metres[]): Road =>
  ({ name, kind: 'road', frontage, addressed, postcodes, through });
const lane = (name: string, through: readonly Metres[]): Road => ({ name, kind: 'path', frontage: 'none', addressed: 0, postcodes: [], through });

export const ROADS: readonly Road[] = [
  // The old town, south of the river
  street('High Street', 'tenement', 9, ['ZX1 1AA', 'ZX1 1AB'], [[700, 790], [900, 880], [1120, 960], [1340, 1010], [1560, 1060], [1760, 1090]]),
  street('Shore', 'tenement', 5, ['ZX1 1AD'], [[1760, 1090], [1850, 1068], [1900, 1000], [1920, 900], [1936, 780], [1985, 640], [2025, 520]]),
  street('Bridge Street', 'tenement', 5, ['ZX1 1AE'], [[1340, 1010], [1332, 1120], [1325, 1230], [1322, 1310], [1330, 1440]]),
  street('Kirk Wynd', 'tenement', 4, ['ZX1 1AF'], [[1120, 960], [1112, 1060], [1090, 1160], [1080, 1225]]),
  street('Market Street', 'tenement', 5, ['ZX1 1AG'], [[930, 700], [1150, 745], [1385, 800], [1600, 880], [1780, 905], [1920, 900]]),
  street('Fisher Row', 'terrace', 6, ['ZX1 1AH'], [[1600, 880], [1585, 970], [1560, 1060]]),
  street('Castle Street', 'terrace', 6, ['ZX1 1AJ'], [[900, 880], [930, 700], [980, 530], [1080, 360], [1150, 180], [1180, -20]]),
  street('School Road', 'semi', 6, ['ZX1 1AL'], [[1340, 1010], [1368, 900], [1385, 800], [1400, 640], [1420, 480], [1450, 345]]),
  street('Station Road', 'villa', 5, ['ZX1 1AN'], [[700, 790], [560, 715], [440, 690], [330, 690], [150, 655], [-30, 640]]),
  street('Mill Road', 'semi', 6, ['ZX1 1AP'], [[560, 715], [565, 850], [520, 1000], [450, 1120], [425, 1260], [440, 1370]]),
  // The scheme on the whin hill
  street('Links Avenue', 'semi', 8, ['ZX1 2AA'], [[1080, 360], [1250, 325], [1450, 345], [1650, 385], [1850, 435], [2025, 520]]),
  street('Whinhill Crescent', 'semi', 8, ['ZX1 2AB'], [[1250, 325], [1258, 230], [1300, 150], [1390, 105], [1490, 110], [1560, 170], [1570, 265], [1550, 362]]),
  street('Marram Drive', 'semi', 6, ['ZX1 2AD'], [[1650, 385], [1665, 270], [1730, 150], [1790, -20]]),
  street('Gannet Place', 'terrace', 4, ['ZX1 2AE'], [[1760, 410], [1748, 500], [1705, 580]]),
  street('Thrift Gardens', 'semi', 4, ['ZX1 2AF'], [[980, 530], [1100, 535], [1190, 575], [1230, 640]]),
  // North of the river
  street('North Street', 'terrace', 8, ['ZX2 1AA'], [[1330, 1440], [1305, 1600], [1262, 1780], [1238, 1960], [1195, 2150], [1130, 2350], [1080, 2530]]),
  street('Riverbank Terrace', 'villa', 5, ['ZX2 1AB'], [[1330, 1440], [1150, 1455], [960, 1505], [800, 1545], [650, 1590]]),
  street('Academy Road', 'villa', 4, ['ZX2 1AD'], [[1305, 1600], [1130, 1620], [950, 1655], [760, 1715], [600, 1785], [395, 1810], [200, 1835], [-30, 1850]]),
  street('Fulmar Road', 'semi', 3, ['ZX2 1AE'], [[650, 1590], [618, 1680], [600, 1785]]),
  street('Quayside', 'tenement', 4, ['ZX2 1AF'], [[1330, 1440], [1500, 1412], [1680, 1378], [1830, 1372]]),
  street('North Shore Road', 'villa', 5, ['ZX2 1AG'], [[1830, 1372], [1895, 1450], [1932, 1600], [1995, 1780], [2030, 1970], [1995, 2190], [1905, 2390], [1850, 2530]]),
  street('Cooper Street', 'terrace', 6, ['ZX2 2AA'], [[1305, 1600], [1500, 1585], [1705, 1575], [1932, 1600]]),
  street('Chandler Row', 'terrace', 6, ['ZX2 2AB'], [[1262, 1780], [1470, 1770], [1712, 1770], [1995, 1780]]),
  street('Rope Walk', 'terrace', 6, ['ZX2 2AD'], [[1500, 1412], [1500, 1585], [1470, 1770], [1452, 1952]]),
  street('Sailmaker Street', 'terrace', 6, ['ZX2 2AE'], [[1680, 1378], [1705, 1575], [1712, 1770], [1725, 1950]]),
  street('Upper Row', 'semi', 6, ['ZX2 2AF'], [[1238, 1960], [1452, 1952], [1725, 1950], [2030, 1970]]),
  street('Moss Road', 'semi', 6, ['ZX2 3AA'], [[1195, 2150], [1000, 2185], [760, 2175], [560, 2130], [415, 2085], [250, 2095], [100, 2130]]),
  street('Curlew Crescent', 'semi', 6, ['ZX2 3AB'], [[1000, 2185], [985, 2290], [920, 2370], [820, 2385], [735, 2330], [722, 2240], [735, 2173]]),
  // Railway and paths
  { name: 'Kinlowrie branch', kind: 'rail', frontage: 'none', addressed: 0, postcodes: [], through: [[235, -50], [275, 300], [318, 690], [300, 1100], [335, 1480], [395, 1810], [415, 2085], [445, 2550]] },
  lane('Riverside Walk', [[440, 1370], [560, 1372], [790, 1342], [1060, 1238], [1200, 1252], [1325, 1255], [1550, 1185], [1700, 1150], [1760, 1090]]),
  lane('Castle Path', [[900, 880], [810, 960], [800, 1060], [850, 1150], [945, 1240]]),
  lane('Park Walk', [[1130, 1620], [1080, 1720], [1100, 1850], [1170, 1930], [1238, 1960]]),
  lane('Pond Walk', [[950, 1655], [985, 1760], [1000, 1890], [1080, 2010], [1205, 2100]]),
  lane('Links Path', [[2030, 1970], [1900, 2080], [1760, 2190], [1600, 2300], [1450, 2420], [1380, 2540]]),
  lane('Lowrie Wood Path', [[150, 655], [110, 800], [130, 960], [90, 1120], [130, 1260], [300, 1330], [440, 1370]]),
  { name: "Fisher's Close", kind: 'path', frontage: 'terrace', addressed: 4, postcodes: ['ZX1 1AH'], through: [[1585, 970], [1660, 985], [1740, 1010], [1850, 1068]] },
];
