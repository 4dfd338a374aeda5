import type { Partner } from '@/stores';
import { REGIMES } from '@/terms';
import { agencyWords } from './agencyWords';

type Named = Pick<Partner, 'name' | 'agency' | 'regime'>;

const told = ({ name, agency, regime }: Named) => `‘${name}’${agency === '' ? '' : `, ${agencyWords(agency)}`}${regime === null ? '' : ` (${REGIMES[regime].title})`}`;

/** The old beside the new: six words stand for keys, and not for a name. */
export const renamedWords = (before: Named, now: Named): string => `This team was known here as ${told(before)}. It calls itself ${told(now)} now. Ask for the reason on the telephone, before you say that the words are the same.`;
