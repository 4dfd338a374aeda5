import type { BasemapPlan, MappedPlan, PackPlan, PlannedFile, PlannedSource } from '@/geo/build';
import { CARE_STALE_MONTHS, GREENSPACE_STALE_MONTHS, monthsAfter, OSM_STALE_MONTHS, OTHER_STALE_MONTHS, SCHOOLS_STALE_MONTHS, SPORTS_STALE_MONTHS, type Box, type Edition } from '@/geo/sources';
import { STOCK_COLUMNS, type StockColumn } from '@/geo/stock';
import { parseArgs } from 'node:util';
import { UsageError } from './command';
import { categoryFile, listsOf } from './listOptions';
import { joinNegativeValues, toBox, toDate } from './optionValues';
import { publisherOf } from './publisherKeyFile';

/** A build as it was asked for: every option checked, no file read yet. */
export interface BuildPlan extends Omit<PackPlan, 'mapped'> {
  /** Files of any columns, each with the file that says how they are to be read. */
  readonly mapped: readonly (Omit<MappedPlan, 'mapping'> & { readonly mapping: string })[];
  readonly out: string;
  readonly json: boolean;
  /** null: the pack is not signed. */
  readonly sign: { readonly key: string; readonly publisher: string; readonly passphraseFile: string | null } | null;
}

const TEXT_OPTIONS = [
  'out', 'area', 'bbox', 'title', 'councils', 'councils-date', 'schools', 'schools-date', 'schools-stale-after', 'care', 'care-date', 'care-stale-after',
  'postcodes', 'postcodes-date', 'osm-coverage', 'osm-date', 'osm-stale-after', 'basemap', 'basemap-date', 'basemap-attribution',
  'sports-date', 'sports-stale-after', 'greenspace-date', 'greenspace-stale-after', 'uprns', 'uprns-date', 'layer-coverage', 'layer-stale-after', 'layer-error', 'layer-credit', 'ostn15',
  'streets-date', 'streets-coverage', 'places-date', 'list-date', 'list-coverage', 'list-stale-after', 'stock', 'stock-date', 'stock-credit', 'stock-columns',
  'sign', 'publisher', 'passphrase-file',
] as const;
type TextOption = (typeof TEXT_OPTIONS)[number];

/** @throws UsageError saying what is missing and why it is needed. `today` (yyyy-mm-dd): no source can be of a later day. */
export function packBuildOptions(args: readonly string[], today: string): BuildPlan {
  const text = Object.fromEntries(TEXT_OPTIONS.map((name) => [name, { type: 'string' }])) as Record<TextOption, { type: 'string' }>;
  const many = { type: 'string', multiple: true } as const;
  const { values } = parseArgs({ args: joinNegativeValues(args), options: { ...text, osm: many, 'basemap-osm': many, sports: many, greenspace: many, streets: many, places: many, layer: many, 'layer-date': many, list: many, json: { type: 'boolean' } }, strict: true });
  const given: Given = { value: (name) => values[name] ?? null, today };
  const out = given.value('out');
  if (out === null) throw new UsageError('--out FILE is missing: where the pack is to be written.');
  const plan: BuildPlan = {
    out,
    json: values.json === true,
    title: given.value('title'),
    area: areaOf(given),
    councils: dated(given, 'councils'),
    schools: source(given, 'schools', SCHOOLS_STALE_MONTHS),
    care: source(given, 'care', CARE_STALE_MONTHS),
    postcodes: dated(given, 'postcodes'),
    osm: osmOf(given, values.osm ?? []),
    sports: values.sports ? { paths: values.sports, edition: edition(given, 'sports', SPORTS_STALE_MONTHS) } : null,
    greenspace: values.greenspace ? { paths: values.greenspace, edition: edition(given, 'greenspace', GREENSPACE_STALE_MONTHS) } : null,
    lists: listsOf({ ...values, coverage: given.value('layer-coverage'), staleAfter: given.value('layer-stale-after'), error: given.value('layer-error'), credit: given.value('layer-credit') }, today),
    mapped: mappedOf(given, values.list ?? []),
    uprns: dated(given, 'uprns'),
    stock: stockOf(given),
    streets: streetsOf(given, values.streets ?? []),
    places: values.places ? { paths: values.places, asOf: date(given, 'places-date') } : null,
    ostn15: given.value('ostn15'),
    sign: signOf(given),
    basemap: basemapOf(given, values['basemap-osm'] ?? []),
  };
  if (plan.care && !plan.postcodes) throw new UsageError('--care needs --postcodes: the register has no coordinates, only postcodes.');
  if (!plan.schools && !plan.care && !plan.osm && !plan.sports && !plan.greenspace && !plan.lists && plan.mapped.length === 0) throw new UsageError('No source of sites is given: at least one of --schools, --care, --osm, --sports, --greenspace, --layer, --list is needed.');
  return plan;
}

/** @throws UsageError */
function signOf({ value }: Given): BuildPlan['sign'] {
  const [key, publisher, passphraseFile] = [value('sign'), value('publisher'), value('passphrase-file')];
  if (key !== null) return { key, publisher: publisherOf(publisher ?? undefined), passphraseFile };
  if (publisher !== null || passphraseFile !== null) throw new UsageError('--publisher and --passphrase-file belong to --sign KEYFILE, which is not given.');
  return null;
}

interface Given { readonly value: (name: TextOption) => string | null; readonly today: string }

function areaOf({ value }: Given): BuildPlan['area'] {
  const [area, bbox] = [value('area'), value('bbox')];
  if ((area === null) === (bbox === null)) throw new UsageError('Give either --area COUNCIL_CODE or --bbox W,S,E,N: what the pack is for.');
  if (bbox !== null) return { box: toBox('--bbox', bbox) };
  if (!/^S12\d{6}$/u.test(area ?? '')) throw new UsageError(`--area ${area ?? ''} is no Scottish council code (such as S12000036).`);
  if (value('councils') === null) throw new UsageError('--area needs --councils FILE: the outline of the council area comes from there.');
  return { council: area ?? '' };
}

/** null: not given, which stays unknown; a date is never guessed. */
function date({ value, today }: Given, name: TextOption): string | null {
  const given = value(name);
  return given === null ? null : toDate(`--${name}`, given, today);
}

function dated(given: Given, name: 'councils' | 'postcodes' | 'uprns' | 'stock' | 'basemap'): PlannedFile | null {
  const path = given.value(name);
  return path === null ? null : { path, asOf: date(given, `${name}-date`) };
}

function edition(given: Given, name: 'schools' | 'care' | 'osm' | 'sports' | 'greenspace' | 'list', months: number): Edition {
  const asOf = date(given, `${name}-date`);
  const staleAfter = given.value(`${name}-stale-after`);
  if (staleAfter !== null) return { asOf, staleAfter: toDate(`--${name}-stale-after`, staleAfter, null) };
  return { asOf, staleAfter: asOf === null ? null : monthsAfter(asOf, months) };
}

function source(given: Given, name: 'schools' | 'care', months: number): PlannedSource | null {
  const path = given.value(name);
  return path === null ? null : { path, edition: edition(given, name, months) };
}

function basemapOf(given: Given, osm: readonly string[]): BasemapPlan | null {
  const [basemap, attribution] = [dated(given, 'basemap'), given.value('basemap-attribution')];
  if (osm.length === 0) return basemap && { ...basemap, attribution };
  if (basemap) throw new UsageError('Give either --basemap FILE.pmtiles or --basemap-osm FILE: a pack has one background map.');
  if (attribution !== null) throw new UsageError('--basemap-attribution belongs to --basemap FILE.pmtiles: a map made by --basemap-osm is credited to the OpenStreetMap contributors.');
  return { osm, asOf: date(given, 'basemap-date') };
}

function mappedOf(given: Given, pairs: readonly string[]): BuildPlan['mapped'] {
  const coverage = given.value('list-coverage');
  if (pairs.length === 0) {
    if (coverage !== null || given.value('list-date') !== null || given.value('list-stale-after') !== null) throw new UsageError('--list-coverage, --list-date and --list-stale-after belong to --list MAPPING.json=FILE, which is not given.');
    return [];
  }
  if (coverage === null) throw new UsageError("--list needs --list-coverage scotland, W,S,E,N or a GeoJSON file: where the list is complete. Where it is not, 'none found' must not be said from it.");
  const declared = boxOrFile('--list-coverage', coverage);
  return pairs.map((pair) => {
    const [, mapping = '', path = ''] = /^(.+?\.json)=(.+)$/iu.exec(pair) ?? [];
    if (mapping === '' || path === '') throw new UsageError(`--list ${pair} is not MAPPING.json=FILE: the file that says how the columns are to be read, and the list itself.`);
    return { mapping, path, edition: edition(given, 'list', OTHER_STALE_MONTHS), coverage: declared };
  });
}

function stockOf(given: Given): BuildPlan['stock'] {
  const [stock, credit, columns] = [dated(given, 'stock'), given.value('stock-credit'), given.value('stock-columns')];
  if (stock === null) {
    if (credit !== null || columns !== null) throw new UsageError('--stock-credit and --stock-columns belong to --stock FILE, which is not given.');
    return null;
  }
  if (credit === null || credit.trim() === '') throw new UsageError("--stock needs --stock-credit TEXT: whose list it is. It is no open data, and stands in the pack's credits.");
  return { ...stock, credit: credit.trim(), columns: Object.fromEntries((columns ?? '').split(',').filter((pair) => pair !== '').map(stockColumn)) };
}

/** flat=Unit. @throws UsageError */
function stockColumn(pair: string): [StockColumn, string] {
  const [, id = '', column = ''] = /^([^=]+)=(.+)$/u.exec(pair) ?? [];
  const known = STOCK_COLUMNS.find((one) => one === id.trim());
  if (known === undefined || column.trim() === '') throw new UsageError(`--stock-columns ${pair} is not NAME=COLUMN. Names: ${STOCK_COLUMNS.join(', ')}.`);
  return [known, column.trim()];
}

function streetsOf(given: Given, paths: readonly string[]): BuildPlan['streets'] {
  if (paths.length === 0) return null;
  const coverage = given.value('streets-coverage');
  if (coverage === null) {
    throw new UsageError("--streets needs --streets-coverage W,S,E,N or a GeoJSON file: where the extract holds every street and path. Where it ends, a walk may seem longer than it is, or impossible; Steading says so only if it knows where that is.");
  }
  return { paths, asOf: date(given, 'streets-date'), coverage: boxOrFile('--streets-coverage', coverage) };
}

const boxOrFile = (option: string, text: string): Box | string => (/^[-+0-9.,\s]+$/u.test(text) ? toBox(option, text) : text);

function osmOf(given: Given, pairs: readonly string[]): BuildPlan['osm'] {
  if (pairs.length === 0) return null;
  const files = pairs.map((pair) => (pair.includes('=') ? categoryFile('--osm', pair) : { category: null, path: pair }));
  const coverage = given.value('osm-coverage');
  if (coverage === null) {
    throw new UsageError("--osm needs --osm-coverage W,S,E,N or a GeoJSON file: where OpenStreetMap was searched. It cannot be told from the places found: an empty street and a street outside the extract look the same, and 'none found' must not be said of the second.");
  }
  return { files, edition: edition(given, 'osm', OSM_STALE_MONTHS), coverage: boxOrFile('--osm-coverage', coverage) };
}
