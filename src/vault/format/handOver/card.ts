import * as v from 'valibot';
import { RefusedHandOver } from '../../errors';
import type { Bytes } from '../bytes';
import { canonicalText } from '../canonicalText';
import { isSignedBy } from '../signature';
import { beginsAs, readLines, writeLines } from './lines';
import { instant, line, memberKey, random128, regime, signature, teamKeys } from './team';

/**
 * A team's address as a file, in clear: nothing in it is secret.
 *
 *   steading-team 1\n
 *   <card, canonical JSON>\n
 *   <signature of the officer, base64>\n      over 'steading team card|1|<card>'
 */
const cardSchema = v.strictObject({ team: line, agency: line, regime, keys: teamKeys, madeAt: instant, officerId: random128 });

export type TeamCard = v.InferOutput<typeof cardSchema>;
const KIND = 'steading-team';

export const looksLikeTeamCard = (file: Uint8Array): boolean => beginsAs(file, KIND);

const signedText = (card: string) => ['steading team card', 1, card].join('|');

export async function writeCard(card: TeamCard, sign: (text: string) => Promise<string>): Promise<Bytes> {
  const text = canonicalText(card);
  return writeLines([`${KIND} 1`, text, await sign(signedText(text))]);
}

/** Throws RefusedHandOver. Whose card it is, the six words tell, not the card. */
export async function readCard(file: Uint8Array): Promise<TeamCard> {
  const [text = '', given = '', ...more] = readLines(file, KIND);
  const card = parsedAs(cardSchema, text);
  const key = card && more.length === 0 && v.is(signature, given) ? await memberKey(card.keys, card.officerId) : null;
  if (!card || key === null || !(await isSignedBy(key, signedText(text), given))) throw new RefusedHandOver('it is not a team’s card, or it was changed', 'Ask the team for its card again.');
  return card;
}

/** null: another shape, or not the canonical text of its value. */
export function parsedAs<const S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> | null {
  try {
    const { success, output } = v.safeParse(schema, JSON.parse(text));
    return success && canonicalText(output) === text ? output : null;
  } catch {
    return null;
  }
}
