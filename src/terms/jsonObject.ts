export type JsonObject = Readonly<Record<string, unknown>>;

/** What stands between { and } in JSON: no list, and not null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
