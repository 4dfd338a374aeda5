import type { Clause, ClauseStatus, StandardSection, StandardText } from '@/stores';
import { AGENCIES } from '@/terms';

/** Clauses that Steading has not seen whole: text not seen, read in part, or read by us. */
const NOT_SEEN: readonly ClauseStatus[] = ['open', 'partial', 'reading'];

export interface ClauseUsed extends Clause {
  /** What it stands behind: questions, limits, who leads. */
  readonly behind: readonly string[];
}

/** Sections with the criteria that have a clause of that status, and of each only such clauses; null: all. */
export function withStatus(sections: readonly StandardSection[], status: ClauseStatus | null): readonly StandardSection[] {
  if (status === null) return sections;
  return sections
    .map((section) => ({
      ...section,
      criteria: section.criteria.map((criterion) => ({ ...criterion, clauses: clausesOf(criterion.clauses, status) })).filter(({ clauses }) => clauses.length > 0),
    }))
    .filter(({ criteria }) => criteria.length > 0);
}

export const clausesOf = (clauses: readonly Clause[], status: ClauseStatus | null): readonly Clause[] => status === null ? clauses : clauses.filter((clause) => clause.status === status);

/** 'police' → 'Lead agency: Police Scotland'. */
export const leadWords = (agency: string): string => `Lead agency: ${Object.hasOwn(AGENCIES, agency) ? AGENCIES[agency as keyof typeof AGENCIES] : agency}`;

/** Every clause of the standard once, with what it stands behind. */
export function clausesUsed({ sections, limits, lead }: Pick<StandardText, 'sections' | 'limits' | 'lead'>): readonly ClauseUsed[] {
  const used = new Map<string, ClauseUsed>();
  const add = (clause: Clause, behind: string) => {
    const key = JSON.stringify([clause.document, clause.clause, clause.status, clause.says]);
    used.set(key, { ...clause, behind: [...used.get(key)?.behind ?? [], behind] });
  };
  for (const { question, clauses } of sections.flatMap(({ criteria }) => criteria)) clauses.forEach((clause) => { add(clause, question); });
  for (const { label, clauses } of limits) clauses.forEach((clause) => { add(clause, label); });
  for (const [agency, clauses] of Object.entries(lead)) clauses.forEach((clause) => { add(clause, leadWords(agency)); });
  return [...used.values()];
}

/** What is not known, the text that was not seen first. */
export function notKnown(text: Pick<StandardText, 'sections' | 'limits' | 'lead'>): readonly ClauseUsed[] {
  const used = clausesUsed(text);
  return NOT_SEEN.flatMap((status) => used.filter((clause) => clause.status === status));
}

/** How many clauses have each status; those that none has are left out. */
export function countsByStatus(text: Pick<StandardText, 'sections' | 'limits' | 'lead'>): Readonly<Partial<Record<ClauseStatus, number>>> {
  const counts: Partial<Record<ClauseStatus, number>> = {};
  for (const { status } of clausesUsed(text)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
