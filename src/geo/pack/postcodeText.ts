/** A postcode without spaces, in capitals: 'eh1 1ad' → 'EH11AD'. */
export function postcodeKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
}

/** Outward and inward part as Royal Mail forms them; says nothing of whether the postcode exists. */
export const POSTCODE_KEY = /^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/u;

/** 'EH11AD' → 'EH': the postcode area. */
export const postcodeArea = (key: string): string => /^[A-Z]*/u.exec(key)?.[0] ?? '';

/** 'EH11AD' → 'EH1 1AD': the inward part is always the last three. */
export function postcodeLabel(key: string): string {
  return `${key.slice(0, -3)} ${key.slice(-3)}`;
}

/** Longest key; shorter ones are filled up with zero bytes, which sort first. */
export const POSTCODE_KEY_BYTES = 7;

/** 'yyyy-mm' as year × 12 + month (January: 0), which fits 16 bits; 0: no month. */
export function endedMonth(ended: string): number {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/u.exec(ended) ?? [];
  return year === undefined || year > '5000' ? 0 : Number(year) * 12 + Number(month) - 1;
}

export const endedText = (month: number): string => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
