import type { MapScene } from '@/stores';

/** The map on paper, in pixels: as wide as the text of an upright A4 page (MapPanel.vue has the same). */
export const PAPER = { width: 660, height: 560 } as const;

/** From here on the numbers are drawn smaller, as in a street of tenements. */
const MANY_SITES = 30;
export const manySites = ({ sites }: MapScene): boolean => sites.length > MANY_SITES;
