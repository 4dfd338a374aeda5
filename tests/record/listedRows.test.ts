import { listedRows, rowsFound } from '@/record';
import { describe, expect, it } from 'vitest';
import { manyRecords } from '../bench/support/manyRecords';

const TODAY = '2026-11-21';
const ANY = { sought: '', state: null, kind: null } as const;
const { people, addresses, assessments } = manyRecords(300, 0.5, TODAY);
const names = { personOf: new Map(people.map(({ id, summary }) => [id, summary.reference])), addressOf: new Map(addresses.map(({ id, summary: { flat, text, postcode } }) => [id, `${flat}, ${text}, ${postcode}`])) };
const rows = listedRows(assessments, names);
const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('the list of all records', () => {
  it('holds each once, newest first', () => {
    expect(ids(rows).toSorted()).toEqual(ids(assessments).toSorted());
    expect(rows.every(({ summary }, at) => at === 0 || summary.startedAt <= (rows[at - 1]?.summary.startedAt ?? ''))).toBe(true);
  });

  it.each<[string, Parameters<typeof rowsFound>[1], (row: (typeof rows)[number]) => boolean]>([
    ['nothing', ANY, () => true],
    ['the reference of a person, in small letters', { ...ANY, sought: 'v-2026-00012' }, ({ summary }) => summary.personId === 'p12'],
    ['two words in any order, with a space too many', { ...ANY, sought: ' LANE  old ' }, ({ address }) => address.includes('Old Mill Lane')],
    ['how it stands', { ...ANY, state: 'complete' }, ({ summary }) => summary.state === 'complete'],
    ['how it stands and a word', { ...ANY, state: 'inProgress', sought: 'bridge' }, ({ summary, address }) => summary.state === 'inProgress' && address.includes('Bridge')],
    ['a kind of address that none is of', { ...ANY, kind: 'temporary' }, () => false],
  ])('is narrowed by %s to what a reader would find', (_, asked, expected) => {
    expect(ids(rowsFound(rows, asked, TODAY))).toEqual(ids(rows.filter(expected)));
  });

  it('is narrowed by what today asks to the records that it asks it about', () => {
    expect(ids(rowsFound(rows, { ...ANY, state: 'overdue', sought: 'v-2026' }, TODAY, new Set(['s3', 's8'])))).toEqual(ids(rows.filter(({ id }) => id === 's3' || id === 's8')));
    expect(rowsFound(rows, { ...ANY, state: 'overdue' }, TODAY)).toEqual([]);
  });

  it('says nothing of a person or an address that is not in the vault', () => {
    const [row] = listedRows(assessments.slice(0, 1), { personOf: new Map(), addressOf: new Map() });
    expect([row?.person, row?.address]).toEqual(['', '']);
  });
});
