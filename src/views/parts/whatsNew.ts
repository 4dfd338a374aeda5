import { ref } from 'vue';
import changelog from '../../../CHANGELOG.md?raw';
import { editionOf, releasesIn } from './changelog';

/** On this device, in clear: which release was read about last. It tells nothing of a case (ADR 7). */
const KEY = 'steading-whats-new';

/** From the one changelog, as it was when this Steading was built. */
export const releases = releasesIn(changelog);
const edition = editionOf(releases);

function seen(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return edition;
  }
}

/** Whether Steading was updated since somebody read, or set aside, what is new on this device. A device on which it never ran has nothing to be told. */
export function useWhatsNew() {
  const last = seen();
  const updated = ref(last !== null && last !== edition);
  function read(): void {
    updated.value = false;
    try {
      localStorage.setItem(KEY, edition);
    } catch {
      // Then it is said again at the next opening, and that is all.
    }
  }
  if (last === null) read();
  return { updated, read };
}
