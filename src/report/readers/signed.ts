import { frozenIn, unpacked } from '@/record';
import type { RecordDocument } from '../document';
import type { RecordRequest } from '../request';
import { roundBlocks } from '../sections/signOff';
import { note } from '../words';
import { copyOf } from './head';

/** The last reading that officers signed, word for word, under who signed it and what was amended since. Where there is none, or it is damaged, it says so. */
export function signedDocument(request: RecordRequest): RecordDocument {
  const { reference, signed = [] } = request.assessment;
  const round = signed.at(-1);
  const reading = round === undefined ? null : frozenIn(unpacked(round.document));
  if (round === undefined || reading === null) return copyOf(request, `Record ${reference} as it was signed`, [{ id: 'signOff', heading: 'Sign-off', blocks: [note(round === undefined ? 'No officer has signed this record.' : 'What is kept of the signed reading is damaged, so it cannot be shown and no signature holds over it.')] }]);
  const heading = { id: 'signOff', heading: 'Sign-off', blocks: [note(`The reading below is word for word what was signed: ${reading.watermark}.`), ...roundBlocks(request, round)] };
  return copyOf(request, reading.title, [heading, ...reading.sections]);
}
