import * as v from 'valibot';

const degrees = (limit: number) => v.pipe(v.number(), v.minValue(-limit), v.maxValue(limit));

/** The part of the map that print and Word file show, as an officer framed it: west, south, east, north in degrees (a bbox, RFC 7946 section 5). Who and when: the record's history. */
export const mapFrameSchema = v.pipe(
  v.tuple([degrees(180), degrees(90), degrees(180), degrees(90)]),
  v.check(([west, south, east, north]) => west < east && south < north, 'A frame of the map has a width and a height.'),
);

export type MapFrame = v.InferOutput<typeof mapFrameSchema>;
