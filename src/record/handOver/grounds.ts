/** What a file's head may say of its grounds, as its reader is told it. Why it could not wait, and why the person was not told, is for our own log and book: not for a landlord or a school. */
export const GROUNDS_THAT_GO = {
  duty: 'By which duty', decidedBy: 'Decision to disclose', decidedOn: 'Decided on', personTold: 'The person was told', mayDo: 'What the recipient may do with it',
} as const;

/** Only what is named goes, also of a ground that a later Steading asks for. */
export function groundsThatGo(grounds: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(grounds).filter(([name]) => Object.hasOwn(GROUNDS_THAT_GO, name)));
}
