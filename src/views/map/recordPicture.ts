import type { WordPicture } from '@/report/word';
import { useMapFrame, usePacks, usePrint } from '@/stores';
import { backgroundOf, creditOf } from './background';

/** The picture of the open record's map, for a Word file. null: no area pack is loaded, the record has no place, or the map could not be drawn; the file says so, and its table has every site. */
export function useRecordPicture(): () => Promise<WordPicture | null> {
  const packs = usePacks();
  const print = usePrint();
  const frames = useMapFrame();
  return async () => {
    if (print.scene === null || packs.pack === null) return null;
    try {
      const { mapPicture } = await import('./mapPicture');
      return { ...await mapPicture(print.scene, backgroundOf(packs), (ground) => creditOf(packs, ground)), beside: frames.beside };
    } catch (error) {
      console.error(error);
      return null;
    }
  };
}
