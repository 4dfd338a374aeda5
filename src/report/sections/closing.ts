import { accurateThen, type Change, limitsOf, type May } from '@/record';
import { momentInWords } from '@/terms';
import { askedIn, protocolTitle } from '../asked';
import { dayPhrase } from '../dates';
import type { Section } from '../document';
import { fieldWords } from '../fieldWords';
import type { RecordRequest } from '../request';
import { note } from '../words';

/** The record itself, but for what only the police answer: that it was answered is told to nobody else either (digest, harm 9). */
export const mayInFull = ({ forPolice = false }: Pick<RecordRequest, 'forPolice'>): May => (path) => forPolice || (path !== 'assessment.othersOfConcern' && !path.startsWith('assessment.othersOfConcern.'));

export function limitsSection(request: RecordRequest): Section {
  return {
    id: 'limits', heading: 'What this record cannot say',
    blocks: [{ kind: 'list', items: [accurateThen(request.assessment), ...limitsOf({ ...request, protocol: askedIn(request).standard.protocol, may: mayInFull(request) })] }, note('Steading gives no score and no verdict. It informs; the Responsible Authorities decide.')],
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

/** Fields by name; what each held before and after stays in the record itself. */
export function historySection(request: RecordRequest): Section {
  const { history } = request.assessment;
  const may = mayInFull(request);
  const told = (fields: Change['fields']) => fields.filter(({ path }) => may(path));
  return {
    id: 'history', heading: 'History of changes',
    blocks: history.length === 0
      ? [note('Nothing was changed since it was begun.')]
      : [{
          kind: 'table', caption: 'Every change put on record', columns: ['When', 'By', 'What', 'Fields'],
          rows: history.map(({ at, by, what, fields }) => [momentInWords(at), by, what, [...new Set(told(fields).map(({ path }) => fieldWords(path)))].join('; ')]),
        }],
  };
}
