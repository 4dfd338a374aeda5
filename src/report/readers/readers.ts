import { PROFILES, type ProfileId } from '@/record';

/** Whose copy follows a list of fields of the hand-over (`PROFILES`); the full ones are the record itself, the blocks are for the lead agency's own systems. */
const NEED_TO_KNOW = ['panel', 'rsl', 'health', 'education'] as const satisfies readonly ProfileId[];
export type NeedToKnow = (typeof NEED_TO_KNOW)[number];

interface ReaderWords {
  readonly label: string;
  readonly forWhom: string;
}

const ofProfile = (id: NeedToKnow): ReaderWords => ({ label: PROFILES[id].label, forWhom: PROFILES[id].forWhom });

/** For whom a document is: one of them is chosen for every copy. */
export const READERS = {
  full: { label: 'Full record: Responsible Authorities', forWhom: 'Part A and part B, with limits, clauses, sources and history. It holds nearby households and the words of a condition on residence: it stays with the Responsible Authorities. For your own file too.' },
  police: { label: 'Full record: the police alone', forWhom: 'The same, with whether there are other people of concern here, which only the police answer. It leaves the police for nobody.' },
  panel: ofProfile('panel'),
  rsl: ofProfile('rsl'),
  health: ofProfile('health'),
  education: ofProfile('education'),
  plan: { label: 'Risk Management Plan: the block alone', forWhom: 'Every measure with its owner and day, then the conditions. For the Responsible Authorities.' },
  paste: { label: 'ViSOR or MAPPS: text to paste', forWhom: 'Plain text in short lines. For the Responsible Authorities’ own systems.' },
} as const satisfies Record<NeedToKnow | 'full' | 'police' | 'plan' | 'paste', ReaderWords>;

export type ReaderId = keyof typeof READERS;

export const isNeedToKnow = (id: ReaderId): id is NeedToKnow => NEED_TO_KNOW.some((one) => one === id);
