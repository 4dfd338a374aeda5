import { accepted, noPublishers, type PackOrigin, parsePublishers, type Publishers, type Trust, trustOf } from '@/record';
import { defineStore } from 'pinia';
import { ref } from 'vue';
import { useClock } from './clock';
import { useSession } from './session';

/** Beside the office's settings, sealed as they are. */
const TABLE = 'office';
const PUBLISHERS_ID = 'publishers';

/** Whose packs this vault's officers take: one document of the vault. */
export const usePublishers = defineStore('publishers', () => {
  const session = useSession();
  const clock = useClock();
  const publishers = ref<Publishers>(noPublishers);
  let rev = 0;

  async function load(): Promise<void> {
    const stored = await session.openVault().read(TABLE, PUBLISHERS_ID);
    rev = stored?.rev ?? 0;
    publishers.value = stored === null ? noPublishers : parsePublishers(stored.value);
  }

  const trust = (origin: PackOrigin): Trust => trustOf(publishers.value, origin);

  /** Keeps that a pack was taken in, and on whose word; on the log as an alteration. */
  async function accept(origin: PackOrigin): Promise<void> {
    const vault = session.openVault();
    const value = parsePublishers(accepted(publishers.value, origin, { at: clock.now().toISOString(), officer: vault.officer.name }));
    const { packId, signature } = origin;
    const act = signature === null ? 'area pack without a signature accepted' : 'publisher of area packs accepted';
    const [saved] = await vault.save(
      [{ table: TABLE, id: PUBLISHERS_ID, baseRev: rev, value, summary: {} }],
      [{ event: rev === 0 ? 'collection' : 'alteration', act, about: [{ table: TABLE, id: PUBLISHERS_ID, rev: rev + 1 }], detail: { pack: packId, ...(signature && { publisher: signature.publisher, fingerprint: signature.fingerprint }) } }],
    );
    rev = saved?.rev ?? rev + 1;
    publishers.value = value;
  }

  return { publishers, load, trust, accept };
});
