import { type BuildFile, FILE_KINDS, type FileKind } from '@/stores';
import { CATEGORIES, CATEGORY_IDS, type CategoryId, dayInWords, isDay } from '@/terms';

/** What a file can be taken for, as a list to choose from. */
export const KIND_LABELS = Object.fromEntries(Object.entries(FILE_KINDS).map(([kind, { label }]) => [kind, label])) as Readonly<Record<FileKind, string>>;

const MAPPED = CATEGORY_IDS.filter((id) => CATEGORIES[id].found === 'mapped');
/** A file of OpenStreetMap may also be of every kind. */
type Kinds = Readonly<Partial<Record<CategoryId | 'every', string>>>;
export const CATEGORY_LABELS: Readonly<Partial<Record<CategoryId, string>>> = Object.fromEntries(MAPPED.map((id) => [id, CATEGORIES[id].plural]));
export const OSM_LABELS: Kinds = { every: 'Every kind: all of the map, told by its tags', ...CATEGORY_LABELS };

export const COMPLETE_LABELS = { area: 'In the area of the pack, up to its border', around: 'In the area and 5 km around it', scotland: 'In all of Scotland', box: 'In a box' } as const;

/** Why it is asked, by source. */
export const COMPLETE_HINTS: Readonly<Partial<Record<FileKind, string>>> = {
  osm: 'Where OpenStreetMap was searched. It cannot be told from the places found: an empty street and a street outside the extract look the same.',
  list: 'Where these lists are complete. Many councils send no list to the Spatial Hub; a council without one and a council without such places look the same.',
  mapped: 'Where this list is complete. A part that it leaves out and a part without such places look the same.',
  streets: 'Where it holds every street and path. Where it ends, a walk may seem longer than it is, or impossible; Steading says so only if it knows where that is.',
};

/** What leaving the day empty does. */
export function dateHint(kind: FileKind): string {
  const own = kind === 'postcodes' ? ' (Code-Point Open carries its own)' : kind === 'osm' ? ' (a saved Overpass answer carries its own)' : '';
  const several = FILE_KINDS[kind].many && kind !== 'mapped' ? 'Of several files, the oldest. ' : '';
  return `${several}Left empty${own}, ${FILE_KINDS[kind].staleMonths === null ? 'its date is shown as not given.' : '‘none found’ is never said from it.'}`;
}

export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en-GB')} kB` : `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
}

/** What was made of a file, in words. */
export function foundWords({ found, kind }: BuildFile): string {
  if (found === null) return 'Being looked at…';
  if (found.is === 'none') return kind === null ? found.say : 'As you have said: what is in it was not recognised.';
  if (kind !== found.is) return `By what is in it, it seems to be: ${KIND_LABELS[found.is]}.`;
  return kind === 'mapped' ? 'A table that no reader knows: say below what its columns are.' : 'Recognised by what is in it.';
}

/** A warning of the build as a sentence, without the ids that the command line knows categories by. */
export function warningWords(say: string): string {
  const bare = say.replace(/ \(([A-Za-z]+)\)/gu, (whole, id: string) => (CATEGORY_IDS.some((known) => known === id) ? '' : whole));
  return sentence(bare);
}

/** With a capital, and days as they are said. */
export function sentence(say: string): string {
  const bare = say.replace(/\d{4}-\d\d-\d\d/gu, (day) => (isDay(day) ? dayInWords(day) : day));
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
