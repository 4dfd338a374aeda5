import { LIMITS } from './standard/limits';
import type { Protocol } from './protocolTypes';
import type { Clause, Limit, LimitId } from './types';

/**
 * A limit as the office applies it: the shortest of its protocol, with the office's own clause, where that is shorter than the national one.
 * A person's own duty stands in an Act: no office sets it.
 */
export function limitOf(id: LimitId, protocol: Protocol | null): Limit {
  const national = LIMITS[id];
  if (protocol === null || id === 'ownNotification') return national;
  const [shortest] = protocol.limits.filter(({ limit, days }) => limit === id && days < national.value).toSorted((a, b) => a.days - b.days);
  if (shortest === undefined) return national;
  const local: Clause = { document: protocol.name, clause: `version ${protocol.version}`, status: 'local', says: shortest.reason };
  return { ...national, value: shortest.days, clauses: [...national.clauses, local] };
}
