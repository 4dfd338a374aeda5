import * as v from 'valibot';

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const metres = v.pipe(v.number(), v.finite(), v.minValue(0));
/** Days that no calendar has are told by `pack verify`, which has to open the pack first. */
const isoDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u));
const counted = v.array(v.object({ reason: v.string(), count: whole }));
/** A place in `areas.*`. */
const areaPlace = whole;

const layer = v.object({
  id: v.string(),
  title: v.string(),
  categories: v.array(v.string()),
  publisher: v.string(),
  licence: v.string(),
  attribution: v.string(),
  asOf: v.nullable(isoDate),
  staleAfter: v.nullable(isoDate),
  position: v.object({ errorMetres: v.nullable(metres), extentMetres: metres, note: v.string() }),
  coverage: v.nullable(areaPlace),
  leavesOut: v.array(v.object({ what: v.string(), count: v.nullable(whole), ask: v.string() })),
  counts: v.object({ read: whole, kept: whole, dropped: counted, flagged: counted }),
});

/** The header as it is stored: areas are places in a section, categories a list that `sites.category` points into. */
export const StoredHeader = v.object({
  format: v.literal('steading-pack'),
  version: whole,
  title: v.string(),
  training: v.boolean(),
  builtAt: v.string(),
  area: v.object({ name: v.string(), councilCode: v.nullable(v.string()), boundary: areaPlace }),
  categories: v.array(v.string()),
  layers: v.array(layer),
  sections: v.array(v.object({ name: v.string(), offset: whole, byteLength: whole, sha256: hex })),
});
export type StoredHeader = v.InferOutput<typeof StoredHeader>;

const degrees = (limit: number) => v.pipe(v.number(), v.minValue(-limit), v.maxValue(limit));

export const StoredAddresses = v.array(v.object({
  uprn: v.string(),
  text: v.string(),
  flat: v.string(),
  postcode: v.string(),
  point: v.object({ lng: degrees(180), lat: degrees(90) }),
  errorMetres: v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(0))),
}));

export const StoredCouncils = v.array(v.object({ code: v.string(), name: v.string(), boundary: areaPlace }));

const position = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(2));
const line = v.array(position);
const geometry = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: position }),
  v.object({ type: v.literal('MultiPoint'), coordinates: line }),
  v.object({ type: v.literal('LineString'), coordinates: line }),
  v.object({ type: v.literal('MultiLineString'), coordinates: v.array(line) }),
  v.object({ type: v.literal('Polygon'), coordinates: v.array(line) }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(line)) }),
]);

export const StoredStreets = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(v.looseObject({
    type: v.literal('Feature'),
    geometry,
    properties: v.looseObject({
      kind: v.picklist(['road', 'path', 'rail', 'water', 'green', 'building', 'place']),
      name: v.optional(v.string()),
    }),
  })),
});

/** The value, or null when it is not of the schema. */
export function valueOf<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> | null {
  const result = v.safeParse(schema, value, { abortEarly: true });
  return result.success ? result.output : null;
}
