import type { CategoryId } from '@/terms';
import { textWords } from '../search/textWords';
import type { Site } from '../pack/site';

/**
 * The categories of which two sources may tell the same place (ADR 0012), and the words that tell nothing there, since the category says them.
 * Not among them: what stands side by side under one name (sport, parks, play parks, colleges), chains (shops, licensed premises) and offices.
 * 'Primary', 'high', 'after school club' and their like are not in these lists: they tell places apart.
 */
const EMPTY_WORDS: Readonly<Partial<Record<CategoryId, readonly string[]>>> = {
  school: ['school', 'rc', 'roman', 'catholic'],
  nursery: ['nursery', 'nurserie', 'kindergarten', 'preschool', 'pre', 'school', 'childcare', 'centre'],
  careHome: ['care', 'nursing', 'residential', 'home'],
  adultDayService: [], communityCentre: [], library: [], placeOfWorship: [], shelteredHousing: [], youthClub: [],
};

const LINKING_WORDS: readonly string[] = ['the', 'and', 'of', 'at'];

/** A name made of these alone ('Parish Church', 'Primary School') is no name. */
const KINDS = new Set([
  'academy', 'after', 'baptist', 'cathedral', 'central', 'centre', 'chapel', 'church', 'club', 'community', 'court', 'creche', 'day', 'free', 'hall', 'high', 'house', 'infant', 'junior',
  'kirk', 'library', 'lodge', 'mosque', 'old', 'out', 'parish', 'playgroup', 'primary', 'public', 'scout', 'secondary', 'service', 'sheltered', 'housing', 'special', 'village', 'youth', 'annexe', 'unit',
]);

const LONG_FORMS: Readonly<Record<string, string>> = { st: 'saint', ps: 'primary', hs: 'high', center: 'centre' };

/**
 * Category and name, alike for two listings only where nothing but spelling and empty words differ: "St. Mary's RC Primary School (Edinburgh)" and
 * 'St Marys Primary' in Edinburgh. null: of a category that is never merged, or without a name of its own.
 */
export function placeName({ name, address, category }: Pick<Site, 'name' | 'address' | 'category'>): string | null {
  const empty = EMPTY_WORDS[category];
  if (!empty || /^unnamed\b/iu.test(name)) return null;
  const parts = address.toLowerCase().split(',').map((part) => part.trim());
  // '(Edinburgh)' tells a school from its namesakes elsewhere; its address says so too.
  const bare = name.replace(/\(([^)]*)\)/gu, (whole, inner: string) => (parts.includes(inner.trim().toLowerCase()) ? ' ' : whole));
  const words = textWords(bare.replace(/[`´‘]/gu, "'").replace(/\br\.\s?c\.?(?!\p{L})/giu, 'RC')).map((word) => LONG_FORMS[word] ?? word).map(singular);
  const telling = words.filter((word) => !empty.includes(word) && !LINKING_WORDS.includes(word));
  return telling.every((word) => KINDS.has(word)) ? null : `${category}: ${telling.join(' ')}`;
}

/** Without the s of a plural or a possessive: "Gillespie's" and 'Gillespie'. */
const singular = (word: string) => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word);
