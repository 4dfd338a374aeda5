import { type Profile, PROFILES } from '@/record';
import { recordDocument } from './content';
import type { RecordDocument } from './document';
import { needToKnowDocument } from './readers/needToKnow';
import { pasteDocument } from './readers/paste';
import { planDocument } from './readers/plan';
import { isNeedToKnow, type NeedToKnow, type ReaderId } from './readers/readers';
import type { RecordRequest } from './request';

/** The document for one reader: just what goes, on the screen, on paper and as text. `profiles`: what each may have; left out: the lists of the hand-over. */
export function documentFor(request: RecordRequest, reader: ReaderId, profiles: Readonly<Record<NeedToKnow, Profile>> = PROFILES): RecordDocument {
  if (isNeedToKnow(reader)) return needToKnowDocument(request, profiles[reader]);
  if (reader === 'plan') return planDocument(request);
  return reader === 'paste' ? pasteDocument(request) : recordDocument({ ...request, forPolice: reader === 'police' });
}
