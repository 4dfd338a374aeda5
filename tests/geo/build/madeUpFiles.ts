import { zipSync } from 'fflate';
import { greenspacePackage, square } from '../sources/greenspaceFiles';
import { collection, feature, pointAt } from '../sources/sourceFiles';

/** Small made-up files of Testshire, a square about 55.9 N 3.2 W, as the publishers lay them out. */
const utf8 = (text: string) => new TextEncoder().encode(text);
const ring = (west: number, south: number, east: number, north: number) => [[west, south], [east, south], [east, north], [west, north], [west, south]];

export const COUNCILS = collection(feature({ type: 'Polygon', coordinates: [ring(-3.3, 55.85, -3.1, 55.95)] }, { LAD23CD: 'S12000099', LAD23NM: 'Testshire' }));
const SCHOOL = { SchUID: '1000001P', SeedCode: 1000001, SchoolType: 'Primary', SchoolName: 'Links Primary School', AddressLin: '1 Links Road', PostCode: 'ZX1 1AA', LACode: 'S12000099', GridRefEas: 325000, GridRefNor: 667900 };
export const SCHOOLS = collection(feature(pointAt(-3.2005, 55.9005), SCHOOL), feature(pointAt(-3.21, 55.91), { ...SCHOOL, SchUID: '1000002S', SeedCode: 1000002, SchoolType: 'Secondary', SchoolName: 'Muir Academy' }));
const postcode = (code: string, easting: number, northing: number) => `"${code}",10,${String(easting)},${String(northing)},"S92000003","","S08000024","","S12000099","S13002842"`;
export const POSTCODES = zipSync({ 'Data/CSV/zx.csv': utf8([postcode('ZX1 1AA', 325030, 667900), postcode('ZX1 1AB', 325100, 667950)].join('\r\n')), 'Doc/metadata.txt': utf8('COPYRIGHT DATE: 20251020\r\n') });
/** Of 4 rows: 2 to take, 1 nowhere, 1 twice. */
export const PARKS = 'Ref,Park,Kind,Street,Long,Lat,Warden\nP1,Links Swings,Swings,High Street,-3.2001,55.9001,Someone\nP2,Muir,,,-3.21,55.91,Somebody\nP3,Nowhere,,,,,\nP1,Links Swings,Swings,High Street,-3.2001,55.9001,\n';
export const OSM = collection(feature(pointAt(-3.2, 55.9003), { amenity: 'library', name: 'Links Library', '@id': 'node/11' }, 'node/11'));
export const STREETS = collection(feature({ type: 'LineString', coordinates: [[-3.201, 55.9], [-3.199, 55.9]] }, { highway: 'residential', name: 'High Street' }, 'w12'));
export const CARE = 'CSNumber,CareService,Subtype,AdditionalSubtypes,ServiceName,Address_line_1,Service_town,Service_Postcode,ServiceStatus\nCS1,Day Care of Children,Children aged 3 to entry,,Links Nursery,1 High Street,Testtown,ZX1 1AA,Active\n';
export const UPRNS = 'UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE\n1,325030,667900,55.9,-3.2\n';
export const greenspace = () => greenspacePackage([{ id: 'g1', kind: 'Play Space', name: 'Links Park', polygons: square(325000, 667900) }]);

export const asFile = (name: string, content: string | Uint8Array) => new File([typeof content === 'string' ? content : new Uint8Array(content)], name);
export { collection, feature, pointAt, utf8 };
