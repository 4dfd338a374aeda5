import { AGENCIES } from '@/terms';

/** What a card of another team calls its agency: an id of ours, or its own word. */
export const agencyWords = (agency: string): string => (Object.hasOwn(AGENCIES, agency) ? AGENCIES[agency as keyof typeof AGENCIES] : agency);

/** Teams to choose from, by their ids. */
export const teamLabels = (teams: readonly { readonly partnerId: string; readonly name: string; readonly agency: string }[]): Readonly<Record<string, string>> =>
  Object.fromEntries(teams.map(({ partnerId, name, agency }) => [partnerId, agency === '' ? name : `${name}, ${agencyWords(agency)}`]));
