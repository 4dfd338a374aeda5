import { type AddressSummary, type AssessmentSummary, clockSettings, photosByRecord, type PersonSummary, emptyAddress, emptyPerson, isOldSummary, newReference, nextDue, parseAddress, parsePerson, startAssessment, summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '@/record';
import { deadlinesBy } from '@/rules';
import type { IndexEntry, Write } from '@/vault';
import { dayInScotland } from '@/terms';
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { useClock } from './clock';
import { addressesListedAnew, isOldAddress, listedAnew } from './listedAnew';
import { newId } from './newId';
import { useOffice } from './office';
import { useSession } from './session';
import { useStandard } from './standard';
import { useToday } from './today';

/** Each record is read whole to be listed: with thousands at once a tablet has no memory left. */
const AT_ONCE = 250;
const pieces = <T>(all: readonly T[]): readonly (readonly T[])[] => Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

/** The lists: people by reference, addresses, assessments; from the vault's index, kept up with every save. */
export const useCasework = defineStore('casework', () => {
  const session = useSession();
  const clock = useClock();
  const calendar = useToday();
  const office = useOffice();
  const standard = useStandard();
  const people = shallowRef<readonly IndexEntry<PersonSummary>[]>([]);
  const addresses = shallowRef<readonly IndexEntry<AddressSummary>[]>([]);
  const assessments = shallowRef<readonly IndexEntry<AssessmentSummary>[]>([]);
  /** How many photos each record holds; none: not in it. */
  const photos = shallowRef<ReadonlyMap<string, number>>(new Map());

  function refresh(): void {
    const vault = session.openVault();
    people.value = vault.list<PersonSummary>('person');
    addresses.value = vault.list<AddressSummary>('address');
    assessments.value = vault.list<AssessmentSummary>('assessment');
    photos.value = photosByRecord(vault.list<object>('office').map(({ summary }) => summary));
  }

  /** Starts an assessment for a person (new by reference, or known) at an address (new and empty, or known). One save, one log entry. Returns its id. */
  async function start(request: { person: { id: string } | { reference: string }; address: { id: string } | null }): Promise<string> {
    const now = clock.now();
    const vault = session.openVault();
    const writes: Write[] = [];
    const personId = 'id' in request.person ? request.person.id : newId();
    const person = 'id' in request.person ? parsePerson((await vault.read('person', personId))?.value) : { ...emptyPerson, reference: request.person.reference };
    if ('reference' in request.person) writes.push({ table: 'person', id: personId, baseRev: 0, value: person, summary: summaryOfPerson(person) });
    const addressId = request.address?.id ?? newId();
    const known = request.address === null ? null : await vault.read('address', addressId);
    const address = known === null ? emptyAddress : parseAddress(known.value);
    if (known === null) writes.push({ table: 'address', id: addressId, baseRev: 0, value: address, summary: summaryOfAddress(address) });
    const assessmentId = newId();
    const assessment = startAssessment({
      reference: newReference((length) => crypto.getRandomValues(new Uint8Array(length))),
      personId, addressId, startedAt: now.toISOString(), startedBy: vault.officer.name,
    }, office.office.databases);
    writes.push({
      table: 'assessment', id: assessmentId, baseRev: 0, value: assessment,
      summary: summaryOfAssessment({ person, address, assessment, today: dayInScotland(now), protocol: standard.protocol }),
    });
    await vault.save(writes, [{ event: 'collection', act: 'assessment started', about: writes.map(({ table, id }) => ({ table, id, rev: 1 })), detail: {} }]);
    refresh();
    return assessmentId;
  }

  /** By the office's calendar and protocol of today. */
  const deadlines = computed(() => deadlinesBy(clockSettings(office.office), standard.protocol));
  /** The next deadline of an assessment in progress, counted anew by today's calendar; null: none. */
  const nextDueOf = (summary: AssessmentSummary) => nextDue(summary, deadlines.value, calendar.day);

  /** What an earlier Steading listed is listed anew before any screen reads it. Cut off, it goes on at the next unlocking. */
  async function load(): Promise<void> {
    refresh();
    const vault = session.openVault();
    const by = { today: calendar.look(), protocol: standard.protocol };
    for (const some of pieces(assessments.value.filter(({ summary }) => isOldSummary(summary)))) await relist(await listedAnew(vault, some, by));
    for (const some of pieces(addresses.value.filter(({ summary }) => isOldAddress(summary)))) await relist(await addressesListedAnew(vault, some));
  }

  async function relist(changed: readonly Write[]): Promise<void> {
    if (changed.length === 0) return;
    await session.openVault().save(changed, [{ event: 'alteration', act: 'lists written anew', about: changed.map(({ table, id, baseRev }) => ({ table, id, rev: baseRev + 1 })), detail: {} }]);
    refresh();
  }

  /** After the local protocol changed: what the lists say of assessments in progress hangs on it. Complete records keep what they say. */
  async function askAgain(): Promise<void> {
    const vault = session.openVault();
    const today = calendar.look();
    const open = vault.list<AssessmentSummary>('assessment').filter(({ summary }) => summary.state === 'inProgress' || isOldSummary(summary));
    await relist(await listedAnew(vault, open, { today, protocol: standard.protocol }));
  }

  return { people, addresses, assessments, photos, load, refresh, start, deadlines, nextDueOf, askAgain };
});
