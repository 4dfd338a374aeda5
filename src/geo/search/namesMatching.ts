import { exactnessWithin, type LngLat } from '@/terms';
import { isInCouncil } from '../councilAt';
import type { OpenPack } from '../pack/openPack';
import type { PackAddress } from '../pack/site';
import type { PlaceFound } from './found';
import { type Name, namesOf } from './names';
import { placeOfStreet } from './streets';
import { isNumber, isSmall, textWords } from './textWords';
import { whereItLies } from './whereItLies';
import { MOST_WORDS, searchWords } from './wordSearch';

/**
 * Places, streets and addresses that hold every word typed, best first. What may be missing in a name: small words; of a street or place, house numbers; and the
 * name of the council that it lies in.
 */
export function namesMatching(pack: OpenPack, query: string, limit: number): PlaceFound[] {
  const words = textWords(query).slice(0, MOST_WORDS);
  if (words.every((word) => isNumber(word) || isSmall(word)) && !words.some(isNumber)) return [];
  const { names, index } = namesOf(pack);
  const councils = pack.councils().map(({ code, name }) => ({ code, words: textWords(name) }));
  const councilsWith = words.map((word) => new Set(word.length < 3 || isNumber(word) ? [] : councils.filter((council) => council.words.some((each) => each.startsWith(word))).map(({ code }) => code)));
  const asked = words.map((word, place) => ({ word, mayBeMissing: isSmall(word) || isNumber(word) || (councilsWith[place]?.size ?? 0) > 0 }));
  const named = words.map((word) => !isSmall(word) && !isNumber(word));
  const found = searchWords(index, asked, limit, (place, missing) => {
    const name = names[place];
    if (name === undefined || !words.some((_, at) => named[at] && !missing.includes(at))) return false;
    if (name.kind === 'address' && missing.some((at) => isNumber(words[at] ?? ''))) return false;
    const elsewhere = missing.filter((at) => named[at]);
    if (elsewhere.length === 0) return true;
    const meant = councils.filter(({ code }) => elsewhere.every((at) => councilsWith[at]?.has(code)));
    return meant.some(({ code }) => isInCouncil(pack, code, pointOf(name)));
  });
  return found.flatMap((place) => {
    const name = names[place];
    return name === undefined ? [] : [nameFound(pack, name)];
  });
}

function pointOf(name: Name): LngLat {
  switch (name.kind) {
    case 'place': return name.place.point;
    case 'street': return name.street.middle;
    case 'address': return name.address.point;
  }
}

function nameFound(pack: OpenPack, name: Name): PlaceFound {
  switch (name.kind) {
    case 'address': return addressFound(pack, name.address);
    case 'place': return { kind: 'place', label: name.place.name, point: name.place.point, precision: 'unknown', ...whereItLies(pack, name.place.point, null) };
    case 'street': {
      const place = placeOfStreet(name.street);
      return { kind: 'street', label: name.street.name, ...place, ...whereItLies(pack, place.point, namesOf(pack).near(place.point)) };
    }
  }
}

export function addressFound(pack: OpenPack, { uprn, text, flat, postcode, point, errorMetres = 0 }: PackAddress): PlaceFound {
  const label = [flat, text, postcode].filter((part) => part !== '').join(', ') || `UPRN ${uprn}`;
  return { kind: 'address', label, point, ...exactnessWithin(errorMetres), ...(text !== '' && { text }), uprn, flat, postcode, ...whereItLies(pack, point, null) };
}
