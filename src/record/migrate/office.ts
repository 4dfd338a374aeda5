import { type JsonObject } from '@/terms';
import { emptyOffice } from '../schema/office';

/** Shape 1 to 2: no retention table, no holidays of its own, no protocol. */
export function officeFrom1(office: JsonObject): JsonObject {
  const { retentionRules, calendar, protocol } = structuredClone(emptyOffice);
  return { ...office, schema: 2, retentionRules, calendar, protocol };
}
