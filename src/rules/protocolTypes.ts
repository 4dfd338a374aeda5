import type { Trigger } from '@/terms';
import type { Holiday } from './clockTypes';
import type { Asked, Criterion, LimitId } from './types';

/** A question that the office asks besides the national ones: of a group of people, or of an event. Yes asks for an ERA. */
export interface LocalQuestion {
  /** Lower-case letters, digits and hyphens; not the id of a national criterion. */
  readonly id: string;
  readonly question: string;
  readonly asksFor: Asked;
  /** Where it stands in the office's own document. */
  readonly clause: string;
  readonly reason: string;
}

/** The office's local protocol: adds to the standard, never takes away. */
export interface Protocol {
  readonly format: 'steading-protocol';
  readonly formatVersion: 1;
  readonly name: string;
  readonly version: string;
  readonly owner: string;
  /** ISO date. */
  readonly inForceFrom: string;
  /** Groups of people: asked on the given events only; an empty list means on every event. */
  readonly groups: readonly (LocalQuestion & { readonly onEvents: readonly Trigger[] })[];
  readonly triggers: readonly LocalQuestion[];
  /** Checks besides those of ERA-2017 5.0. */
  readonly checks: readonly { readonly id: string; readonly label: string; readonly ask: string; readonly kind: Criterion['kind']; readonly reason: string }[];
  /** Kinds of place besides those of Steading: asked about, never searched by a map. */
  readonly categories: readonly { readonly id: string; readonly label: string; readonly plural: string; readonly ask: string; readonly reason: string }[];
  /** Distances at which the office wants a closer look: its own, never a limit, never the standard's. `category`: a mapped category. */
  readonly prompts: readonly { readonly category: string; readonly metres: number; readonly reason: string }[];
  /** Shorter limits only. */
  readonly limits: readonly { readonly limit: LimitId; readonly days: number; readonly reason: string }[];
  readonly holidays: readonly Holiday[];
}
