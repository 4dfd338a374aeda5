import { SECTIONS, STANDARD, STANDARD_VERSION } from './standard';
import { BANK_HOLIDAYS } from './standard/bankHolidays';
import { CLAUSE_STATUSES, DOCUMENTS } from './standard/documents';
import { LEAD_CLAUSES } from './standard/leadAgency';
import { LIMITS } from './standard/limits';
import type { NationalIds } from './protocol/schema';
import type { StandardText } from './standardText';
import type { Protocol } from './protocolTypes';
import type { LimitId } from './types';

const limitIds = Object.keys(LIMITS) as LimitId[];

/** Everything that this Steading answers under, with the office's local protocol: plain data, kept whole by each record. */
export function currentStandard(protocol: Protocol | null): StandardText {
  return {
    format: 'steading-standard', formatVersion: 1, version: STANDARD_VERSION,
    documents: DOCUMENTS, statuses: CLAUSE_STATUSES, sections: SECTIONS, limits: limitIds.map((id) => LIMITS[id]), lead: LEAD_CLAUSES,
    bankHolidays: BANK_HOLIDAYS, protocol,
  };
}

/** What a local protocol may not touch. */
export const NATIONAL: NationalIds = {
  criteria: STANDARD.map(({ id }) => id),
  limits: Object.fromEntries(limitIds.map((id) => [id, LIMITS[id].value])) as Record<LimitId, number>,
};
