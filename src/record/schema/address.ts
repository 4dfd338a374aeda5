import { PRECISIONS } from '@/terms';
import * as v from 'valibot';
import { line, lngLat } from './fields';

export const POSITION_SOURCES = {
  search: 'Found by search in the area pack',
  pin: 'Pin placed on the map by the officer',
  coordinates: 'Coordinates or a grid reference entered by the officer',
  device: "The officer's device, where it was at the time",
} as const;

/** Where the address lies, apart from what it is called: the words stay when the pin moves. */
export const positionSchema = v.pipe(v.object({
  point: lngLat,
  precision: v.picklist(Object.keys(PRECISIONS) as (keyof typeof PRECISIONS)[]),
  /** Metres; there with precision 'stated', and with no other. */
  errorMetres: v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(0))),
  from: v.picklist(Object.keys(POSITION_SOURCES) as (keyof typeof POSITION_SOURCES)[]),
}), v.check(({ precision, errorMetres }) => (precision === 'stated') === (errorMetres !== undefined), "A position of precision 'stated' has an error of its own, and no other has."));

export const addressSchema = v.object({
  schema: v.literal(2),
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

export const emptyAddress: Address = { schema: 2, text: '', flat: '', floor: '', postcode: '', uprn: '', position: null };
