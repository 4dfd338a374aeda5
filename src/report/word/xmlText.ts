/** What XML 1.0 cannot hold (section 2.2): control characters, halves of a surrogate pair, U+FFFE and U+FFFF. */
const NOT_IN_XML = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The text as XML can hold it: line ends as \n; what it cannot hold is shown as U+FFFD, never left out unseen. */
export function xmlText(words: string): string {
  return words.replaceAll(/\r\n?/gu, '\n').replaceAll(NOT_IN_XML, '\uFFFD');
}
