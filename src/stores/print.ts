import { askedOf, clockSettings, type PhotoNote, signedText } from '@/record';
import { asPlainText, documentFor, type ReaderId, READERS, type RecordDocument } from '@/report';
import type { WordPicture } from '@/report/word';
import { defineStore } from 'pinia';
import { computed, nextTick, ref, shallowRef } from 'vue';
import { useAssessment } from './assessment';
import { useClock } from './clock';
import { useOffice } from './office';
import { usePhotos } from './photos';
import { printNeutrally } from './printNeutrally';
import { useSession } from './session';
import { useStandard } from './standard';

const ACTS = { print: 'record printed', copy: 'record copied as text', word: 'record saved as an editable Word file' } as const;
export type WayOut = keyof typeof ACTS;
export interface WordFile { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** A clear copy leaves the vault: logged as disclosure first, with recipient and purpose, then printed, copied, or made as a file. */
export const usePrint = defineStore('print', () => {
  const open = useAssessment();
  const office = useOffice();
  const session = useSession();
  const clock = useClock();
  const standard = useStandard();
  const photoBooks = usePhotos();

  const printedAt = ref('');
  const logHeadCode = ref('');
  const signatures = ref<Readonly<Record<string, boolean>>>({});
  const photos = shallowRef<readonly PhotoNote[]>([]);
  const busy = ref(false);
  const done = ref('');
  /** For whom the copy is; what is shown is what goes. */
  const reader = ref<ReaderId>('full');
  /** The police's own copy only where there is something that only they have (digest, harm 9). */
  const readers = computed(() => (Object.keys(READERS) as ReaderId[]).filter((id) => id !== 'police' || (open.stored?.docs.assessment.othersOfConcern?.answer ?? null) !== null));
  const scene = computed(() => open.storedScene);

  /** Only what is on record is printed, never a draft. */
  const document = computed<RecordDocument | null>(() => {
    const docs = open.stored?.docs;
    if (!docs || printedAt.value === '') return null;
    const asked = askedOf({ ...docs, settings: clockSettings(office.office), standard: { id: standard.id, text: standard.text } });
    const askedNow = { ...asked, at: printedAt.value };
    return documentFor({ ...docs, office: office.office, officer: session.openVault().officer, logHeadCode: logHeadCode.value, printedAt: printedAt.value, training: session.isTraining, askedNow, signatures: signatures.value, photos: photos.value }, reader.value);
  });

  async function prepare(): Promise<void> {
    done.value = '';
    reader.value = 'full';
    await stampAnew();
  }

  async function stampAnew(): Promise<void> {
    logHeadCode.value = await session.openVault().logHeadCode();
    signatures.value = await checkedSignatures();
    photos.value = await photoBooks.read(open.assessmentId ?? '');
    printedAt.value = clock.now().toISOString();
  }

  /** Of second officers, from what is stored of each. */
  async function checkedSignatures(): Promise<Readonly<Record<string, boolean>>> {
    const { authority, notAuthorised = [] } = open.stored?.docs.assessment.conduct ?? {};
    const signed = [...(authority?.by === 'key' ? [authority] : []), ...notAuthorised];
    return Object.fromEntries(await Promise.all(signed.map(async (one) => [one.signature, await session.openVault().checkAuthority(one, signedText(one))] as const)));
  }

  /** `picture`: of the map, for a Word file, or null where none can be drawn. Resolves with the file that is to be offered; null: it left in another way. */
  async function disclose(request: { how: WayOut; recipient: string; purpose: string; picture?: () => Promise<WordPicture | null> }): Promise<WordFile | null> {
    busy.value = true;
    done.value = '';
    try {
      await session.note({
        event: 'disclosure', act: ACTS[request.how],
        about: [{ table: 'assessment', id: open.assessmentId ?? '', rev: open.stored?.revs.assessment ?? null }],
        detail: { document: READERS[reader.value].label, recipient: request.recipient, purpose: request.purpose },
      });
      await stampAnew();
      await nextTick();
      const name = `steading-${open.stored?.docs.assessment.reference ?? 'record'}`;
      if (request.how === 'word') return await word(name, await (request.picture?.() ?? null));
      if (request.how === 'print') printNeutrally(name);
      else await copy();
      return null;
    } finally {
      busy.value = false;
    }
  }

  async function copy(): Promise<void> {
    if (document.value === null) return;
    await navigator.clipboard.writeText(asPlainText(document.value));
    done.value = 'Copied. Paste it where it belongs; the clipboard is not encrypted.';
  }

  async function word(name: string, map: WordPicture | null): Promise<WordFile | null> {
    if (document.value === null) return null;
    const { wordFile } = await import('@/report/word');
    const bytes = await wordFile(document.value, { map, at: printedAt.value });
    done.value = `Handed to the browser: ${name}.docx. It is not encrypted, and what is changed in it is not the record.`;
    return { name: `${name}.docx`, bytes };
  }

  return { document, scene, busy, done, reader, readers, prepare, disclose };
});
