import { type CategoryDiff, type PackDiff, type SiteDiff, UNTOLD } from '@/geo';
import { categoryOf } from '@/terms';

/** Rows of one kind that are named; --json has them all. */
const MOST_ROWS = 40;

type Told = SiteDiff['then'];
type Row = readonly [key: string, words: string];

const siteWords = ({ siteId, name, category }: Told) => `${categoryOf(category).label}: ${name} [${siteId}]`;
const plural = (count: number) => (count === 1 ? '1 site' : `${String(count)} sites`);

function part(count: number, what: string, rows: readonly string[]): string[] {
  if (count === 0) return [];
  const more = rows.length > MOST_ROWS ? [`  and ${String(rows.length - MOST_ROWS)} more: --json lists all`] : [];
  return [`${plural(count)} ${what}`, ...rows.slice(0, MOST_ROWS).map((row) => `  ${row}`), ...more];
}

/** One row for each reason first, so that a source that went missing shows as what it is. */
const untold = (sites: PackDiff['noLongerTold'], words: (why: keyof typeof UNTOLD) => string): string[] => {
  const counts = new Map<string, number>();
  for (const { why, layerId } of sites) counts.set(`${layerId}: ${words(why)}`, (counts.get(`${layerId}: ${words(why)}`) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${String(count)} of ${reason}`);
};

const COLUMNS: readonly Row[] = [['searched', 'searched'], ['layers', 'sources'], ['coverage', 'covered area'], ['asOf', 'date'], ['staleAfter', 'current until']];

function categoryRow({ category, changed, then, now }: CategoryDiff): string {
  const values = (one: CategoryDiff['then']): Readonly<Record<string, string>> => ({
    searched: one.searched ? 'yes' : 'NO', layers: one.layerIds.join(', ') || 'none', coverage: one.coverageKm2.map((km2) => `${String(km2)} km²`).join(', ') || 'none',
    asOf: one.asOf ?? 'not known', staleAfter: one.staleAfter ?? 'not known',
  });
  const [was, is] = [values(then), values(now)];
  const told = COLUMNS.filter(([key]) => changed.some((one) => one === key)).map(([key, words]) => `${words}: ${was[key] ?? ''} → ${is[key] ?? ''}${was[key] === is[key] ? ' (drawn otherwise)' : ''}`);
  return `${categoryOf(category).plural}: ${told.join('; ')}; sites: ${String(then.sites)} → ${String(now.sites)}`;
}

/** The account for a data officer: what to look at before the newer pack is handed on. */
export function diffReport(diff: PackDiff): string[] {
  const { then, now, added, newlyTold, gone, noLongerTold, moved, recategorised, renamed, otherId, merged, apart, categories, unchanged } = diff;
  const name = ({ title, builtAt, sites, packId, training }: PackDiff['then']) => `${title}${training ? ' (training)' : ''}, built ${builtAt}, ${plural(sites)}, ${packId.slice(0, 12)}`;
  const differs = [added, newlyTold, gone, noLongerTold, moved, recategorised, renamed, otherId, merged, apart, categories].some((list) => list.length > 0);
  return [
    `Old: ${name(then)}`,
    `New: ${name(now)}`,
    ...(then.training === now.training ? [] : ['One of the two is the fictional training area: they are not editions of one another.']),
    ...(differs ? [] : ['No site and no category differs.']),
    ...part(added.length, 'added', added.map(siteWords)),
    ...part(newlyTold.length, 'told for the first time, in places or by sources that the old pack did not search: not known to be new', untold(newlyTold, (why) => (why === 'sourceGone' ? 'the old pack lacks this source, or it did not answer for the category' : 'the source did not cover the place in the old pack'))),
    ...part(gone.length, 'gone: their sources cover the place and have them no more', gone.map(siteWords)),
    ...part(noLongerTold.length, 'no longer told, which is not gone: look at the sources of the new pack', untold(noLongerTold, (why) => UNTOLD[why])),
    ...part(moved.length, `moved or redrawn by more than ${String(diff.movedOverMetres)} m`, moved.map((one) => `${siteWords(one.now)}: ${String(Math.round(one.metres))} m`)),
    ...part(recategorised.length, 'of another category', recategorised.map((one) => `${siteWords(one.then)} → ${categoryOf(one.now.category).label}`)),
    ...part(renamed.length, 'renamed', renamed.map((one) => `${siteWords(one.then)} → ${one.now.name}`)),
    ...part(otherId.length, 'under another id, known again by name or place', otherId.map((one) => `${siteWords(one.then)} → [${one.now.siteId}]`)),
    ...part(merged.length, 'now a listing of one site with others', merged.map((one) => `${siteWords(one.then)} in [${one.now.siteId}]`)),
    ...part(apart.length, 'a site of its own again', apart.map((one) => `${siteWords(one.now)}, was in [${one.then.siteId}]`)),
    ...(categories.length === 0 ? [] : ['Categories whose sources, coverage or dates changed:', ...categories.map((one) => `  ${categoryRow(one)}`)]),
    `${plural(unchanged)} the same in both.`,
  ];
}
