import { askedOf, type AskedThen, type Assessment, type CaseFile, clockSettings, emptyOffice } from '@/record';
import { asPlainText, documentFor, type ReaderId, type RecordDocument, type RecordRequest } from '@/report';
import { currentStandard, type Protocol, standardIdOf } from '@/rules';
import { createHash } from 'node:crypto';
import { ADDRESS, PERSON } from '../cases/caseFile';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const AT = '2026-03-12T16:00:00.000Z';
const TODAY = { text: currentStandard(null), id: standardIdOf(currentStandard(null), sha256) };

/** What today's standard asks of the case. */
export function askedNow({ person, assessment }: Pick<CaseFile, 'person' | 'assessment'>, protocol: Protocol | null = null, at = AT): AskedThen {
  const text = currentStandard(protocol);
  const standard = protocol === null ? TODAY : { text, id: standardIdOf(text, sha256) };
  return { ...askedOf({ person, assessment, settings: clockSettings(emptyOffice), standard }), at };
}

/** The assessment with what the standard asked of it, as a save leaves it. */
export const onRecord = (assessment: Assessment, protocol: Protocol | null = null, person = PERSON): Assessment => ({ ...assessment, asked: askedNow({ person, assessment }, protocol) });

/** What a document is made from. Where the assessment carries no standard, today's is `askedNow`. */
export function requestOf(assessment: Assessment, rest: Partial<RecordRequest> = {}): RecordRequest {
  return {
    person: PERSON, address: ADDRESS, office: { ...emptyOffice, officeName: 'Linnhead SOPU', panelName: 'MAPPA meeting' },
    officer: { name: 'A. Bell', role: 'Detective Sergeant', agency: 'police' }, logHeadCode: 'K7QX2M9P', printedAt: '2026-03-20T10:00:00.000Z', training: false,
    askedNow: askedNow({ person: rest.person ?? PERSON, assessment }), ...rest, assessment,
  };
}

export const printed = (assessment: Assessment, rest: Partial<RecordRequest> = {}, reader: ReaderId = 'full'): RecordDocument => documentFor(requestOf(assessment, rest), reader);

export const sectionOf = (document: RecordDocument, id: string): string => asPlainText({ ...document, sections: document.sections.filter((section) => section.id === id) });
