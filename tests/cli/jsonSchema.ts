/** The part of JSON Schema 2020-12 that docs/facts.schema.json uses, read as another program would read it. */
type Schema = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value);
const entriesOf = (value: unknown): Schema => (isObject(value) ? value : {});
const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/u.test(value) && new Date(`${value}T00:00:00Z`).toJSON() === `${value}T00:00:00.000Z`;

/** By keyword; what only describes has none here. */
const KEYWORDS: Readonly<Record<string, (value: unknown, wanted: unknown, schema: Schema, root: Schema) => boolean>> = {
  $ref: (value, ref, _, root) => accepts(root, entriesOf(entriesOf(root['$defs'])[String(ref).replace('#/$defs/', '')]), value),
  type: (value, type) => typeOf(value) === type,
  enum: (value, values) => (values as unknown[]).includes(value),
  anyOf: (value, schemas, _, root) => (schemas as Schema[]).some((one) => accepts(root, one, value)),
  properties: (value, properties, _, root) => !isObject(value) || Object.entries(properties as Schema).every(([key, one]) => !Object.hasOwn(value, key) || accepts(root, one as Schema, value[key])),
  required: (value, keys) => !isObject(value) || (keys as string[]).every((key) => Object.hasOwn(value, key)),
  additionalProperties: (value, rest, { properties }, root) => {
    const others = Object.keys(entriesOf(value)).filter((key) => !Object.hasOwn(entriesOf(properties), key));
    return rest === false ? others.length === 0 : others.every((key) => accepts(root, rest as Schema, entriesOf(value)[key]));
  },
  propertyNames: (value, names, _, root) => Object.keys(entriesOf(value)).every((key) => accepts(root, names as Schema, key)),
  items: (value, item, _, root) => !Array.isArray(value) || value.every((one) => accepts(root, item as Schema, one)),
  maxItems: (value, most) => !Array.isArray(value) || value.length <= Number(most),
  minItems: (value, least) => !Array.isArray(value) || value.length >= Number(least),
  maxLength: (value, most) => typeof value !== 'string' || value.length <= Number(most),
  pattern: (value, pattern) => typeof value !== 'string' || new RegExp(String(pattern), 'u').test(value),
  format: (value, format) => format === 'date' && (typeof value !== 'string' || isDay(value)),
  minimum: (value, least) => typeof value !== 'number' || value >= Number(least),
  maximum: (value, most) => typeof value !== 'number' || value <= Number(most),
};
const ONLY_DESCRIBE = ['$schema', '$id', '$defs', 'title', 'description'];

/** Throws at a keyword that it does not know: none is passed over. */
export function accepts(root: Schema, schema: Schema, value: unknown): boolean {
  return Object.entries(schema).filter(([keyword]) => !ONLY_DESCRIBE.includes(keyword)).every(([keyword, wanted]) => {
    const holds = KEYWORDS[keyword];
    if (!holds) throw new TypeError(`The keyword ${keyword} is not read here yet.`);
    return holds(value, wanted, schema, root);
  });
}
