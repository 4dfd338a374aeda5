import { STREET_LAYER } from '@/geo';
import type { WalkAnswer } from '@/geo/walk';
import type { NumberedSite } from '@/record';
import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import { useAssessment } from './assessment';
import { usePacks } from './packs';

/** A walk as it was asked for. `radiusMetres`: what was looked at around the address; `asOf` of the pack's streets. */
export interface ShownWalk {
  readonly site: NumberedSite;
  readonly answer: WalkAnswer;
  readonly radiusMetres: number;
  readonly pinErrorMetres: number | null;
  readonly asOf: string | null;
}

/** The walk to one site, on demand, along the streets of the pack in use. It is shown and not kept: what matters of it, the officer writes down. */
export const useWalk = defineStore('walk', () => {
  const packs = usePacks();
  const assessment = useAssessment();
  const shown = shallowRef<ShownWalk | null>(null);
  const streets = computed(() => packs.header?.layers.find(({ id }) => id === STREET_LAYER) ?? null);
  const hasStreets = computed(() => streets.value !== null);
  const path = computed(() => (shown.value?.answer.is === 'walk' ? shown.value.answer.path : null));

  /** From where the surroundings were looked up. Nothing for a site without a place. The first walk of a pack readies its network (10 ms or so). */
  async function show(site: NumberedSite): Promise<void> {
    const { pack } = packs;
    const answer = assessment.docs?.assessment.surroundings?.answer;
    if (pack === null || answer === undefined || site.geometry === null) return;
    const { walkTo, WALK_BOUND_TIMES } = await import('@/geo/walk');
    // Another pack, place or assessment may have been opened meanwhile.
    if (packs.pack !== pack || assessment.docs?.assessment.surroundings?.answer !== answer) return;
    const { at: { point, errorMetres }, radiusMetres } = answer;
    shown.value = {
      site, radiusMetres, pinErrorMetres: errorMetres, asOf: streets.value?.asOf ?? null,
      answer: walkTo(pack, point, site.geometry, { boundMetres: WALK_BOUND_TIMES * radiusMetres }),
    };
  }

  function hide(): void {
    shown.value = null;
  }

  watch([() => packs.pack, () => assessment.docs?.assessment.surroundings], hide);

  return { shown, hasStreets, path, show, hide };
});
