import { comparedProfiles, type ComparedFact, isAtPostcode, mergedProfiles, PROFILE_PART, type ProfileFacts, profileIn, type Received, refreshed, REFUSALS, type Sent } from '@/record';
import { dayInWords } from '@/terms';
import { type HandOver, type Manifest, RefusedHandOver } from '@/vault';
import { defineStore } from 'pinia';
import { type KnownProfile, useBlocks } from './blocks';
import { useHandOver } from './handOver';
import { useHandOverReceive } from './handOverReceive';
import { type Offered, useHandOverSend } from './handOverSend';
import { newId } from './newId';
import { DRAFT_OF, draftsOfFile } from './recordDrafts';
import { useSession } from './session';

/** A profile says itself how old it is: the receiver's office decides how long it holds. */
const NEVER = '9999-12-31';
const PURPOSE = 'Block profile: facts of a building, no case and no people.';

/** A profile in quarantine. `ours`: of the same id, else those at its postcode, for the officer to say. */
export interface WaitingProfile {
  readonly manifest: Manifest;
  readonly received: Received;
  readonly theirs: ProfileFacts;
  readonly ours: readonly KnownProfile[];
  /** What the same team sent of it before. */
  readonly before: Received | null;
}

/** Block profiles between teams: what ADR 22 says of records, without grounds, as nobody is in them. */
export const useBlockHandOver = defineStore('blockHandOver', () => {
  const session = useSession();
  const handOver = useHandOver();
  const sends = useHandOverSend();
  const receives = useHandOverReceive();
  const blocks = useBlocks();

  /** Exactly what a file of it holds. */
  const contentOf = ({ profile: { now } }: KnownProfile): ProfileFacts => now;

  /** Who has had it, newest first. */
  const sentOf = (profileId: string): readonly Sent[] => handOver.book.sent.filter((one) => one.profileId === profileId).toReversed();

  const isRecalled = ({ notices }: Sent): boolean => notices.some(({ kind }) => kind === 'recall');

  /** Sealed, then on the log and in the book in one save, then given to the browser. To a team that has had it, it is the correction of what that team has. */
  async function send(known: KnownProfile, partnerId: string): Promise<Offered> {
    const facts = contentOf(known);
    const [partner, sender, stamp] = [sends.partnerInUse(partnerId), sends.us(), handOver.stamp()];
    if (facts.profiledOn === null) throw new Error('This profile has no day. Nothing was sent.');
    const asOf = `${facts.profiledOn}T00:00:00.000Z`;
    const before = sentOf(known.profileId).find((one) => one.partnerId === partnerId && !isRecalled(one)) ?? null;
    const file = await session.openVault().sealHandOver({
      ...sender, kind: 'blockProfile', to: [{ team: partner.name, agency: partner.agency, address: partner.address }], grounds: {}, purpose: PURPOSE, profile: null, asOf,
      source: facts.profiledBy.organisation, reliability: '', expiresOn: NEVER, concerns: before?.fileId ?? null, ids: { blockProfile: known.profileId }, parts: [{ name: PROFILE_PART, value: facts, fields: comparedProfiles(facts, facts).length }],
    });
    const sent: Sent = {
      fileId: file.fileId, act: 'blockProfile', partnerId, team: partner.name, assessmentId: null, profileId: known.profileId, reference: facts.place.text, rev: known.rev, profile: '', purpose: PURPOSE, grounds: {}, asOf, expiresOn: NEVER, ...stamp, notices: [],
    };
    const correction = { fileId: file.fileId, kind: 'correction' as const, what: `A newer look, of ${dayInWords(facts.profiledOn)}.`, ...stamp };
    const book = { ...handOver.book, sent: [...handOver.book.sent.map((one) => (one === before ? { ...one, notices: [...one.notices, correction] } : one)), sent] };
    await handOver.change(book, {
      event: 'disclosure', act: 'block profile handed over', about: [{ table: 'office', id: known.profileId, rev: known.rev }],
      detail: { recipient: `${partner.name} (${partner.agency})`, purpose: PURPOSE, file: file.fileId, ...(before && { concerns: before.fileId }) },
    });
    return file;
  }

  /** What its senders have recalled of it since it was last changed here. */
  function recalledOf({ profileId, profile: { earlier } }: KnownProfile): readonly Received[] {
    const { received } = handOver.book;
    const files = received.filter((one) => one.profileId === profileId).map(({ fileId }) => fileId);
    return received.filter(({ kind, concerns, at }) => kind === 'recall' && concerns !== null && files.includes(concerns) && at > (earlier.at(-1)?.until ?? ''));
  }

  /** null: no profile of that file waits here. */
  async function waiting(fileId: string): Promise<WaitingProfile | null> {
    const received = handOver.book.received.find((one) => one.fileId === fileId && one.state === 'waiting' && one.kind === 'blockProfile');
    const opened = received ? await session.openVault().readDraft<HandOver>(DRAFT_OF.quarantine(fileId)) : null;
    const theirs = opened && profileIn(opened.parts);
    if (!received || !opened || !theirs) return null;
    blocks.refresh();
    const before = handOver.book.received.find(({ fileId: other }) => other === opened.manifest.concerns) ?? null;
    const own = before?.profileId ?? opened.manifest.ids['blockProfile'] ?? '';
    const known = blocks.profiles.filter(({ id, summary }) => id === own || isAtPostcode(summary.postcode, theirs.place.postcode)).sort((a, b) => Number(b.id === own) - Number(a.id === own));
    const ours = (await Promise.all(known.map(({ id }) => blocks.read(id)))).filter((one) => one !== null);
    return { manifest: opened.manifest, received, theirs, ours, before };
  }

  const compared = (ours: KnownProfile | null, theirs: ProfileFacts): readonly ComparedFact[] => (ours === null ? comparedProfiles(theirs, theirs) : comparedProfiles(ours.profile.now, theirs));

  /** Into `ours`, whose facts stay as an earlier revision; null: a profile that is new here. Returns its id. */
  async function take({ manifest, received, theirs }: WaitingProfile, ours: KnownProfile | null, takeTheirs: (path: string) => boolean): Promise<string> {
    const refusal = receives.refusalFor(manifest);
    if (refusal !== null) throw new RefusedHandOver(REFUSALS[refusal].replace(/\.$/u, ''), '');
    const own = manifest.ids['blockProfile'];
    const isFree = own !== undefined && (await blocks.read(own)) === null;
    const profileId = ours?.profileId ?? (isFree ? own : newId());
    const now = ours === null ? theirs : mergedProfiles(ours.profile.now, theirs, takeTheirs);
    const profile = ours === null ? { schema: 1 as const, now, earlier: [], given: [] } : refreshed(ours.profile, now, handOver.stamp().at);
    const { write, note } = blocks.written({ profileId, rev: ours?.rev ?? 0 }, profile, `block profile received from ${received.team}`.slice(0, 400));
    await handOver.change(receives.settled(received, { state: 'taken', profileId, done: 'Taken as a block profile.' }), { ...note, detail: { team: received.team, file: manifest.fileId } }, [write], draftsOfFile(manifest.fileId));
    blocks.refresh();
    return profileId;
  }

  async function leave({ received }: WaitingProfile, why: string): Promise<void> {
    await handOver.change(receives.settled(received, { state: 'left', done: why }), handOver.noted('file of another team not taken', { team: received.team, file: received.fileId }), [], draftsOfFile(received.fileId));
  }

  return { contentOf, sentOf, send, recalledOf, waiting, compared, take, leave };
});
