import { accurateThen } from '@/record';
import { AGENCIES, momentInWords } from '@/terms';
import type { FactRow, RecordDocument, Section } from '../document';
import type { RecordRequest } from '../request';
import { facts, given, note, row } from '../words';

const agencyName = (id: string) => Object.entries(AGENCIES).find(([agency]) => agency === id)?.[1] ?? id;

/** What every page of a document says of it. */
export const watermarkOf = ({ assessment: { reference }, printedAt, logHeadCode }: Pick<RecordRequest, 'assessment' | 'printedAt' | 'logHeadCode'>): string => `${reference}, as at ${momentInWords(printedAt)}, log ${logHeadCode}`;

/** Who made the copy, where and when, and at what the log then stood. */
export const madeRows = ({ officer, office, logHeadCode }: Pick<RecordRequest, 'officer' | 'office' | 'logHeadCode'>): readonly FactRow[] => [
  row('Printed by', [officer.name, officer.role, agencyName(officer.agency)].filter(Boolean).join(', ')), row('Office', given(office.officeName)), row("Code of the log's head", logHeadCode),
];

export const TRAINING_NOTE = 'TRAINING: every person, address and place in this record is fictional.';

/** The first section of a copy for one reader. */
export function copySection(request: RecordRequest, forWhom: string): Section {
  const { assessment, printedAt, training } = request;
  return {
    id: 'header', heading: 'This copy',
    blocks: [
      ...(training ? [note(TRAINING_NOTE)] : []),
      note(accurateThen(assessment)),
      facts(row('Reference', assessment.reference), row('As at', momentInWords(printedAt)), row('For', forWhom), ...madeRows(request)),
    ],
  };
}

/** A document for one reader, of which `sections` are all that it holds. */
export const copyOf = (request: RecordRequest, title: string, sections: readonly Section[]): RecordDocument => ({ title, reference: request.assessment.reference, watermark: watermarkOf(request), training: request.training, sections });
