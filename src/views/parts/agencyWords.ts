import { AGENCIES } from '@/terms';

/** What a card of another team calls its agency: an id of ours, or its own word. */
export const agencyWords = (agency: string): string => (Object.hasOwn(AGENCIES, agency) ? AGENCIES[agency as keyof typeof AGENCIES] : agency);
