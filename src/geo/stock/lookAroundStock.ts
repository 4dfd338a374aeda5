import type { OpenPack } from '../pack/openPack';
import type { ScreenChunk } from '../screen/chunk';
import { screen, type ScreenOptions } from '../screen/screen';
import type { Stock } from './readStock';
import { stockAnswers } from './stockAnswers';
import type { Screening } from './stockFiles';

/** `asOn`: ISO date on which the age of the data is judged. */
interface Asked {
  readonly radiusMetres: number;
  readonly asOn: string;
}

/** Looks around every address that was placed. @throws RangeError for a distance that cannot be meant */
export async function lookAroundStock(pack: OpenPack, { placed, notPlaced }: Stock, { radiusMetres, asOn }: Asked, turns: Omit<ScreenOptions, 'onChunk'> = {}): Promise<Screening> {
  const lngLat = new Float64Array(2 * placed.length);
  placed.forEach(({ point }, i) => { lngLat.set([point.lng, point.lat], 2 * i); });
  const errorMetres = Float64Array.from(placed, ({ precisionMetres }) => precisionMetres ?? NaN);
  const chunks: ScreenChunk[] = [];
  await screen(pack, { lngLat, errorMetres, radiusMetres, asOn }, { ...turns, onChunk: (chunk) => { chunks.push(chunk); } });
  return { pack, radiusMetres, asOn, count: placed.length, addressOf: stockAnswers(pack, placed, chunks), notPlaced };
}
