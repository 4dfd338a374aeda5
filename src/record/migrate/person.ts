import { BEHAVIOURS, type JsonObject, type OrderId, ORDERS } from '@/terms';
import { noAnswers } from '../schema/fields';

/** Shape 1 asked one question; shape 2 asks about supervision and about each order. Other values are left to the guard. */
const SUPERVISION_1: Readonly<Record<string, { readonly supervision: 'yes' | 'no'; readonly order: OrderId | null }>> = {
  none: { supervision: 'no', order: null },
  licence: { supervision: 'yes', order: 'licence' },
  orderWithSupervision: { supervision: 'yes', order: 'cpoWithSupervision' },
  orderWithoutSupervision: { supervision: 'no', order: 'cpoWithoutSupervision' },
};

/** Shape 1 to 2. A restricted patient is told by category 2 alone, and by no answer about supervision; another category that was answered stays. */
export function personFrom1(person: JsonObject): JsonObject {
  const { supervision, category } = person;
  const next = { ...person, schema: 2, orders: noAnswers(ORDERS), behaviours: noAnswers(BEHAVIOURS) };
  if (supervision === 'restrictedPatient') return { ...next, category: category ?? 'category2', supervision: null };
  const known = typeof supervision === 'string' && Object.hasOwn(SUPERVISION_1, supervision) ? SUPERVISION_1[supervision] : undefined;
  if (known === undefined) return next;
  return { ...next, supervision: known.supervision, orders: known.order === null ? next.orders : { ...next.orders, [known.order]: 'yes' } };
}
