import type { Layer } from '../pack/header';

type Dates = Pick<Layer, 'id' | 'categories' | 'asOf' | 'staleAfter'>;

/** By the option that a source is given with; the ids of its layers begin with it. */
const SOURCES = {
  schools: 'the school locations', care: 'the register of care services', osm: 'OpenStreetMap', sports: 'the sports facilities', greenspace: 'OS Open Greenspace', layer: 'a list of places', list: 'a list of places', uprns: 'the UPRNs', stock: 'the landlord’s addresses', postcodes: 'the postcodes', councils: 'the council areas', streets: 'the streets', places: 'the names of places', basemap: 'the background map',
} as const;
const SITELESS = new Set<string>(['postcodes', 'councils', 'basemap', 'uprns', 'stock', 'streets', 'places']);

/** 'as of 2026-01-31, taken as current until 2027-07-31'; layers without categories answer for nothing, so nothing is taken as current. */
export function datesInWords({ categories, asOf, staleAfter }: Omit<Dates, 'id'>): string {
  const dated = asOf === null ? 'date not given' : `as of ${asOf}`;
  if (categories.length === 0) return dated;
  return `${dated}, ${staleAfter === null ? 'taken as past its date' : `taken as current until ${staleAfter}`}`;
}

/** For each source without a date: what that does to the answers. `dateOf`: the command line's name for what would give it. */
export function undatedNotes(layers: readonly Dates[]): { readonly say: string; readonly dateOf: string }[] {
  return Object.entries(SOURCES).flatMap(([option, source]) => {
    const undated = layers.find(({ id, asOf }) => asOf === null && id.split('-')[0] === option);
    if (!undated) return [];
    const effect = SITELESS.has(option) ? 'The screen of the area pack will show its date as not given.'
      : undated.staleAfter === null ? "'None found' will never be said from this source, as its age is not known." : `It is taken as current until ${undated.staleAfter}, as was declared.`;
    return [{ say: `no date was given for ${source}. ${effect}`, dateOf: option }];
  });
}
