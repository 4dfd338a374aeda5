import { isEmptyReconciliation, reconcile, type Reconciliation, type StandardText } from '@/rules';
import { isJsonObject } from '@/terms';
import { isAnswer } from './agencies';
import { changesBetween, type FieldChange, step } from './changes';
import { numberedSites } from './sites';
import type { Reply } from './schema/agencies';
import type { Assessment } from './schema/assessment';

/** Parts that two records of one address can be compared by, beside what agencies answered. What each year asks anew of its own day (clocks, visits, both decisions) is read in each record. */
const COMPARED = ['addressKind', 'placement', 'property', 'children', 'judgements', 'exceptions', 'addedSites', 'checks', 'formulation'] as const satisfies readonly (keyof Assessment)[];
/** One row each, whatever is told otherwise of it. */
const THINGS = ['judgements', 'exceptions', 'addedSites', 'checks', 'formulation.dealings', 'agencies.contacts', 'agencies.databases'] as const;

/** One thing that is told otherwise. `path`: below the assessment. `name`: of the site, the place or the finding that it is about; '': the path says it. */
export interface ToldOtherwise {
  readonly path: string;
  readonly name: string;
  readonly fields: readonly FieldChange[];
}

/** The standard and the local protocol of then beside those of now. 'unknown': the record before kept none; 'sameAsked': another text, which asks the same. */
export type StandardSince = { readonly is: 'same' | 'sameAsked' | 'unknown' } | { readonly is: 'changed'; readonly found: Reconciliation };

export interface Since {
  /** What nobody has answered yet in the later one is not told otherwise. */
  readonly told: readonly ToldOtherwise[];
  /** Names of sites on one list alone; null: one of the two has not looked. */
  readonly sites: { readonly added: readonly string[]; readonly gone: readonly string[] } | null;
  readonly standard: StandardSince;
}

/** What a record is answered under: the text, and its address by content. */
export interface AppliedStandard { readonly standardId: string; readonly standard: StandardText }

const isOpen = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What agencies answered, where the later record has an answer: that somebody is waited for is nothing told otherwise. */
function answered({ agencies }: Assessment, now: Assessment) {
  const rows = (of: 'contacts' | 'databases') => {
    const mine: Readonly<Record<string, Reply>> = agencies?.[of] ?? {};
    return Object.fromEntries(Object.entries(now.agencies?.[of] ?? {}).filter(([, { reply }]) => isAnswer(reply)).map(([id]) => [id, { reply: mine[id]?.reply ?? null, what: mine[id]?.what ?? '' }]));
  };
  return { contacts: rows('contacts'), databases: rows('databases') };
}

const partsOf = (assessment: Assessment, now: Assessment) => ({ ...Object.fromEntries(COMPARED.map((part) => [part, assessment[part] ?? null])), agencies: answered(assessment, now) });

/** Down to what was answered: a part that one of the two does not have is told by its answers. */
function leaves({ path, from, to }: FieldChange): readonly FieldChange[] {
  if (!isJsonObject(from) && !isJsonObject(to)) return [{ path, from, to }];
  const [before, after] = [isJsonObject(from) ? from : {}, isJsonObject(to) ? to : {}];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => (Object.is(before[key], after[key]) ? [] : leaves({ path: `${path}.${step(key)}`, from: before[key] ?? null, to: after[key] ?? null })));
}

/** Kept words of findings, sources and days, the profile that was used: each record has its own, and they tell nothing otherwise. A place that came or went is named beside (`name`). */
const isOfItsDay = (path: string): boolean => /(?:\.(?:read|addedId|source|knownOn|dueOn)|\bfromProfile\b.*)$/u.test(path);

function thingOf(path: string): string {
  const group = THINGS.find((one) => path.startsWith(`${one}.`));
  return group === undefined ? path : `${group}.${path.slice(group.length + 1).split('.')[0] ?? ''}`;
}

/** Of both: a place that was taken off the list is named by the record before. */
function namesOf(assessments: readonly Assessment[]): ReadonlyMap<string, string> {
  return new Map(assessments.flatMap((one) => [
    ...numberedSites(one).flatMap(({ key, name }) => [[`exceptions.${step(key)}`, name], [`addedSites.${step(key)}`, name]] as const),
    ...Object.entries(one.formulation?.dealings ?? {}).map(([key, { read }]) => [`formulation.dealings.${step(key)}`, read] as const),
  ]));
}

function toldBetween(before: Assessment, now: Assessment): readonly ToldOtherwise[] {
  /** Taken over whole: what is missing now was taken away by somebody. */
  const isTakenOff = (path: string) => now.carried?.parts.sites !== undefined && path.startsWith('addedSites.');
  const fields = changesBetween(partsOf(before, now), partsOf(now, now)).flatMap(leaves)
    .filter(({ path, from, to }) => (!isOpen(to) || (isTakenOff(path) && !isOpen(from))) && !isOfItsDay(path) && !(path.endsWith('.name') && (from === null || to === null)));
  const names = namesOf([before, now]);
  return [...new Set(fields.map(({ path }) => thingOf(path)))].map((path) => ({ path, name: names.get(path) ?? '', fields: fields.filter((field) => thingOf(field.path) === path) }));
}

function standardSince(then: Assessment['asked'], now: AppliedStandard | null): StandardSince {
  if (then === null || now === null) return { is: 'unknown' };
  if (then.standardId === now.standardId) return { is: 'same' };
  const found = reconcile(then.standard, now.standard);
  return isEmptyReconciliation(found) ? { is: 'sameAsked' } : { is: 'changed', found };
}

function sitesOf(assessment: Assessment): ReadonlyMap<string, string> {
  return new Map(numberedSites(assessment).flatMap(({ key, name, nearby }) => (nearby === null ? [] : [[key, name.trim() || 'A place without a name']])));
}

/** What a review tells otherwise than the record that it begins from. `applied`: what the review is answered under; null: not known. */
export function sinceBefore(before: Assessment, now: Assessment, applied: AppliedStandard | null): Since {
  const [then, today] = [sitesOf(before), sitesOf(now)];
  const only = (of: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) => [...of].filter(([key]) => !other.has(key)).map(([, name]) => name);
  return {
    told: toldBetween(before, now),
    sites: before.surroundings === null || now.surroundings === null ? null : { added: only(today, then), gone: only(then, today) },
    standard: standardSince(before.asked, applied),
  };
}
