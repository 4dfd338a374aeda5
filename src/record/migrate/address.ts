import { type JsonObject } from '@/terms';

/** Shape 1 to 2: a position may bring an error of its own. None of shape 1 does. */
export function addressFrom1(address: JsonObject): JsonObject {
  return { ...address, schema: 2 };
}
