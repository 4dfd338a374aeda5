/** A postcode without spaces, in capitals: 'eh1 1ad' → 'EH11AD'. */
export function postcodeKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
}

/** Outward and inward part as Royal Mail forms them; says nothing of whether the postcode exists. */
export const POSTCODE_KEY = /^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/u;

/** 'EH11AD' → 'EH1 1AD': the inward part is always the last three. */
export function postcodeLabel(key: string): string {
  return `${key.slice(0, -3)} ${key.slice(-3)}`;
}

/** Longest key; shorter ones are filled up with zero bytes, which sort first. */
export const POSTCODE_KEY_BYTES = 7;
