import canonicalize from 'canonicalize';

/** Canonical JSON (RFC 8785): the one text of a value, so that equal values have equal bytes. Throws TypeError where JSON cannot hold the value. */
export function canonicalText(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (error) {
    throw new TypeError('This cannot be stored: use plain values only, without NaN, Infinity, loops or half characters.', { cause: error });
  }
  if (text === undefined) throw new TypeError('This cannot be stored: there is no value.');
  return text;
}
