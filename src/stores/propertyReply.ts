import type { PropertyAnswers } from '@/terms';
import { openRequest, type PropertyRequestFile, sealReply } from '@/vault/format';

/** A request as it is shown to whoever answers it: without a vault, and kept nowhere. */
export type OpenedRequest = PropertyRequestFile;

/** null: the words are others, or the file was changed. Throws RefusedHandOver, in words. */
export const openRequestFile = (file: Uint8Array, words: string): Promise<OpenedRequest | null> => openRequest(file, words);

/** The reply as a file for the asker's vault, and for nobody else. `today`: ISO date. */
export function answerRequest(request: OpenedRequest, answers: PropertyAnswers, by: string, today: string): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly fileName: string }> {
  const { requestId, reference } = request;
  return sealReply({ requestId, reference, answers: { ...answers } as Parameters<typeof sealReply>[0]['answers'], by, answeredOn: today }, request);
}
