import { type BlockProfile, type BlockSummary, isBlockSummary, parseBlockProfile, type ProfileFacts, refreshed, staleDay, staleRule, summaryOfProfile } from '@/record';
import type { IndexEntry, LogNote, Write } from '@/vault';
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { useClock } from './clock';
import { newId } from './newId';
import { useOffice } from './office';
import { DRAFT_OF } from './recordDrafts';
import { useSession } from './session';
import { useToday } from './today';

/** Beside the office's settings, sealed as they are: on the disk no kind of document shows (ADR 7). */
const TABLE = 'office';

/** One profile with its revision. `rev` 0: not in this vault yet. */
export interface KnownProfile {
  readonly profileId: string;
  readonly rev: number;
  readonly profile: BlockProfile;
}

/** Block and hostel profiles: each a document of its own. They hold no case, so looking at them is no consultation. */
export const useBlocks = defineStore('blocks', () => {
  const session = useSession();
  const office = useOffice();
  const clock = useClock();
  const calendar = useToday();
  const listed = shallowRef<readonly IndexEntry<BlockSummary>[]>([]);

  function refresh(): void {
    listed.value = session.openVault().list<object>(TABLE).filter((entry): entry is IndexEntry<BlockSummary> => isBlockSummary(entry.summary));
  }

  const rule = computed(() => staleRule(office.office));
  const staleOn = (profiledOn: string): string => staleDay(profiledOn, rule.value);
  const isStale = (profiledOn: string | null): boolean => profiledOn !== null && staleOn(profiledOn) <= calendar.day;
  /** The ones to be refreshed first, then by address. */
  const profiles = computed(() => listed.value.map((entry) => ({ ...entry, stale: isStale(entry.summary.profiledOn) }))
    .sort((a, b) => Number(b.stale) - Number(a.stale) || a.summary.text.localeCompare(b.summary.text, 'en', { numeric: true })));

  /** null: no such profile. */
  async function read(profileId: string): Promise<KnownProfile | null> {
    const stored = await session.openVault().read(TABLE, profileId);
    return stored === null ? null : { profileId, rev: stored.rev, profile: parseBlockProfile(stored.value) };
  }

  /** The write and the log entry of a profile that is saved beside something else. Throws RecordError. */
  function written({ profileId, rev }: Pick<KnownProfile, 'profileId' | 'rev'>, profile: BlockProfile, act: string): { readonly write: Write; readonly note: LogNote } {
    const value = parseBlockProfile(profile);
    return {
      write: { table: TABLE, id: profileId, baseRev: rev, value, summary: summaryOfProfile(value) },
      note: { event: rev === 0 ? 'collection' : 'alteration', act, about: [{ table: TABLE, id: profileId, rev: rev + 1 }], detail: {} },
    };
  }

  /** New facts over `known`, whose own become an earlier revision; null: a new profile. Returns its id. Throws RecordError, StaleRevision. */
  async function save(known: KnownProfile | null, facts: ProfileFacts, dropDrafts: readonly string[] = []): Promise<string> {
    const profileId = known?.profileId ?? newId();
    const profile: BlockProfile = known === null ? { schema: 1, now: facts, earlier: [], given: [] } : refreshed(known.profile, facts, clock.now().toISOString());
    const { write, note } = written({ profileId, rev: known?.rev ?? 0 }, profile, 'block profile saved');
    await session.openVault().save([write], [note], dropDrafts);
    refresh();
    return profileId;
  }

  async function remove({ profileId, rev }: KnownProfile): Promise<void> {
    await session.openVault().erase([{ table: TABLE, id: profileId, baseRev: rev }], [{ event: 'erasure', act: 'block profile removed', about: [{ table: TABLE, id: profileId, rev }], detail: {} }], { dropDrafts: [DRAFT_OF.block(profileId)] });
    refresh();
  }

  return { profiles, rule, staleOn, isStale, refresh, read, written, save, remove };
});
