import { lookedFor, newVisit, type NumberedSite, type PropertyVisit, type SiteSeen, toLookFor, visitUnderWay } from '@/record';
import { siteRow } from '@/report';
import { clockInScotland, isCategoryId, type LookAnswer, type VisitOutcome } from '@/terms';
import { defineStore } from 'pinia';
import { computed } from 'vue';
import { useAssessment } from './assessment';
import { useClock } from './clock';
import { askDevice, type Fix, useDevice } from './device';
import { newId } from './newId';
import { useSession } from './session';
import { useToday } from './today';

const NOT_LOOKED = { answer: null, note: '', at: null } as const;
const NOT_MET = { found: null, note: '', where: '', point: null, listed: '', at: null } as const;

/** The walk-round (ERA-2017 5.3): one visit under way, written tap by tap into the working copy, which seals itself within a second. */
export const useWalkRound = defineStore('walkRound', () => {
  const open = useAssessment();
  const session = useSession();
  const clock = useClock();
  const calendar = useToday();
  const device = useDevice();

  const part = computed(() => open.docs?.assessment.physicalCheck);
  const visit = computed(() => visitUnderWay(part.value));
  const visitNumber = computed(() => (visit.value === null ? 0 : (part.value?.visits.indexOf(visit.value) ?? -1) + 1));
  const kinds = computed(() => toLookFor(open.protocol));
  /** Not tapped on this visit yet. */
  const left = computed(() => kinds.value.filter(({ id }) => (visit.value?.looked[id]?.answer ?? null) === null));
  /** Of those, what no earlier visit has dealt with either. */
  const openStill = computed(() => left.value.filter(({ id }) => lookedFor(part.value, id) === null));
  const stamp = () => clock.now().toISOString();

  function start(): void {
    if (part.value === undefined || visit.value !== null) return;
    const { name, role } = session.openVault().officer;
    part.value.visits.push(newVisit({ visitId: newId(), on: calendar.look(), from: clockInScotland(clock.now()), by: name, byRole: role }));
  }

  const lookOf = (id: string) => visit.value?.looked[id] ?? NOT_LOOKED;

  function look(id: string, change: Partial<PropertyVisit['looked'][string]>): void {
    if (visit.value) visit.value.looked[id] = { ...lookOf(id), ...change, ...('answer' in change ? { at: stamp() } : {}) };
  }

  /** One answer for all that was not tapped: said to be so by the officer, once. Returns how many. */
  function lookRest(answer: LookAnswer, note = ''): number {
    const rest = left.value;
    for (const { id } of rest) look(id, { answer, note });
    return rest.length;
  }

  const seenOf = (key: string) => visit.value?.sites[key] ?? NOT_MET;

  /** What the map said of it then goes along, in words. */
  function seeSite(site: NumberedSite, change: Partial<SiteSeen>): void {
    if (visit.value) visit.value.sites[site.key] = { ...seenOf(site.key), ...change, listed: listedWords(site), ...('found' in change ? { at: stamp() } : {}) };
  }

  /** A place that the map does not hold, with this visit as its source. Returns its id; null: a kind of the local protocol, which its note tells of. */
  function addSeen(category: string): string | null {
    const assessment = open.docs?.assessment;
    if (assessment === undefined || visit.value === null || !isCategoryId(category)) return null;
    const addedId = newId();
    const { byRole, on } = visit.value;
    assessment.addedSites.push({ addedId, name: '', category, where: '', point: null, basis: 'fact', source: `Physical check, visit ${visitNumber.value}${byRole.trim() === '' ? '' : `: ${byRole.trim()}`}`, knownOn: on });
    return addedId;
  }

  /** Asked for by a press of a button alone, and sent nowhere. */
  const whereDevice = (): Promise<Fix> => askDevice(device);

  /** Ends the visit and puts it on record, with what was tapped. Throws as `commit` does: the visit is under way again then. */
  async function end(outcome: VisitOutcome): Promise<void> {
    const ending = visit.value;
    if (ending === null) return;
    const { to } = ending;
    ending.outcome = outcome;
    if (to === null && ending.on === calendar.look()) ending.to = clockInScotland(clock.now());
    try {
      await open.commit(outcome === 'done' ? 'physical check: visit ended' : 'physical check: attempt recorded');
    } catch (error) {
      const kept = part.value?.visits.find(({ visitId }) => visitId === ending.visitId);
      if (kept) Object.assign(kept, { outcome: null, to });
      throw error;
    }
  }

  function goOn(visitId: string): void {
    const found = part.value?.visits.find((one) => one.visitId === visitId);
    if (found && visit.value === null) found.outcome = null;
  }

  const now = () => clockInScotland(clock.now());

  return { part, visit, visitNumber, kinds, left, openStill, start, lookOf, look, lookRest, seenOf, seeSite, addSeen, whereDevice, end, goOn, now };
});

/** '12. Linn Primary: School, 140 m, North. School locations, as of 3 January 2026'. */
function listedWords(site: NumberedSite): string {
  const { number, name, category, distance, direction, source } = siteRow(site);
  return `${number}. ${name}: ${category}, ${distance}, ${direction}. ${source}`.slice(0, 500);
}
