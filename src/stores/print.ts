import { askedOf, clockSettings, type PhotoNote } from '@/record';
import { asPlainText, holdsForAuthorities as holdsMore, type RecordDocument, recordDocument } from '@/report';
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
  /** By the officer's word: nearby households and what is police-only stand in no other print. */
  const forAuthorities = ref(false);
  const holdsForAuthorities = computed(() => open.stored !== null && holdsMore(open.stored.docs.assessment));
  const scene = computed(() => open.storedScene);

  /** Only what is on record is printed, never a draft. */
  const document = computed<RecordDocument | null>(() => {
    const docs = open.stored?.docs;
    if (!docs || printedAt.value === '') return null;
    const asked = askedOf({ ...docs, settings: clockSettings(office.office), standard: { id: standard.id, text: standard.text } });
    const askedNow = { ...asked, at: printedAt.value };
    return recordDocument({ ...docs, office: office.office, officer: session.openVault().officer, logHeadCode: logHeadCode.value, printedAt: printedAt.value, training: session.isTraining, askedNow, forAuthorities: forAuthorities.value, signatures: signatures.value, photos: photos.value });
  });

  async function prepare(): Promise<void> {
    done.value = '';
    forAuthorities.value = false;
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
        detail: { recipient: request.recipient, purpose: request.purpose, ...(forAuthorities.value && { holds: 'what only Responsible Authorities may have' }) },
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

  return { document, scene, busy, done, forAuthorities, holdsForAuthorities, prepare, disclose };
});
