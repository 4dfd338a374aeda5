import type { BlobLike } from './blobLike';
import type { Council, StreetMap } from './content';
import type { PackHeader } from './header';
import type { PackedLines } from './lineReader';
import type { Shapes } from './shapes';
import type { PackSignature } from './signature';
import type { PackAddress, PostcodePoint, Site } from './site';
import type { PackedSites } from './siteReader';

/** An area pack, open: nothing is decoded before it is asked for. */
export interface OpenPack {
  readonly header: PackHeader;
  /** null: not signed, or opened without a check of signatures. */
  readonly signature: PackSignature | null;
  readonly siteCount: number;
  /** Sites that more than one source tells of (ADR 0012). */
  readonly mergedCount: number;
  /** @throws RangeError when there is no site i. */
  site(i: number): Site;
  /** Also by the id of a listing that became part of a site. */
  siteById(siteId: string): Site | null;
  /** Places of the sites whose box touches the given one (degrees), in no order. */
  sitesInBox(west: number, south: number, east: number, north: number): number[];
  /** Any spacing or case; null: not in this pack. */
  postcode(text: string): PostcodePoint | null;
  /** In order of postcode; none for an empty text. */
  postcodesStartingWith(text: string, limit: number): PostcodePoint[];
  addresses(): readonly PackAddress[];
  councils(): readonly Council[];
  streets(): StreetMap | null;
  /** A PMTiles v3 file, not read until it is cut. */
  basemap(): BlobLike | null;
  /** For this folder alone: the arrays behind the answers. */
  readonly packed: PackedAreas & { readonly sites: PackedSites; readonly lines: PackedLines | null };
}

/** Boundaries and coverages as they lie, and which of them is whose. */
export interface PackedAreas {
  readonly areas: Shapes;
  /** The pack's own area. */
  readonly boundary: number;
  /** By layer, in the header's order; null: no coverage. */
  readonly coverages: readonly (number | null)[];
}
