import { isDay, isJsonObject } from '@/terms';
import type { LimitId } from '../types';
import type { NationalIds, ProtocolFault } from './schema';

/** More local holidays would stretch the limits, which count working days. */
export const MOST_HOLIDAYS_A_YEAR = 10;

interface Cell {
  readonly path: string;
  readonly value: unknown;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Whatever the file holds: entries that are no objects have empty cells, and faults of their own. */
function cells(protocol: unknown, list: string, key: string): readonly Cell[] {
  const rows = isJsonObject(protocol) ? protocol[list] : null;
  return Array.isArray(rows) ? rows.map((row: unknown, index) => ({ path: `${list}.${index}.${key}`, value: isJsonObject(row) ? row[key] : undefined, row: isJsonObject(row) ? row : {} })) : [];
}

function twice(all: readonly Cell[], say: string): readonly ProtocolFault[] {
  const seen = new Set<unknown>();
  return all.flatMap(({ path, value }) => {
    if (seen.has(value)) return [{ path, say }];
    if (value !== undefined) seen.add(value);
    return [];
  });
}

function tooManyHolidays(all: readonly Cell[]): readonly ProtocolFault[] {
  const inYear = new Map<string, number>();
  return all.flatMap(({ path, value }) => {
    if (!isDay(value)) return [];
    const year = value.slice(0, 4);
    const count = (inYear.get(year) ?? 0) + 1;
    inYear.set(year, count);
    return count > MOST_HOLIDAYS_A_YEAR ? [{ path, say: `Keep at most ${MOST_HOLIDAYS_A_YEAR} local holidays in ${year}: more would stretch the limits.` }] : [];
  });
}

function weaker(all: readonly Cell[], limits: NationalIds['limits']): readonly ProtocolFault[] {
  return all.flatMap(({ path, value, row: { limit } }) => {
    if (limit === 'ownNotification' || typeof limit !== 'string' || !Object.hasOwn(limits, limit)) return [];
    const national = limits[limit as LimitId];
    return Number.isInteger(value) && Number(value) >= national
      ? [{ path, say: `Enter fewer than ${national} days: the national limit is ${national}, and an equal or longer one would weaken it.` }] : [];
  });
}

/** The faults that show only when entries are seen side by side, or beside the national limits. */
export function faultsBetween(protocol: unknown, { limits }: NationalIds): readonly ProtocolFault[] {
  const idTwice = 'Use another id: this protocol has it already.';
  return [
    ...twice([...cells(protocol, 'groups', 'id'), ...cells(protocol, 'triggers', 'id')], idTwice),
    ...twice([...cells(protocol, 'checks', 'id'), ...cells(protocol, 'categories', 'id')], idTwice),
    ...twice(cells(protocol, 'prompts', 'category'), 'Keep one distance for each category: this one has one already.'),
    ...twice(cells(protocol, 'limits', 'limit'), 'Keep one entry for each limit: this one has one already.'),
    ...weaker(cells(protocol, 'limits', 'days'), limits),
    ...twice(cells(protocol, 'holidays', 'on'), 'Take out this entry: the day is a holiday already.'),
    ...tooManyHolidays(cells(protocol, 'holidays', 'on')),
  ];
}
