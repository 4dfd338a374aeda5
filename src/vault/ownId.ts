import * as v from 'valibot';
import type { SealedTable } from './format/sealedTable';
import { ABOUT_ID } from './vaultState';

const withId = v.object({ id: v.string() });
const withPage = v.object({ page: v.number() });

/** Our own id of a sealed row, which its body tells; null: a draft from before drafts told theirs. */
export function ownIdIn(table: SealedTable, text: string): string | null {
  if (table === 'about') return ABOUT_ID;
  const body: unknown = JSON.parse(text);
  if (table === 'page') return String(v.parse(withPage, body).page);
  const { success, output } = v.safeParse(withId, body);
  return success ? output.id : null;
}
