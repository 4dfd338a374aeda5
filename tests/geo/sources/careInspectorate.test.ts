import { codePointFiles, readCareInspectorate, readCodePointOpen } from '@/geo/sources';
import { writePack, type PackContent } from '@/geo';
import { ENDED_POSTCODE_FLAG } from '@/geo/sources/careInspectorate';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { needsSharedData, sharedData } from '../../cli/sharedData';
import { diskFile, EDITION, textFile } from './sourceFiles';

const HEAD = 'CSNumber,CareService,Subtype,AdditionalSubtypes,ServiceName,Address_line_1,Service_town,Service_Postcode,ManagerName,Manager_Name,Service_Phone_Number,Eforms_email_address,ServiceProvider,ServiceStatus';
const postcodes = [
  { postcode: 'EH1 1AA', point: { lng: -3.19, lat: 55.95 }, quality: 10, councilCode: 'S12000036' },
  { postcode: 'EH1 1AB', point: { lng: -3.18, lat: 55.95 }, quality: 50, councilCode: 'S12000036' },
];
const context = { edition: EDITION, coverage: null, postcodes };
const PRIVATE = 'Canary Manager,Canary Manager,0131-canary,canary@example.org,Canary Provider';
const row = (id: string, service: string, subtype: string, more: string, postcode: string, status = 'Active') =>
  `${id},${service},${subtype},${more},Service ${id},1 Road,Leith,${postcode},${PRIVATE},${status}`;
const file = (...rows: string[]) => textFile('care.csv', [HEAD, ...rows].join('\r\n'));

describe('the register of care services', () => {
  const gathered = readCareInspectorate(file(
    row('CS1', 'Day Care of Children', 'Day Care of Children (over 3s)', 'Nursery', 'eh11aa'),
    row('CS2', 'Care Home Service', 'Older People', '', 'EH1 1AB'),
    row('CS3', 'Care Home Service', 'Children & Young People', '', 'EH1 1AA'),
    row('CS4', 'Child Minding', '', '', ''),
    row('CS5', 'Support Service', 'Care at Home', 'Adult Daycare; Care at Home', 'EH1 1AA'),
    row('CS6', 'Support Service', 'Care at Home', '', 'EH1 1AA'),
    row('CS7', 'Housing Support Service', '', '', 'EH1 1AA'),
    row('CS8', 'School Care Accommodation Service', 'School Hostel', '', 'EH1 1AA'),
    row('CS9', 'Day Care of Children', 'Day Care of Children (over 3s)', 'Playgroup', ''),
    row('CS10', 'Day Care of Children', 'Day Care of Children (over 3s)', 'Playgroup', 'ZZ1 1ZZ'),
    row('CS11', 'Day Care of Children', 'Day Care of Children (over 3s)', 'Nursery', 'EH1 1AA', 'Inactive'),
  ), context);
  const sites = gathered.flatMap((one) => one.sites);
  const layer = (id: string) => gathered.find((one) => one.layer.id === id);

  it('sorts services into categories, and offices as offices', () => {
    expect(sites.map(({ siteId, category }) => `${siteId} ${category}`)).toEqual([
      'care:CS1 nursery', 'care:CS2 careHome', 'care:CS8 schoolCareAccommodation', 'care:CS5 adultDayService', 'care:CS7 housingSupportOffice',
    ]);
  });

  it('places by postcode whatever its spacing, and says when the postcode bounds nothing', () => {
    expect(sites[0]).toMatchObject({ geometry: { coordinates: [-3.19, 55.95] }, errorMetres: null, detail: 'Nursery' });
    expect(sites[1]?.errorMetres).toBe('unknown');
    expect(layer('care-children')?.layer.position.errorMetres).toBe(500);
  });

  it('places by an ended postcode, with no bound, and says so', () => {
    const ended = postcodes.map((row) => ({ ...row, ended: '2019-02' }));
    const rows = file(row('CS1', 'Day Care of Children', 'Day Care of Children (over 3s)', 'Nursery', 'eh11aa'));
    const found = readCareInspectorate(rows, { ...context, postcodes: ended }).flatMap((one) => one.sites);
    expect(found).toMatchObject([{ errorMetres: 'unknown', flags: [ENDED_POSTCODE_FLAG] }]);
  });

  it('covers nothing with postcodes of some areas alone, since the services of the others could not be placed', () => {
    const square = { type: 'MultiPolygon' as const, coordinates: [[[[-4, 55], [-3, 55], [-3, 56], [-4, 55]]]] };
    const nursery = (id: string, postcode: string, status = 'Active') => row(id, 'Day Care of Children', 'Day Care of Children (over 3s)', 'Nursery', postcode, status);
    const children = (...rows: string[]) => readCareInspectorate(file(...rows), { ...context, coverage: square }).find((one) => one.layer.id === 'care-children')?.layer;
    expect(children(nursery('CS1', 'EH1 1AA'), nursery('CS2', 'G1 1AA'), nursery('CS3', 'ZE1 0AA'))?.coverage).toBeNull();
    expect(children(nursery('CS1', 'EH1 1AA'), nursery('CS2', 'G1 1AA'))?.leavesOut[1]?.what).toMatch(/^Services in G: .* count as not searched$/u);
    // One postcode that is unknown, or no longer asked about, takes no coverage away.
    expect(children(nursery('CS1', 'EH1 1AA'), nursery('CS2', 'EH9 9ZZ'), nursery('CS3', 'ZZ1 1ZZ'), nursery('CS4', 'G1 1AA', 'Inactive'))?.coverage).toEqual(square);
  });

  it('never makes a place of a childminder or a children’s home, even with a postcode', () => {
    expect(layer('care-withheld')).toMatchObject({ sites: [], read: 2, layer: { coverage: null, categories: ['childminder', 'childrensHome'] } });
    expect(layer('care-withheld')?.layer.leavesOut.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('accounts for every row', () => {
    expect(layer('care-children')?.dropped.rows()).toEqual([
      { reason: 'No location (no postcode is published)', count: 1 }, { reason: 'No location (postcode is not in the list of postcodes)', count: 1 }, { reason: 'Not active (Inactive)', count: 1 },
    ]);
    expect(layer('care-children')?.layer.leavesOut[0]?.count).toBe(2);
    expect(layer('care-offices')?.dropped.rows()).toEqual([{ reason: 'Not a place that is looked for: Support Service', count: 1 }]);
    expect(gathered.reduce((sum, { read }) => sum + read, 0)).toBe(11);
  });

  it('lets no personal column into a row or a pack', async () => {
    const area = { name: 'x', councilCode: null, boundary: { type: 'MultiPolygon' as const, coordinates: [[[[-4, 55], [-3, 55], [-3, 56], [-4, 55]]]] } };
    const layers = gathered.map((one) => ({ ...one.layer, counts: { read: one.read, kept: one.sites.length, dropped: one.dropped.rows(), flagged: [] } }));
    const content: PackContent = { title: 'x', training: false, builtAt: '2026-01-01T00:00:00Z', area, layers, sites, postcodes, addresses: [], councils: [], streets: null, basemap: null };
    const bytes = await writePack(content, { sha256: (b) => createHash('sha256').update(b).digest('hex') });
    const text = new TextDecoder('latin1').decode(bytes).toLowerCase();
    expect(text).toContain('service cs1');
    expect(text).not.toContain('canary');
  });

  it('names every required column that is missing', () => {
    expect(() => readCareInspectorate(textFile('care.csv', 'CSNumber,ServiceName\nCS1,A'), context)).toThrow(/care\.csv: has no column CareService, Subtype, Service_Postcode, ServiceStatus\. It has: CSNumber, ServiceName\./u);
  });

  const register = sharedData('care-inspectorate-2026-05/care_datastore_2026-05-31_redacted.csv.gz');
  const zip = sharedData('postcodes-codepoint-open-2025-11/codepo_gb_scotland_2025-11.zip');
  it.skipIf(!register || !zip)(`accounts for all 10,566 services of May 2026 ${needsSharedData}`, () => {
    const real = readCodePointOpen('codepo', codePointFiles(diskFile(zip)));
    const layers = readCareInspectorate(diskFile(register), { ...context, postcodes: real.postcodes });
    expect(layers.map(({ layer: { id }, read, sites: kept }) => [id, read, kept.length])).toEqual([
      ['care-children', 3334, 3250], ['care-homes', 1042, 1032], ['care-adults', 312, 305], ['care-offices', 2714, 1026], ['care-withheld', 3164, 0],
    ]);
    expect(layers.reduce((sum, { read }) => sum + read, 0)).toBe(10_566);
    expect(layers.at(-1)?.layer.leavesOut.map(({ count }) => count)).toEqual([2721, 381]);
  });
});
