import type { LngLat } from '@/terms';
import type { OpenPack } from '../pack/openPack';
import type { PackAddress } from '../pack/site';
import { sorted, STEP, type Steps } from './inSteps';
import { middleOfGeometry, type NamedStreet, streetsIn } from './streets';
import { textWords } from './textWords';
import { type NamedPlace, nearestPlace } from './whereItLies';
import { type WordIndex, wordIndex } from './wordIndex';
import { uprnKey } from '../uprnKey';

export type Name =
  | { readonly kind: 'place'; readonly place: NamedPlace }
  | { readonly kind: 'street'; readonly street: NamedStreet }
  | { readonly kind: 'address'; readonly address: PackAddress };

/** Everything in a pack that has a name, in the order in which equals are listed. */
export interface Names {
  readonly names: readonly Name[];
  readonly index: WordIndex;
  /** By UPRN without leading zeros; a pack may give one to several rows. */
  readonly byUprn: ReadonlyMap<string, readonly PackAddress[]>;
  near(point: LngLat): NamedPlace | null;
}

interface Work { readonly steps: Steps<Names>; names: Names | null }
const works = new WeakMap<OpenPack, Work>();

function workOn(pack: OpenPack): Work {
  const work = works.get(pack) ?? { steps: read(pack), names: null };
  works.set(pack, work);
  return work;
}

/** Worked out once for a pack: whatever was not done before (`namesInSteps`) is done now. */
export function namesOf(pack: OpenPack): Names {
  const work = workOn(pack);
  while (work.names === null) take(work);
  return work.names;
}

/** The same, with a pause after every step. */
export async function namesInSteps(pack: OpenPack, pause: () => Promise<void>): Promise<void> {
  const work = workOn(pack);
  while (work.names === null) {
    take(work);
    await pause();
  }
}

function take(work: Work): void {
  const step = work.steps.next();
  if (step.done === true) work.names = step.value;
}

function* read(pack: OpenPack): Steps<Names> {
  const features = pack.streets()?.features ?? [];
  yield;
  const places = features.flatMap(({ geometry, properties: { kind, name } }): NamedPlace[] => {
    const point = kind === 'place' && name !== undefined && name !== '' ? middleOfGeometry(geometry) : null;
    return point === null ? [] : [{ name: name ?? '', point }];
  });
  const near = nearestPlace(places);
  const rows = places.map((place) => rowOf({ kind: 'place', place }, place.name, ''));
  for (const [at, street] of (yield* streetsIn(features)).entries()) {
    if (at % STEP === 0) yield;
    rows.push(rowOf({ kind: 'street', street }, street.name, near(street.middle)?.name ?? ''));
  }
  const byUprn = new Map<string, PackAddress[]>();
  for (const [at, address] of pack.addresses().entries()) {
    if (at % STEP === 0) yield;
    // A UPRN alone has no words to be found by.
    if (address.text !== '' || address.postcode !== '') rows.push(rowOf({ kind: 'address', address }, address.text, `${address.flat} ${address.postcode}`));
    const key = uprnKey(address.uprn);
    const known = byUprn.get(key);
    if (known) known.push(address);
    else byUprn.set(key, [address]);
  }
  const inOrder = yield* sorted(rows);
  return { names: inOrder.map(({ name }) => name), index: yield* wordIndex(inOrder), byUprn, near };
}

const KIND_ORDER = { place: '0', street: '1', address: '2' } as const;

/** `order`: by name, numbers by their size, then by kind, then by what else is known. */
function rowOf(name: Name, text: string, besides: string) {
  const [own, also] = [textWords(text), textWords(besides)];
  const padded = (words: readonly string[]) => words.join(' ').replace(/\d+/gu, (digits) => digits.padStart(6, '0'));
  return { name, own, also, order: `${padded(own)}\t${KIND_ORDER[name.kind]}\t${padded(also)}` };
}
