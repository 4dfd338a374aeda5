import { BLOCK_KINDS, isJsonObject, STATEMENT_KINDS } from '@/terms';
import { fieldValue } from './fieldValue';
import { fieldWords } from './fieldWords';

const WORDS: Readonly<Record<string, string>> = { 'kind': 'Kind of building', 'place.text': 'Address', 'place.postcode': 'Postcode', 'place.position': 'Position' };

/** A fact of a block profile, e.g. 'building.features.lift' → 'Building: Lift'. */
export const blockFactWords = (path: string): string => WORDS[path] ?? fieldWords(`assessment.property.${path}`);

export function blockFactValue(path: string, value: unknown): string {
  if (path === 'kind' && typeof value === 'string' && Object.hasOwn(BLOCK_KINDS, value)) return BLOCK_KINDS[value as keyof typeof BLOCK_KINDS];
  if (path === 'place.position') return fieldValue('address.position', value);
  if (path.startsWith('building.sightLines.') && isJsonObject(value)) {
    const kind = String(value['kind']);
    return `${String(value['text'])} (${Object.hasOwn(STATEMENT_KINDS, kind) ? STATEMENT_KINDS[kind as keyof typeof STATEMENT_KINDS] : 'kind of statement not given'})`;
  }
  return fieldValue(`assessment.property.${path}`, value);
}
