import type { PostcodePoint, StreetMap } from '@/geo';
import { seeded } from '../../geo/geodesic';
import { somewhere } from './syntheticScotland';

const SYLLABLES = ['bal', 'auch', 'inver', 'kin', 'dun', 'glen', 'strath', 'aber', 'ach', 'ard', 'craig', 'loch', 'mor', 'ness', 'car', 'tul', 'pit', 'fin', 'gar', 'len', 'mel', 'row', 'ster', 'ton', 'wick', 'burn', 'muir', 'hill', 'field', 'ford', 'hope', 'law', 'shaw', 'side', 'toun', 'ley', 'ock', 'ie', 'an', 'er'];
const KINDS = ['Street', 'Road', 'Avenue', 'Place', 'Crescent', 'Drive', 'Terrace', 'Court', 'Gardens', 'Grove', 'Lane', 'Park', 'View', 'Way', 'Wynd', 'Brae', 'Square', 'Row'];
const COMMON = ['High', 'Main', 'Church', 'Station', 'School', 'Mill', 'Manse', 'Victoria', 'Queen', 'King', 'Albert', 'Castle', 'Bridge', 'North', 'South', 'East', 'West', 'St Andrews', 'St Marys', 'Old', 'New'];

const of = (list: readonly string[], random: () => number) => list[Math.floor(random() * list.length)] ?? '';
const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
const made = (random: () => number) => capital(Array.from({ length: 2 + Math.floor(random() * 2) }, () => of(SYLLABLES, random)).join(''));

/** Streets and places (one in fifteen) with names as Scotland has them: a share of common ones again and again, the rest of some 60,000 words. */
export function syntheticStreets(count: number, seed: number): StreetMap {
  const random = seeded(seed);
  const features = Array.from({ length: count }, (_, i) => {
    const { lng, lat } = somewhere(random);
    const isPlace = i % 15 === 0;
    const first = random() < 0.25 ? of(COMMON, random) : made(random);
    const name = isPlace ? made(random) : `${random() < 0.1 ? `${of(COMMON, random)} ` : ''}${first} ${of(KINDS, random)}`;
    return {
      type: 'Feature' as const,
      properties: { kind: isPlace ? 'place' as const : 'road' as const, name },
      geometry: isPlace ? { type: 'Point' as const, coordinates: [lng, lat] } : { type: 'LineString' as const, coordinates: [[lng, lat], [lng + 0.002 * random(), lat + 0.001 * random()]] },
    };
  });
  return { type: 'FeatureCollection', features };
}

const AREAS = ['AB', 'DD', 'DG', 'EH', 'FK', 'G', 'HS', 'IV', 'KA', 'KW', 'KY', 'ML', 'PA', 'PH', 'TD', 'ZE'];
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';

/** As many postcodes as asked for, spread over Scotland's areas. */
export function syntheticPostcodes(count: number, seed: number): PostcodePoint[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const unit = Math.floor(i / AREAS.length);
    const [pair, sector, district] = [unit % 400, Math.floor(unit / 400) % 10, 1 + Math.floor(unit / 4000)];
    const postcode = `${AREAS[i % AREAS.length] ?? ''}${String(district)} ${String(sector)}${LETTERS[pair % 20] ?? ''}${LETTERS[Math.floor(pair / 20)] ?? ''}`;
    return { postcode, point: somewhere(random), quality: 10, councilCode: 'S12000099' };
  });
}
