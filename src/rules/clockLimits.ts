import { LIMITS } from './standard/limits';
import type { Clause, Limit, LimitId, Protocol } from './types';

/**
 * A limit as the office applies it: the shortest of its protocol, with the office's own clause, where that is shorter than the national one.
 * A person's own duty stands in an Act: no office sets it.
 */
export function limitOf(id: LimitId, protocol: Protocol | null): Limit {
  const national = LIMITS[id];
  const [shortest] = (protocol?.limits ?? []).filter(({ limit, days }) => limit === id && days < national.value).sort((a, b) => a.days - b.days);
  if (protocol === null || shortest === undefined || id === 'ownNotification') return national;
  const local: Clause = { document: protocol.name, clause: `version ${protocol.version}`, status: 'local', says: shortest.reason };
  return { ...national, value: shortest.days, clauses: [...national.clauses, local] };
}
