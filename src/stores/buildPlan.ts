import { AROUND_THE_AREA, boxOfText, type ChosenFiles, FILE_KINDS, type FileKind, type PackPlan, THE_AREA } from '@/geo/build';
import { type Edition, type Mapping, monthsAfter, parseMapping, SourceError, type Box } from '@/geo/sources';
import { type BuildFile, type BuildForm, type Declared, emptyDeclared, type MappingForm, PLACED_BY } from './buildForm';

/** What is wrong with a field of the form; `field` is its id on the screen. */
export interface BuildFault { readonly field: string; readonly say: string }

export type PlanRead = { readonly plan: PackPlan; readonly files: ChosenFiles } | { readonly faults: readonly BuildFault[] };

/** The name of the folder that files of one source stand in where they came one by one. */
const POSTCODE_FOLDER = 'Postcodes';
const NO_COVERAGE: Readonly<Partial<Record<FileKind, string>>> = {
  osm: 'Say where OpenStreetMap was searched. It cannot be told from the places found: an empty street and a street outside the extract look the same, and ‘none found’ must not be said of the second.',
  list: 'Say where these lists are complete. A council without a list and a council without such places look the same, and ‘none found’ must not be said of the first.',
  mapped: 'Say where this list is complete. A part that it leaves out and a part without such places look the same, and ‘none found’ must not be said of the first.',
  streets: 'Say where the file holds every street and path. Where it ends, a walk may seem longer than it is, or impossible.',
};

/** The form as a plan, or everything that keeps it from being one. `today` (yyyy-mm-dd): no source can be of a later day. */
export function buildPlanOf(form: BuildForm, today: string): PlanRead {
  const faults: BuildFault[] = [];
  const fault = (field: string, say: string): null => { faults.push({ field, say }); return null; };
  const of = (kind: FileKind) => form.files.filter((file) => file.kind === kind);
  const declared = (source: string): Declared => form.declared[source] ?? emptyDeclared();
  const paths = (kind: FileKind) => of(kind).map(({ name }) => name);

  for (const { key, name, found, kind } of form.files) {
    if (found === null) fault(`file-${key}`, `${name} is still being looked at. Wait a moment.`);
    else if (kind === null) fault(`file-${key}`, `Say what ${name} is to be taken for, or remove it.`);
  }
  for (const kind of Object.keys(FILE_KINDS) as FileKind[]) {
    const [, second] = of(kind);
    if (second && !FILE_KINDS[kind].many) fault(`file-${second.key}`, `${FILE_KINDS[kind].label}: a pack has one file of these. Remove the others, ${second.name} for one.`);
  }

  const asOf = (source: string): string | null => {
    const { asOf: day } = declared(source);
    return day !== null && day > today ? fault(`${source}-date`, 'The day on which its content was true lies in the future.') : day;
  };
  const edition = (kind: FileKind, source: string = kind): Edition => {
    const day = asOf(source);
    return { asOf: day, staleAfter: day === null ? null : monthsAfter(day, FILE_KINDS[kind].staleMonths ?? 0) };
  };
  const box = (field: string, text: string): Box | null => {
    if (text.trim() === '') return fault(field, 'Enter west, south, east and north in degrees, with commas between.');
    const read = boxOfText(text);
    return 'wrong' in read ? fault(field, `${text} ${read.wrong}`) : read;
  };
  const complete = (kind: FileKind, source: string = kind): Box | string => {
    const { complete: where, box: text } = declared(source);
    if (where === null) {
      const file = form.files.find(({ key }) => key === source)?.name;
      fault(`${source}-complete`, `${file === undefined ? '' : `${file}: `}${NO_COVERAGE[kind] ?? 'Say where it is complete.'}`);
      return THE_AREA;
    }
    if (where === 'box') return box(`${source}-box`, text) ?? THE_AREA;
    return where === 'area' ? THE_AREA : where === 'around' ? AROUND_THE_AREA : 'scotland';
  };
  const one = (kind: FileKind) => of(kind)[0]?.name ?? null;
  const dated = (kind: FileKind) => { const path = one(kind); return path === null ? null : { path, asOf: asOf(kind) }; };
  const source = (kind: FileKind) => { const path = one(kind); return path === null ? null : { path, edition: edition(kind) }; };
  const some = (kind: FileKind) => (of(kind).length === 0 ? null : { paths: paths(kind), edition: edition(kind) });
  const kindOf = ({ key, name, category }: BuildFile) => category ?? fault(`file-${key}-category`, `Choose the kind of place that ${name} holds.`);

  const area = areaOf(form, of('councils').length > 0, fault, box);
  const osm = of('osm').flatMap((file) => { const category = kindOf(file); return category === null ? [] : [{ category: category === 'every' ? null : category, path: file.name }]; });
  const lists = of('list').flatMap((file) => { const category = kindOf(file); return category === null || category === 'every' ? [] : [{ category, path: file.name }]; });
  const mapped = of('mapped').flatMap((file) => {
    const mapping = mappingOf(file, fault);
    const rest = { path: file.name, edition: edition('mapped', file.key), coverage: complete('mapped', file.key) };
    return mapping === null ? [] : [{ ...rest, mapping }];
  });
  const [listed, postcodes] = [declared('list'), of('postcodes')];
  if (of('care').length > 0 && postcodes.length === 0) fault('build-files', 'The register of care services has no coordinates, only postcodes. Add Code-Point Open or the ONS NSPL.');
  for (const { key, name, mapping } of of('mapped')) if (mapping.by === 'postcode' && postcodes.length === 0) fault(`file-${key}-by`, `${name} places by postcode alone. Add Code-Point Open or the ONS NSPL.`);
  if (of('basemap').length > 0 && of('basemapOsm').length > 0) fault('build-files', 'A pack has one background map: take the PMTiles file, or what it is to be drawn from.');
  if (!form.files.some(({ kind }) => kind !== null && FILE_KINDS[kind].staleMonths !== null)) fault('build-files', 'Add at least one file with places: schools, care services, a list or OpenStreetMap.');

  const stock = dated('stock');
  if (stock !== null && declared('stock').credit.trim() === '') fault('stock-credit', 'Say whose addresses they are: it is no open data, and stands in the pack’s credits.');

  const plan = {
    title: form.title.trim() || null, councils: dated('councils'), schools: source('schools'), care: source('care'), sports: some('sports'), greenspace: some('greenspace'),
    postcodes: postcodes.length > 1 ? { path: POSTCODE_FOLDER, asOf: asOf('postcodes') } : dated('postcodes'),
    osm: of('osm').length === 0 ? null : { files: osm, edition: edition('osm'), coverage: complete('osm') },
    lists: of('list').length === 0 ? null : { files: lists, editions: Object.fromEntries(lists.map(({ category }) => [category, edition('list')])), coverage: complete('list'), errorMetres: listed.errorMetres, credit: listed.credit.trim() || null },
    mapped, uprns: dated('uprns'), stock: stock && { ...stock, credit: declared('stock').credit.trim(), columns: {} },
    streets: of('streets').length === 0 ? null : { paths: paths('streets'), asOf: asOf('streets'), coverage: complete('streets') },
    places: of('places').length === 0 ? null : { paths: paths('places'), asOf: asOf('places') },
    ostn15: one('ostn15'),
    basemap: basemapOf(one('basemap'), paths('basemapOsm'), asOf, declared('basemap').credit.trim() || null),
  };
  if (area === null || faults.length > 0) return { faults: faults.filter(({ field, say }, i) => faults.findIndex((other) => other.field === field && other.say === say) === i) };
  return { plan: { ...plan, area }, files: chosenOf(form) };
}

type Fault = (field: string, say: string) => null;

function areaOf({ by, council, box: text }: BuildForm, hasCouncils: boolean, fault: Fault, box: (field: string, text: string) => Box | null): PackPlan['area'] | null {
  if (by === null) return fault('area-by', 'Say which area the pack is for: a council, or a box.');
  if (by === 'box') { const read = box('area-box', text); return read && { box: read }; }
  if (!hasCouncils) return fault('area-by', 'The outline of a council comes from a file of council areas. Add it under Files, or take a box.');
  return council === null ? fault('area-council', 'Choose the council.') : { council };
}

function basemapOf(path: string | null, osm: readonly string[], asOf: (source: string) => string | null, attribution: string | null): PackPlan['basemap'] {
  if (path !== null) return { path, asOf: asOf('basemap'), attribution };
  return osm.length === 0 ? null : { osm, asOf: asOf('basemapOsm') };
}

/** Every file under its name; several of postcodes in one folder, as they are downloaded. */
export function chosenOf({ files }: BuildForm): ChosenFiles {
  const postcodes = files.filter(({ kind }) => kind === 'postcodes');
  return Object.fromEntries([
    ...files.map(({ name, file }): [string, File] => [name, file]),
    ...(postcodes.length > 1 ? [[POSTCODE_FOLDER, Object.fromEntries(postcodes.map(({ name, file }): [string, File] => [name, file]))] as const] : []),
  ]);
}

/** The mapping of a file, or null once everything that it lacks has been told. */
export function mappingOf({ key, name, columns, unreadable, mapping }: BuildFile, fault: Fault): Mapping | null {
  const before = `file-${key}`;
  if (unreadable !== null) return fault(before, unreadable);
  if (columns === null) return fault(before, `${name}: its columns are still being read. Wait a moment.`);
  const { by, place, category } = mapping;
  const text = (field: keyof Pick<MappingForm, 'title' | 'publisher' | 'licence' | 'attribution'>, say: string) => (mapping[field].trim() === '' ? fault(`${before}-${field}`, `${name}: ${say}`) : mapping[field].trim());
  const needed = [
    text('title', 'give the list a title, as answers are to name it.'),
    category ?? fault(`${before}-category`, `${name}: choose the kind of place that it holds.`),
    mapping.columns.name ?? fault(`${before}-name`, `${name}: choose the column with the name of the place.`),
    by ?? fault(`${before}-by`, `${name}: say what places its rows.`),
    ...(by === null ? [] : PLACED_BY[by].map((column) => place[column] ?? fault(`${before}-${column}`, `${name}: choose the column.`))),
    text('publisher', 'say whose data it is.'), text('licence', 'say under which licence it may be used.'), text('attribution', 'give the words of its credit.'),
  ];
  if (needed.includes(null) || by === null) return null;
  const position = { by, ...Object.fromEntries(PLACED_BY[by].map((column) => [column, place[column]])) };
  const { title, columns: { name: called, detail, address, id }, errorMetres, publisher, licence, attribution } = mapping;
  try {
    return parseMapping(name, { format: 'steading-mapping', formatVersion: 1, title, category, columns: { name: called, detail, address, id }, position, errorMetres, publisher, licence, attribution });
  } catch (error) {
    if (error instanceof SourceError) return fault(before, error.message);
    throw error;
  }
}
