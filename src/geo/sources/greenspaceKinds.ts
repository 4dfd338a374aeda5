import type { CategoryId } from '@/terms';

/** Layers of OS Open Greenspace by what they can answer for. */
export type GreenspaceLayer = 'greenspace' | 'greenspace-sport';
type Kind = readonly [function_: string, layer: GreenspaceLayer, category: CategoryId];

/**
 * The published functions (docs.os.uk, OS Open Greenspace) and what they are here. Sport is a layer of its own that answers for nothing, since indoor sport is
 * not in the product. What is not in the table is counted and left out: nobody looks for allotments, cemeteries or the green around a church.
 */
const KINDS: readonly Kind[] = [
  ['Play Space', 'greenspace', 'playPark'],
  ['Public Park Or Garden', 'greenspace', 'parkOrGreenspace'],
  ['Playing Field', 'greenspace-sport', 'sportOrLeisure'],
  ['Other Sports Facility', 'greenspace-sport', 'sportOrLeisure'],
  ['Bowling Green', 'greenspace-sport', 'sportOrLeisure'],
  ['Golf Course', 'greenspace-sport', 'sportOrLeisure'],
  ['Tennis Court', 'greenspace-sport', 'sportOrLeisure'],
];
const LEFT_OUT = ['Allotments Or Community Growing Spaces', 'Allotments Or Community Growing Space', 'Cemetery', 'Religious Grounds'];

/** Editions differ in capitals, underscores and blanks. */
const keyOf = (text: string) => text.toLowerCase().replace(/[^a-z]/gu, '');
const BY_KEY = new Map(KINDS.map(([text, layer, category]) => [keyOf(text), { layer, category }]));
const LEFT_OUT_KEYS = new Map(LEFT_OUT.map((text) => [keyOf(text), text.replace(/Spaces?$/u, 'Space')]));

/** What a function stands for, or the reason for leaving it out. */
export function greenspaceKind(text: string): { layer: GreenspaceLayer; category: CategoryId } | { lost: string } {
  const known = BY_KEY.get(keyOf(text));
  if (known) return known;
  const left = LEFT_OUT_KEYS.get(keyOf(text));
  if (left !== undefined) return { lost: `${left}: not a kind of place that is looked for` };
  return { lost: text === '' ? 'No function is given' : `Function '${text.slice(0, 60)}' is not known` };
}
