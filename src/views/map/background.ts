import type { usePacks } from '@/stores';
import type { DrawnMap, MapBackground } from './drawMap';

type Packs = ReturnType<typeof usePacks>;

/** What the pack in use gives a map to lie on; its own tiles before its streets. */
export function backgroundOf({ pack }: Pick<Packs, 'pack'>): MapBackground {
  const basemap = pack?.basemap() ?? null;
  return { streets: basemap === null ? pack?.streets() ?? null : null, basemap, key: pack?.header.packId ?? 'none' };
}

/** Whose map the sites lie on, said where it is drawn. */
export function creditOf({ header }: Pick<Packs, 'header'>, ground: DrawnMap['ground']): string {
  const id = ground === 'tiles' ? 'basemap' : ground === 'streets' ? 'streets' : null;
  return header?.layers.find((layer) => layer.id === id)?.attribution ?? '';
}
