/** The layer of a pack whose coverage and date are those of its streets. */
export const STREET_LAYER = 'streets';
