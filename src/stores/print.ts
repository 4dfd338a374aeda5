import { askedOf, clockSettings, type PhotoNote } from '@/record';
import { asPlainText, documentFor, type ReaderId, READERS, type RecordDocument } from '@/report';
import { defineStore } from 'pinia';
import { computed, nextTick, ref, shallowRef } from 'vue';
import { useAssessment } from './assessment';
import { useClock } from './clock';
import { useOffice } from './office';
import { usePhotos } from './photos';
import { printNeutrally } from './printNeutrally';
import { useSession } from './session';
import { signaturesOf } from './signaturesOf';
import { useStandard } from './standard';

/** A clear copy leaves the vault: logged as disclosure first, with recipient and purpose, then printed or copied. */
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
    signatures.value = open.stored ? await signaturesOf(session.openVault(), open.stored.docs.assessment) : {};
    photos.value = await photoBooks.read(open.assessmentId ?? '');
    printedAt.value = clock.now().toISOString();
  }

  async function disclose(request: { how: 'print' | 'copy'; recipient: string; purpose: string }): Promise<void> {
    busy.value = true;
    done.value = '';
    try {
      await session.note({
        event: 'disclosure', act: request.how === 'print' ? 'record printed' : 'record copied as text',
        about: [{ table: 'assessment', id: open.assessmentId ?? '', rev: open.stored?.revs.assessment ?? null }],
        detail: { document: READERS[reader.value].label, recipient: request.recipient, purpose: request.purpose },
      });
      await stampAnew();
      await nextTick();
      if (request.how === 'print') printNeutrally(`steading-${open.stored?.docs.assessment.reference ?? 'record'}`);
      else await copy();
    } finally {
      busy.value = false;
    }
  }

  async function copy(): Promise<void> {
    if (document.value === null) return;
    await navigator.clipboard.writeText(asPlainText(document.value));
    done.value = 'Copied. Paste it where it belongs; the clipboard is not encrypted.';
  }

  return { document, scene, busy, done, reader, readers, prepare, disclose };
});
