import type { OpenPack } from '../pack/openPack';
import { csvLine } from './csvText';
import type { Stock } from './readStock';
import type { AddressFacts } from './stockAnswers';

export interface Screening {
  readonly pack: OpenPack;
  readonly radiusMetres: number;
  /** ISO date on which freshness was judged. */
  readonly asOn: string;
  readonly count: number;
  readonly addressOf: (address: number) => AddressFacts;
  readonly notPlaced: Stock['notPlaced'];
}

const packOf = ({ header: { packId, title, area, training, builtAt }, signature }: OpenPack) =>
  ({ packId, title, area: { name: area.name, councilCode: area.councilCode }, training, builtAt, signed: signature !== null, publisher: signature?.publisher ?? null, fingerprint: signature?.fingerprint ?? null });

/** As JSON, an address a line, so that no file is too large to be written or read piece by piece. */
function* stockJson({ pack, radiusMetres, asOn, count, addressOf, notPlaced }: Screening): Generator<string> {
  yield `{"pack":${JSON.stringify(packOf(pack))},\n"radiusMetres":${String(radiusMetres)},"asOn":${JSON.stringify(asOn)},\n"addresses":[`;
  for (let i = 0; i < count; i++) yield `${i === 0 ? '' : ','}\n${JSON.stringify(addressOf(i))}`;
  yield `],\n"notPlaced":[`;
  for (let i = 0; i < notPlaced.length; i++) yield `${i === 0 ? '' : ','}\n${JSON.stringify(notPlaced[i])}`;
  yield ']}\n';
}

const HEADER = [
  'id', 'lng', 'lat', 'precisionMetres', 'positionSource', 'category', 'status', 'coverage', 'asOf', 'siteId', 'members', 'name', 'distanceMetres', 'bearing', 'certainty', 'reason',
  'radiusMetres', 'asOn', 'packId', 'training', 'signedBy',
];

/**
 * As CSV: a row for each site of each address, nearest first; then a row for each category without a site, so that an empty neighbourhood never looks
 * like one that was not searched; at the end a row for each address that was not placed.
 */
function* stockCsv({ pack, radiusMetres, asOn, count, addressOf, notPlaced }: Screening): Generator<string> {
  const { header: { packId, training }, signature } = pack;
  const asked = [radiusMetres, asOn, packId, training ? 'training' : '', signature === null ? 'not signed' : `${signature.publisher} ${signature.fingerprint}`];
  yield csvLine(HEADER);
  for (let i = 0; i < count; i++) {
    const { id, position: { lng, lat, precisionMetres, source }, layers, sites } = addressOf(i);
    const about = [id, lng, lat, precisionMetres, source];
    const layerOf = new Map(layers.map((layer) => [layer.category, layer]));
    const seen = new Set(sites.map(({ category }) => category));
    let text = '';
    for (const { siteId, members, name, category, distanceMetres, bearing, certainty } of sites) {
      const layer = layerOf.get(category);
      text += csvLine([...about, category, layer?.status ?? '', layer?.coverage ?? '', layer?.asOf ?? null, siteId, members.join(' '), name, distanceMetres, bearing, certainty, '', ...asked]);
    }
    for (const { category, status, coverage, asOf } of layers) {
      if (!seen.has(category)) text += csvLine([...about, category, status, coverage, asOf, '', '', '', null, null, '', '', ...asked]);
    }
    yield text;
  }
  for (const { id, reason } of notPlaced) yield csvLine([id, null, null, null, '', '', 'notPlaced', '', null, '', '', '', null, null, '', reason, ...asked]);
}

/** A write for each address would be many. */
const BLOCK_CHARACTERS = 1_000_000;

/** The file in UTF-8, in pieces that are well under what one array may hold. */
export function* stockFile(screening: Screening, format: 'json' | 'csv'): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let block = '';
  for (const text of format === 'json' ? stockJson(screening) : stockCsv(screening)) {
    block += text;
    if (block.length < BLOCK_CHARACTERS) continue;
    yield encoder.encode(block);
    block = '';
  }
  yield encoder.encode(block);
}
