import { CHANGE_ANSWERS, type ChangesAnswered, type SiteChange, type StatusChange, type SurroundingsChange, type ToldSite, UNTOLD } from '@/record';
import { categoryOf, momentInWords, UNKNOWN_REASONS } from '@/terms';
import { asOfPhrase, dayPhrase } from './dates';
import type { Block } from './document';
import { directionPhrase, metresPhrase, packPhrase, publisherPhrase } from './phrases';
import { given } from './words';

const KINDS = {
  status: 'What can be said', added: 'Added', gone: 'Gone', moved: 'Moved', entered: 'Now within', left: 'No longer within', recategorised: 'Another category',
} as const satisfies Record<SurroundingsChange['kind'], string>;

const STATUSES = {
  notSearched: 'Not searched', partlySearched: 'Nothing found in what was searched, which is only part of it', uncertain: 'Uncertain', found: 'Found', noneFound: 'None found in what was searched',
} as const satisfies Record<StatusChange['now']['status'], string>;

const RELATIONS = { inside: 'within the distance looked at', uncertain: 'uncertain whether within it', outside: 'outside it' } as const satisfies Record<ToldSite['relation'], string>;

/** One change in words: then beside now, as facts. In the order of the categories, then nearest first: an order of reading, not of concern. */
export interface ChangeRow {
  readonly what: string;
  readonly place: string;
  readonly then: string;
  readonly now: string;
}

function toldPhrase(site: ToldSite): string {
  const where = site.distanceMetres === 0 ? 'At the point of the address' : `${metresPhrase(site.distanceMetres)} ${directionPhrase(site).toLowerCase()}`;
  return `${where}, ${RELATIONS[site.relation]}. ${site.source}, ${asOfPhrase(site.asOf)}.`;
}

function siteChange({ kind, then, now, movedMetres, searchedThen }: SiteChange): Omit<ChangeRow, 'what'> {
  const [name, category] = [(now ?? then)?.name ?? '', (now ?? then)?.category];
  const moved = movedMetres !== null && movedMetres > 0 ? ` Its position or outline differs by ${metresPhrase(movedMetres)}.` : '';
  const renamed = then !== null && now !== null && then.name !== now.name ? ` (then: ${then.name})` : '';
  const recategorised = kind === 'recategorised' && then !== null ? ` (then: ${categoryOf(then.category).label})` : '';
  return {
    place: `${category === undefined ? '' : `${categoryOf(category).label}${recategorised}: `}${name.trim() || 'No name in the source'}${renamed}`,
    then: then === null ? `Not on the list.${searchedThen ? '' : ' Not all of the distance was searched then: it may have been there.'}` : toldPhrase(then),
    now: now === null ? 'Every source that listed it covers the place, and has it no more.' : `${toldPhrase(now)}${moved}`,
  };
}

function statusWords({ status, because }: StatusChange['now']): string {
  return `${STATUSES[status]}.${because === null ? '' : ` ${UNKNOWN_REASONS[because]}`}`;
}

function statusChange({ category, then, now, untold }: StatusChange): Omit<ChangeRow, 'what'> {
  const hidden = untold.map(({ name, why }) => `${name.trim() || 'A place without a name'} (${UNTOLD[why]})`);
  return {
    place: categoryOf(category).plural,
    then: statusWords(then),
    now: [statusWords(now), hidden.length === 0 ? '' : `Nothing can be said of ${hidden.join('; ')}. That is not the same as gone.`].filter(Boolean).join(' '),
  };
}

export function changeRow(change: SurroundingsChange): ChangeRow {
  return { what: KINDS[change.kind], ...(change.kind === 'status' ? statusChange(change) : siteChange(change)) };
}

/** 'Added: School: New Primary. Now: 120 m north …': a line for notes and lists. */
export function changeLine(change: SurroundingsChange): string {
  const { what, place, then, now } = changeRow(change);
  return `${what}: ${place}. Then: ${then} Now: ${now}`;
}

/** '2 added, 1 gone; something else can be said of 1 category'. */
export function changeCountsPhrase(changes: readonly SurroundingsChange[]): string {
  const words = { added: 'added', gone: 'gone', moved: 'moved', entered: 'now within', left: 'no longer within', recategorised: 'of another category' } as const satisfies Record<SiteChange['kind'], string>;
  const count = (kind: SurroundingsChange['kind']) => changes.filter((one) => one.kind === kind).length;
  const places = (Object.keys(words) as (keyof typeof words)[]).flatMap((kind) => (count(kind) === 0 ? [] : [`${String(count(kind))} ${words[kind]}`])).join(', ');
  const statuses = count('status');
  const said = statuses === 0 ? '' : `something else can be said of ${statuses === 1 ? '1 category' : `${String(statuses)} categories`}`;
  return [places, said].filter(Boolean).join('; ');
}

/** When, by whom, by which pack, and what was done with it. */
export function answeredPhrase({ answer, at, by, packId, packTitle, signature, asOn, reason, review }: ChangesAnswered): string {
  const done = review === null ? `${CHANGE_ANSWERS[answer]}: ${given(reason)}` : `${CHANGE_ANSWERS[answer]}: ${review.reference}`;
  return `${done}${/[.?!]$/u.test(done) ? '' : '.'} Answered ${momentInWords(at)} by ${by}. Told by ${packPhrase(packTitle, packId)}, judged for age on ${dayPhrase(asOn)}. ${publisherPhrase(signature, false)}.`;
}

/** For the print: each proposal that was answered, with its changes. */
export function changesAnsweredBlocks(answered: readonly ChangesAnswered[]): Block[] {
  return answered.flatMap((one): Block[] => [
    { kind: 'note', text: answeredPhrase(one) },
    { kind: 'table', caption: 'What a newer area pack told otherwise', columns: ['What', 'Category or place', 'As read for this record', 'In the newer pack'], rows: one.changes.map(changeRow).map(({ what, place, then, now }) => [what, place, then, now]) },
  ]);
}
