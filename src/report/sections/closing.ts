import { type Change, limitsOf, NEIGHBOUR_PATHS } from '@/record';
import { momentInWords } from '@/terms';
import { askedIn, protocolTitle } from '../asked';
import { dayPhrase } from '../dates';
import type { Section } from '../document';
import { fieldWords } from '../fieldWords';
import type { RecordRequest } from '../request';
import { note } from '../words';

export function limitsSection(request: RecordRequest): Section {
  return {
    id: 'limits', heading: 'What this record cannot say',
    blocks: [{ kind: 'list', items: limitsOf({ ...request, protocol: askedIn(request).standard.protocol }) }, note('Steading gives no score and no verdict. It informs; the Responsible Authorities decide.')],
  };
}

/** The documents as the record's own standard names them, and the local protocol. */
export function sourcesSection(request: RecordRequest): Section {
  const layers = request.assessment.surroundings?.layers ?? [];
  const { standard: { documents, protocol }, settings: { calendar: { national, local } } } = askedIn(request);
  return {
    id: 'sources', heading: 'Sources',
    blocks: [
      ...(layers.length === 0 ? [] : [{
        kind: 'table', caption: 'Data', columns: ['Layer', 'As of', 'Current until', 'Licence', 'Attribution'],
        rows: layers.map(({ title, asOf, staleAfter, licence, attribution }) => [
          title, asOf === null ? 'Date not given' : dayPhrase(asOf), staleAfter === null ? 'Not known: taken as past its date' : dayPhrase(staleAfter), licence, attribution,
        ]),
      } as const]),
      {
        kind: 'list',
        items: [
          ...Object.entries(documents).map(([short, title]) => `${short}: ${title}.`),
          ...national.map(({ year, source }) => `Bank holidays of ${String(year)}: ${source}.`),
          ...(local.length === 0 ? [] : [`The office's own local holidays: ${local.map(({ on, name }) => `${dayPhrase(on)} (${name})`).join('; ')}.`]),
          ...(protocol === null ? [] : [`${protocolTitle(protocol)}: the office's own protocol, of ${protocol.owner}, in force from ${dayPhrase(protocol.inForceFrom)}.`]),
        ],
      },
    ],
  };
}

/** That something was answered about them is told in no other print either. */
const AUTHORITIES_ALONE = [...NEIGHBOUR_PATHS, 'assessment.othersOfConcern', 'assessment.placement.release.conditionSays'];

export const fieldsFor = ({ forAuthorities = false }: Pick<RecordRequest, 'forAuthorities'>, fields: Change['fields']): Change['fields'] =>
  (forAuthorities ? fields : fields.filter(({ path }) => !AUTHORITIES_ALONE.some((start) => path === start || path.startsWith(`${start}.`))));

/** Fields by name; what each held before and after stays in the record itself. */
export function historySection(request: RecordRequest): Section {
  const { history } = request.assessment;
  return {
    id: 'history', heading: 'History of changes',
    blocks: history.length === 0
      ? [note('Nothing was changed since it was begun.')]
      : [{
          kind: 'table', caption: 'Every change put on record', columns: ['When', 'By', 'What', 'Fields'],
          rows: history.map(({ at, by, what, fields, amends }) => [momentInWords(at), by, amends === undefined ? what : `${what}. Signed record amended: ${amends}`, [...new Set(fieldsFor(request, fields).map(({ path }) => fieldWords(path)))].join('; ')]),
        }],
  };
}
