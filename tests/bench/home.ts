import { listedRows, othersNear, rowsFound, workBy } from '@/record';
import { distanceMetres } from '@/geo';
import { calendarOf, deadlinesBy } from '@/rules';
import { manyRecords } from './support/manyRecords';
import { medianMs, table } from './support/measure';

const COUNT = 10_000;
export const title = `the lists of ${COUNT.toLocaleString('en-GB')} records, as the home screen asks them`;
const TODAY = '2026-11-21';
const SETTINGS = { calendar: calendarOf([], []), agenciesSideBySide: false };
const TYPED = 'old mill 3/2';
const TIMES = 11;

export function run(): void {
  const half = manyRecords(COUNT, 0.5, TODAY);
  const { assessments: allOpen } = manyRecords(COUNT, 1, TODAY);
  const names = { personOf: new Map(half.people.map(({ id, summary }) => [id, summary.reference])), addressOf: new Map(half.addresses.map(({ id, summary: { flat, text, postcode } }) => [id, `${flat}, ${text}, ${postcode}`])) };
  const rows = listedRows(half.assessments, names);
  const any = { sought: '', state: null, kind: null } as const;
  const once = (assessments: typeof half.assessments) => medianMs(TIMES, () => {
    const workOf = workBy(deadlinesBy(SETTINGS, null), TODAY);
    return assessments.flatMap(({ summary }) => workOf(summary)).length;
  });
  const each = (assessments: typeof half.assessments) => medianMs(TIMES, () => assessments.flatMap(({ summary }) => workBy(deadlinesBy(SETTINGS, null), TODAY)(summary)).length);
  const keys = Array.from(TYPED, (_, at) => TYPED.slice(0, at + 1));
  const typing = (found: (sought: string) => number) => medianMs(TIMES, () => keys.map(found)) / keys.length;
  const folding = (sought: string) => half.assessments.filter(({ summary }) => {
    const text = `${names.personOf.get(summary.personId) ?? ''} ${names.addressOf.get(summary.addressId) ?? ''} ${summary.reference}`.toLowerCase();
    return sought.toLowerCase().split(/\s+/u).every((word) => text.includes(word));
  }).length;
  const mine = half.addresses[0];
  const near = { assessmentId: 's0', personId: 'p0', addressId: 'a0', assessments: half.assessments, addresses: half.addresses, withinMetres: 500 };
  const everyDistance = () => half.addresses.filter(({ summary: { point } }) => point && mine?.summary.point && distanceMetres(mine.summary.point, point) <= 500).length;
  const row = (what: string, ours: number, plain: number, beside: string) => ({ what, 'ours ms': ours, 'plain ms': plain, 'times plain': ours / plain, beside });
  table([
    row('work of today, all in progress', once(allOpen), each(allOpen), 'each record counted by itself'),
    row('work of today, half of them', once(half.assessments), each(half.assessments), 'the same'),
    row('listed, newest first', medianMs(TIMES, () => listedRows(half.assessments, names)), medianMs(TIMES, () => half.assessments.toSorted((a, b) => b.summary.startedAt.localeCompare(a.summary.startedAt))), 'sorted by localeCompare, no words'),
    row('narrowed by how it stands', medianMs(TIMES, () => rowsFound(rows, { ...any, state: 'inProgress' }, TODAY)), medianMs(TIMES, () => half.assessments.filter(({ summary }) => summary.state === 'inProgress')), 'Array.filter'),
    row(`a key of ‘${TYPED}’, on average`, typing((sought) => rowsFound(rows, { ...any, sought }, TODAY).length), typing(folding), 'folding as it goes'),
    row('others near', medianMs(TIMES, () => othersNear(near)), medianMs(TIMES, everyDistance), 'every distance measured, no words compared'),
  ]);
}
