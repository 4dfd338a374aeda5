import { PRECISIONS } from '@/terms';
import * as v from 'valibot';
import { line, lngLat } from './fields';

export const POSITION_SOURCES = {
  search: 'Found by search in the area pack',
  pin: 'Pin placed on the map by the officer',
  coordinates: 'Coordinates entered by the officer',
} as const;

/** Where the address lies, apart from what it is called: the words stay when the pin moves. */
export const positionSchema = v.object({
  point: lngLat,
  precision: v.picklist(Object.keys(PRECISIONS) as (keyof typeof PRECISIONS)[]),
  from: v.picklist(Object.keys(POSITION_SOURCES) as (keyof typeof POSITION_SOURCES)[]),
});

export const addressSchema = v.object({
  schema: v.literal(1),
  /** Street address as it would be written on an envelope, without the flat. */
  text: line,
  flat: line,
  floor: line,
  postcode: line,
  uprn: line,
  position: v.nullable(positionSchema),
});

export type Position = v.InferOutput<typeof positionSchema>;
export type Address = v.InferOutput<typeof addressSchema>;

export const emptyAddress: Address = { schema: 1, text: '', flat: '', floor: '', postcode: '', uprn: '', position: null };
