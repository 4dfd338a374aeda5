import { leadContradiction, leadOf } from '@/rules/lead';
import { LEAD_CLAUSES } from '@/rules/standard/leadAgency';
import { MAPPA_CATEGORIES, type MappaCategory, ORDERS, type YesNoUnknown } from '@/terms';
import { describe, expect, it } from 'vitest';
import { factsWith } from '../cases/conduct';

type Told = YesNoUnknown | null;
const TOLD: readonly Told[] = ['yes', 'no', 'unknown', null];

/** Whether a licence or an order with supervision is in force: by the licence, then by the order. */
const BY_ORDER: readonly (readonly [Told, Told, 'yes' | 'no' | 'open'])[] = [
  ['yes', 'yes', 'yes'], ['yes', 'no', 'yes'], ['yes', 'unknown', 'yes'], ['yes', null, 'yes'],
  ['no', 'yes', 'yes'], ['no', 'no', 'no'], ['no', 'unknown', 'open'], ['no', null, 'open'],
  ['unknown', 'yes', 'yes'], ['unknown', 'no', 'open'], ['unknown', 'unknown', 'open'], ['unknown', null, 'open'],
  [null, 'yes', 'yes'], [null, 'no', 'open'], [null, 'unknown', 'open'], [null, null, 'open'],
];

const LEADS = {
  yes: { yes: 'justiceSocialWork', open: 'justiceSocialWork', no: 'contradiction' },
  no: { yes: 'contradiction', open: 'police', no: 'police' },
  unknown: { yes: 'justiceSocialWork', open: 'notKnown', no: 'police' },
  null: { yes: 'justiceSocialWork', open: 'notKnown', no: 'police' },
} as const;

const NOBODY_YET = { agency: null, clauses: [] };
const led = (agency: keyof typeof LEAD_CLAUSES) => ({ agency, clauses: LEAD_CLAUSES[agency] });
const rows = TOLD.flatMap((supervision) => BY_ORDER.map(([licence, cpoWithSupervision, byOrder]) => [supervision, licence, cpoWithSupervision, LEADS[`${supervision}`][byOrder]] as const));
const facts = (category: MappaCategory | null, supervision: Told, licence: Told, cpoWithSupervision: Told) => factsWith({ category, supervision, orders: { licence, cpoWithSupervision } });

describe('who leads', () => {
  it.each(rows)('supervision %s, licence %s, order with supervision %s: %s', (supervision, licence, cpo, lead) => {
    for (const category of ['category1', 'category3'] as const) {
      const these = facts(category, supervision, licence, cpo);
      expect(leadOf(these)).toEqual(lead === 'contradiction' || lead === 'notKnown' ? NOBODY_YET : led(lead));
      expect(leadContradiction(these)).toBe(lead === 'contradiction');
    }
    const withoutCategory = facts(null, supervision, licence, cpo);
    expect(leadOf(withoutCategory)).toEqual(NOBODY_YET);
    expect(leadContradiction(withoutCategory)).toBe(lead === 'contradiction');
    const patient = facts('category2', supervision, licence, cpo);
    expect(leadOf(patient)).toEqual(led('healthBoard'));
    expect(leadContradiction(patient)).toBe(false);
  });

  it.each(['cpoWithoutSupervision', 'shpo', 'sro', 'olderOrder'] as const)('never hangs on %s', (order) => {
    for (const [supervision, licence, cpoWithSupervision] of rows) {
      const by = (told: Told) => leadOf(factsWith({ supervision, orders: { licence, cpoWithSupervision, [order]: told } }));
      expect(TOLD.map(by)).toEqual(TOLD.map(() => by(null)));
    }
  });

  it('is written out for every order and category', () => {
    expect(Object.keys(ORDERS)).toEqual(['licence', 'cpoWithSupervision', 'cpoWithoutSupervision', 'shpo', 'sro', 'olderOrder']);
    expect(Object.keys(MAPPA_CATEGORIES)).toEqual(['category1', 'category2', 'category3']);
    expect(rows).toHaveLength(64);
  });

  it('cites the strategy and the national guidance, and its reading of preventive orders', () => {
    const cited = Object.entries(LEAD_CLAUSES).map(([agency, clauses]) => [agency, clauses.map(({ document, clause, status }) => `${document} ${clause}: ${status}`)]);
    const both = ['NASSO-2019 3.2: confirmed', 'MAPPA-NG ch. 2: confirmed', 'NASSO-2019 3.2: reading'];
    expect(cited).toEqual([['police', both], ['justiceSocialWork', both], ['healthBoard', ['NASSO-2019 3.2: confirmed', 'MAPPA-NG ch. 3: confirmed']]]);
  });
});
