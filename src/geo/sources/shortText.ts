/** Longer than any real name or address in the sources (the longest of 10,566 care services has 98 characters). */
export const LONGEST_TEXT = 200;
export const CUT_FLAG = `Text was longer than ${String(LONGEST_TEXT)} characters and was cut`;

/** One line of plain text. Markup stays as the text that it is; control characters and runs of blanks become one blank; what is too long is cut. */
export function shortText(text: string): { text: string; cut: boolean } {
  // Looks no further than it must: a name of a megabyte is cut before it is cleaned.
  const line = text.slice(0, LONGEST_TEXT * 4).replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const letters = [...line];
  return letters.length > LONGEST_TEXT || text.length > LONGEST_TEXT * 4
    ? { text: `${letters.slice(0, LONGEST_TEXT - 1).join('')}…`, cut: true }
    : { text: line, cut: false };
}

/** Name, detail and address of a site, each cut, and the flag that says so. */
export function siteTexts(name: string, detail: string, address: string): { name: string; detail: string; address: string; flags: string[] } {
  const all = [name, detail, address].map(shortText);
  const [n, d, a] = all.map(({ text }) => text);
  return { name: n ?? '', detail: d ?? '', address: a ?? '', flags: all.some(({ cut }) => cut) ? [CUT_FLAG] : [] };
}

/** Parts of an address in one line; the sources fill gaps with blanks or '0'. */
export function joinAddress(parts: readonly string[]): string {
  return parts.map((part) => part.trim()).filter((part) => part !== '' && part !== '0').join(', ');
}
