import type { TeamCard } from '../format/handOver/card';
import type { HandOver, Part } from '../format/handOver/file';
import type { Manifest } from '../format/handOver/manifest';
import type { Regime } from '../format/handOver/team';

export type { HandOver, Manifest, Part, Regime, TeamCard };

/** What is said of a hand-over by whoever sends it; sender, time and file id are the vault's. */
export interface ToHandOver extends Omit<Manifest, 'format' | 'fileId' | 'madeAt' | 'sender' | 'parts'> {
  /** What our own team is called, and under which law it holds what it sends. */
  readonly team: string;
  readonly regime: Regime;
  readonly parts: readonly Part[];
}
