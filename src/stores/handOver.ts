import { CHECKED_BY, emptyHandOverBook, type HandOverBook, keysRefusal, parseHandOverBook, type Partner, REFUSALS } from '@/record';
import { type Erased, type LogNote, RefusedHandOver, type Regime, type TeamCard, type Write } from '@/vault';
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { useClock } from './clock';
import { newId } from './newId';
import { useSession } from './session';

/** Beside the office's settings, sealed as they are. */
const TABLE = 'office';
const BOOK_ID = 'hand-over';

export type CheckedBy = keyof typeof CHECKED_BY;

/** Who we are to other teams, whom we know, what went and what came: one document of the vault. */
export const useHandOver = defineStore('handOver', () => {
  const session = useSession();
  const clock = useClock();
  const book = shallowRef<HandOverBook>(emptyHandOverBook);
  const own = shallowRef<Awaited<ReturnType<ReturnType<typeof session.openVault>['address']>> | null>(null);
  /** Teams that a record may go to. */
  const inUse = computed(() => book.value.partners.filter(({ checked, unusedSince }) => checked !== null && unusedSince === undefined));
  let rev = 0;

  async function load(): Promise<void> {
    const vault = session.openVault();
    const stored = await vault.read(TABLE, BOOK_ID);
    rev = stored?.rev ?? 0;
    book.value = stored === null ? emptyHandOverBook : parseHandOverBook(stored.value);
    own.value = await vault.address();
  }

  /** The book as it will be, with what is saved, erased and logged beside it: all or nothing. */
  async function change(next: HandOverBook, note: LogNote, beside: readonly Write[] = [], dropDrafts: readonly string[] = [], erased: readonly Erased[] = []): Promise<void> {
    const value = parseHandOverBook(next);
    const vault = session.openVault();
    const writes: readonly Write[] = [{ table: TABLE, id: BOOK_ID, baseRev: rev, value, summary: {} }, ...beside];
    await (erased.length === 0 ? vault.save(writes, [note], dropDrafts) : vault.erase(erased, [note], { writes, dropDrafts }));
    rev += 1;
    book.value = value;
  }

  const noted = (act: string, detail: LogNote['detail'] = {}, event: LogNote['event'] = 'alteration'): LogNote => ({ event, act, about: [{ table: TABLE, id: BOOK_ID, rev: rev + 1 }], detail });
  const stamp = () => ({ at: clock.now().toISOString(), by: session.openVault().officer.name });

  async function saveUs(us: HandOverBook['us']): Promise<void> {
    await change({ ...book.value, us }, noted('our name to other teams changed'));
  }

  /** Our address as a file. `regime` must have been chosen. */
  async function card(): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
    const { team, regime } = book.value.us;
    const { agency } = session.openVault().officer;
    if (regime === null) throw new Error('Say first what your team is called, and under which law it holds its records.');
    return session.openVault().teamCard({ team, agency, regime });
  }

  async function keepPartner(partner: Partner, act: string): Promise<void> {
    const others = book.value.partners.filter(({ partnerId }) => partnerId !== partner.partnerId);
    await change({ ...book.value, partners: [...others, partner] }, noted(act, { team: partner.name }));
  }

  /** From a card or the head of a file, signed by an officer of theirs: new, or newer of one that we know. Another address, name, agency or law must be checked again. Throws RefusedHandOver for keys that go back. */
  async function learn(team: { name: string; agency: string; regime: Regime; keys: TeamCard['keys']; signedBy: string }): Promise<Partner> {
    const { keys } = team;
    if (keys.vaultId === own.value?.vaultId) throw new Error('This is your own address. Choose the file of the other team.');
    const known = book.value.partners.find(({ vaultId }) => vaultId === keys.vaultId);
    const refusal = known ? keysRefusal(keys, team.signedBy, known) : null;
    if (refusal !== null && refusal !== 'newerKeys') throw new RefusedHandOver(REFUSALS[refusal].charAt(0).toLowerCase() + REFUSALS[refusal].slice(1).replace(/\.$/u, ''), '');
    const { at, by } = stamp();
    const before = known && (known.renamedFrom ?? { name: known.name, agency: known.agency, regime: known.regime });
    const isRenamed = before !== undefined && (before.name !== team.name || before.agency !== team.agency || before.regime !== team.regime);
    const left = keys.officers.flatMap(({ officerId, leftInEpoch }) => (leftInEpoch === null ? [] : [officerId]));
    const shown = Object.fromEntries(keys.officers.map(({ officerId, verifyKey }) => [officerId, verifyKey]));
    const partner: Partner = {
      partnerId: known?.partnerId ?? newId(), name: team.name, agency: team.agency, regime: team.regime, address: keys.address, vaultId: keys.vaultId, addedAt: known?.addedAt ?? at, addedBy: known?.addedBy ?? by,
      left: [...new Set([...(known?.left ?? []), ...left])], known: [...new Set([...(known?.known ?? []), ...keys.officers.map(({ officerId }) => officerId)])],
      // Before words were compared nothing of it is pinned: a false card must not keep the true one out.
      keys: typeof known?.pinned === 'number' ? { ...shown, ...known.keys } : shown,
      epoch: keys.epoch, pinned: known?.pinned ?? null, checked: known && known.unusedSince === undefined && refusal === null && !isRenamed ? known.checked : null, ...(isRenamed && { renamedFrom: before }),
    };
    await keepPartner(partner, known ? 'address of a partner team renewed' : 'partner team added, not checked yet');
    return partner;
  }

  async function learnFromCard(file: Uint8Array): Promise<Partner> {
    const { team, agency, regime, keys, officerId } = await session.openVault().readTeamCard(file);
    return learn({ name: team, agency, regime, keys, signedBy: officerId });
  }

  /** An age address that was typed in: files can go there, and none can be taken from there. */
  async function addByHand({ name, agency, address }: { name: string; agency: string; address: string }): Promise<void> {
    const { at, by } = stamp();
    await keepPartner({ partnerId: newId(), name, agency, regime: null, address, vaultId: null, left: [], known: [], keys: {}, epoch: null, pinned: null, addedAt: at, addedBy: by, checked: null }, 'partner team added, not checked yet');
  }

  const wordsOf = (partner: Pick<Partner, 'address' | 'vaultId'>): Promise<string> => session.openVault().wordsOf(partner);

  /** The officer compared the words with somebody of that team. */
  async function check(partner: Partner, how: CheckedBy): Promise<void> {
    const words = await wordsOf(partner);
    const compared: Partner = { ...partner, pinned: partner.epoch, checked: { how, words, ...stamp() } };
    delete compared.renamedFrom;
    await keepPartner(compared, `words of a partner team compared: ${how === 'phone' ? 'on the telephone' : 'face to face'}`);
  }

  /** What went to it and came from it stays in the book, and so does a team that the book names: a correction or a recall must still reach it (DPA 2018 s.48). */
  async function forget(partner: Partner): Promise<void> {
    const { partners, sent, received, past } = book.value;
    const others = partners.filter(({ partnerId }) => partnerId !== partner.partnerId);
    const isNamed = [...sent, ...received, ...past].some(({ partnerId }) => partnerId === partner.partnerId);
    await change({ ...book.value, partners: isNamed ? [...others, { ...partner, unusedSince: stamp().at }] : others }, noted('partner team removed', { team: partner.name }));
  }

  return { book, own, inUse, load, change, noted, stamp, saveUs, card, learn, learnFromCard, addByHand, wordsOf, check, forget };
});
