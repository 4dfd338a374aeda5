import * as v from 'valibot';
import type { Visit } from '../types';

/** As it lies in the sealed row about the vault (docs/adr/0023). */
export const visitSchema = v.object({
  visitId: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u)),
  side: v.picklist(['lent', 'visiting', 'returned']),
  takenAt: v.string(),
  backBy: v.string(),
  note: v.optional(v.string()),
});

/** The log's words for the steps of a visit. Each entry's detail holds the visit's id, by which a later file is judged. */
export const ACTS = {
  taken: 'taken on a visit', takenAgain: 'file for the visit made again', returned: 'return file of a visit made', returnedAgain: 'return file of a visit made again',
  back: 'brought back from a visit', ended: 'visit given up', placed: 'taken on a visit again, on this device',
} as const;

/** The other device writes, or the work is on its way back: nothing of this copy is read or saved. */
export function isClosed(visit: Visit | undefined): boolean {
  return visit !== undefined && visit.side !== 'visiting';
}
