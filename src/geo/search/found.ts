import type { Exactness, LngLat } from '@/terms';

export type PlaceKind = 'postcode' | 'address' | 'street' | 'place' | 'gridReference' | 'coordinates';

/** `precision` and `errorMetres`: how exact the point is (terms/precision.ts). */
export interface PlaceFound extends Exactness {
  readonly kind: PlaceKind;
  readonly label: string;
  /** To tell namesakes apart: the nearest named place and the council, as far as the pack holds them; '' where it holds neither. */
  readonly where: string;
  readonly point: LngLat;
  /** Of an address: its line without flat and postcode. */
  readonly text?: string;
  readonly uprn?: string;
  readonly flat?: string;
  readonly postcode?: string;
  readonly councilCode?: string;
  /** 'yyyy-mm', of a postcode that is no longer in use. */
  readonly ended?: string;
}

/** `say`: what to tell the person, with what to do. A whole postcode that the pack lacks is told as such: 'no results' would be read as a slip of the finger. */
export type PlaceSearch =
  | { readonly is: 'found'; readonly places: readonly PlaceFound[] }
  | { readonly is: 'notFound'; readonly why: 'postcodeNotInPack' | 'nothingMatches'; readonly say: string };
