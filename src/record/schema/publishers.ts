import * as v from 'valibot';
import { instant, line } from './fields';

/** Who signed a pack, by a signature that held (docs/adr/0013). */
export const packSignatureSchema = v.object({ publisher: line, fingerprint: line });

/** A publisher that this vault takes packs from, as of the day on which the first of them was taken in. */
const pinSchema = v.object({ ...packSignatureSchema.entries, areaName: line, councilCode: v.nullable(line), pinnedAt: instant, pinnedBy: line });

/** What this vault's officers have accepted of the origin of packs. */
export const publishersSchema = v.object({
  schema: v.literal(1),
  pins: v.array(pinSchema),
  /** Packs without a signature that an officer took in although publishers were known. */
  unsigned: v.array(v.object({ packId: line, acceptedAt: instant, acceptedBy: line })),
});

export type PackSignature = v.InferOutput<typeof packSignatureSchema>;
export type Pin = v.InferOutput<typeof pinSchema>;
export type Publishers = v.InferOutput<typeof publishersSchema>;

export const noPublishers: Publishers = { schema: 1, pins: [], unsigned: [] };
