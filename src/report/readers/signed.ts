import { frozenIn, unpacked } from '@/record';
import { recordDocument } from '../content';
import type { Block, RecordDocument, Section } from '../document';
import type { RecordRequest } from '../request';
import { roundBlocks } from '../sections/signOff';
import { note } from '../words';
import { copyOf, copySection } from './head';
import { READERS } from './readers';

/** The record as it is read for signing: its words. The map is drawn anew each time, so that nobody could keep what was signed of it; the tables have every site. */
export function readingDocument(request: RecordRequest): RecordDocument {
  const document = recordDocument(request);
  const asWords = (block: Block): Block => (block.kind === 'map' ? note('The map is not part of what is signed. The table has every site.') : block);
  return { ...document, sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.map(asWords) })) };
}

/** The last reading that officers signed, word for word, under who signed it and what was amended since. Where there is none, or it is damaged, it says so. */
export function signedDocument(request: RecordRequest): RecordDocument {
  const { reference, signed = [] } = request.assessment;
  const round = signed.at(-1);
  const reading = round === undefined ? null : frozenIn(unpacked(round.document));
  const under = (...blocks: readonly Block[]): readonly Section[] => [copySection(request, READERS.signed.label), { id: 'signOff', heading: 'Sign-off', blocks }];
  if (round === undefined) return copyOf(request, `Record ${reference} as it was signed`, under(note('No officer has signed this record.')));
  if (reading === null) return copyOf(request, `Record ${reference} as it was signed`, under(note('What is kept of the signed reading is damaged, so it cannot be shown and no signature holds over it.'), ...roundBlocks(request, round)));
  return copyOf(request, reading.title, [...under(note(`The reading below is word for word what was signed: ${reading.watermark}.`), ...roundBlocks(request, round)), ...reading.sections.map((section) => ({ ...section, id: `read-${section.id}` }))]);
}
