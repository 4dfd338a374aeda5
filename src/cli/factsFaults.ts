import { NATIONAL, parseProtocol } from '@/rules';
import { isJsonObject } from '@/terms';
import * as v from 'valibot';
import { day } from './factsFields';
import { factsSchema } from './factsSchema';
import { nearestOf, strangers } from './factsStrangers';

/** `path`: clock.notification.on; empty: the whole file. `say`: what is wrong and what to do. */
export interface FactsFault {
  readonly path: string;
  readonly say: string;
}
type Held = Readonly<Record<string, unknown>>;

const LONGEST_KEY = 60;

/** A key that no plain word can be is quoted, and cut where it is long. */
function keyInWords(key: string | number): string {
  const word = String(key);
  if (/^[\w-]{1,60}$/u.test(word)) return word;
  return JSON.stringify(word.length > LONGEST_KEY ? `${word.slice(0, LONGEST_KEY)}…` : word);
}
const pathOf = (...keys: readonly (string | number)[]) => keys.map(keyInWords).join('.');

const meant = (nearest: string | null, known: readonly string[]) => (nearest === null ? `There are: ${known.join(', ')}.` : `Did you mean ${nearest}?`);

/** Valibot tells the first unknown key of an object only: `strangers` tells all. */
function ofShape(file: unknown): FactsFault[] {
  const { issues = [] } = v.safeParse(factsSchema, file, { abortPipeEarly: true });
  return issues.filter(({ type, expected }) => !(type === 'strict_object' && expected === 'never'))
    .map(({ path, message }) => ({ path: pathOf(...(path ?? []).map(({ key }) => key as string | number)), say: message }));
}

function ofStrangers(file: Held): FactsFault[] {
  return strangers(factsSchema, file).map(({ keys, nearest, known }) => ({ path: pathOf(...keys), say: `There is no such entry here. ${meant(nearest, known)}` }));
}

/** Whatever else stands there has a fault of its own. */
const isDay = (value: unknown): value is string => v.is(day, value);

function ofOrder(file: Held, today: string): FactsFault[] {
  const asOf = file['asOf'] ?? today;
  if (!isDay(asOf)) return [];
  return ['lastEra', 'lastReview'].filter((key) => { const on = file[key]; return isDay(on) && on > asOf; }).map((path) => ({ path, say: `Write a day that is not after ${asOf}, for which the question is asked (asOf).` }));
}

/** A year with the days of another would be counted as one without holidays. */
function ofYears({ calendar }: Held): FactsFault[] {
  const years = isJsonObject(calendar) && Array.isArray(calendar['nationalYears']) ? (calendar['nationalYears'] as unknown[]) : [];
  return years.flatMap((held, i) => {
    if (!isJsonObject(held) || typeof held['year'] !== 'number' || !Array.isArray(held['days'])) return [];
    const { year, days } = held as { readonly year: number; readonly days: readonly unknown[] };
    return days.flatMap((each, j) => {
      const on = isJsonObject(each) ? each['on'] : null;
      return !isDay(on) || on.startsWith(`${String(year)}-`) ? [] : [{ path: pathOf('calendar', 'nationalYears', i, 'days', j, 'on'), say: `Write a day of ${String(year)}: this one lies in another year.` }];
    });
  });
}

/** Whoever answers a question that nobody asks has another protocol in mind. */
function ofProtocol({ protocol, local }: Held): FactsFault[] {
  const parsed = isJsonObject(protocol) ? parseProtocol(protocol, NATIONAL) : null;
  if (parsed?.is === 'refused') return parsed.faults.map(({ path, say }) => ({ path: path === '' ? 'protocol' : `protocol.${path}`, say }));
  if (!isJsonObject(local)) return [];
  const ids = parsed === null ? [] : [...parsed.protocol.groups, ...parsed.protocol.triggers].map(({ id }) => id);
  return Object.keys(local).filter((id) => !ids.includes(id)).map((id) => ({
    path: pathOf('local', id),
    say: ids.length === 0 ? 'No protocol asks this question: take it out, or give the protocol that asks it.' : `The protocol has no such question. ${meant(nearestOf(id, ids), ids)}`,
  }));
}

/** Every fault of what a file holds; none: it is a `FactsFile`. `today`: ISO date. Never throws on what JSON can hold. */
export function factsFaults(file: unknown, today: string): readonly FactsFault[] {
  const shape = ofShape(file);
  return isJsonObject(file) ? [...shape, ...ofStrangers(file), ...ofOrder(file, today), ...ofYears(file), ...ofProtocol(file)] : shape;
}
