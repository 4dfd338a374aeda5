/** A tapped phrase at the end of what is there already, each a sentence; once. */
export function withPhrase(words: string, phrase: string): string {
  const said = words.trim();
  if (said.toLowerCase().includes(phrase.toLowerCase())) return words;
  if (said === '') return `${phrase}.`;
  return `${said}${/[.?!;:]$/u.test(said) ? '' : '.'} ${phrase}.`;
}
