import { emptyOffice, type Office, parseOffice } from '@/record';
import type { LogNote } from '@/vault';
import { defineStore } from 'pinia';
import { ref } from 'vue';
import { useSession } from './session';

const OFFICE_ID = 'office';

/** The office's own settings: one document of the vault. */
export const useOffice = defineStore('office', () => {
  const session = useSession();
  const office = ref<Office>({ ...emptyOffice });
  let rev = 0;

  async function load(): Promise<void> {
    const stored = await session.openVault().read('office', OFFICE_ID);
    rev = stored?.rev ?? 0;
    office.value = stored === null ? { ...emptyOffice } : parseOffice(stored.value);
  }

  /** Throws RecordError where a value does not fit; nothing is saved then, and no draft dropped. */
  async function save(next: Office, dropDrafts: readonly string[] = []): Promise<void> {
    const value = parseOffice(next);
    const about: LogNote['about'] = [{ table: 'office', id: OFFICE_ID, rev: rev + 1 }];
    const isOn = value.photos?.allowed === true;
    // Digest, harm 8: an act of its own, not one setting among others.
    const switched: LogNote[] = isOn === (office.value.photos?.allowed === true) ? [] : [{ event: 'alteration', act: `photos on the physical check turned ${isOn ? 'on' : 'off'}`, about, detail: {} }];
    const [saved] = await session.openVault().save(
      [{ table: 'office', id: OFFICE_ID, baseRev: rev, value, summary: {} }],
      [{ event: rev === 0 ? 'collection' : 'alteration', act: 'office settings saved', about, detail: {} }, ...switched], dropDrafts,
    );
    rev = saved?.rev ?? rev + 1;
    office.value = value;
  }

  return { office, load, save };
});
