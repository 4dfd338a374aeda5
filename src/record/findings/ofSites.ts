import { type CategoryId, categoryOf } from '@/terms';
import type { CaseFile } from '../caseFile';
import type { Protocol } from '@/rules';
import { checkOf, lookedFor, toLookFor } from '../physicalCheck';
import { judgementOf, type NumberedSite, sitesToJudge, type SitesToJudge } from '../sites';
import { askedBesides, CHECKED_CATEGORIES } from '../tasks/sites';
import { type Finding, told } from './finding';

/** Enough to know the place by; the table has them all. */
const NAMED = 3;

function namesOf(sites: readonly NumberedSite[]): string {
  const named = sites.slice(0, NAMED).map(({ name }) => name.trim() || 'without a name');
  return [...named, ...(sites.length > NAMED ? [`and ${sites.length - NAMED} more`] : [])].join(', ');
}

/** One a category: what is judged relevant, and what nobody can say yet. Reasons are those of the judgement, each once. */
function judged(assessment: CaseFile['assessment'], groups: readonly SitesToJudge[]): Finding[] {
  return groups.flatMap(({ category, sites }) => (['relevant', 'cannotSay'] as const).flatMap((relevance): Finding[] => {
    const meant = sites.flatMap((site) => {
      const judgement = judgementOf(site, assessment);
      return judgement?.relevance === relevance ? [{ site, reason: judgement.reason.trim() }] : [];
    });
    if (meant.length === 0) return [];
    const lead = `${categoryOf(category).plural}, ${relevance === 'relevant' ? 'relevant to this victim profile' : 'whether relevant cannot be said yet'}: ${meant.length} (${namesOf(meant.map(({ site }) => site))})`;
    return [{ key: `sites:${category}:${relevance}`, kind: 'sites', text: told(lead, [...new Set(meant.map(({ reason }) => reason))].filter(Boolean).join('; ')) }];
  }));
}

/** What no map answers and somebody says is there; a kind of place that was seen and stands on no list of sites. */
function there(assessment: CaseFile['assessment'], protocol: Protocol | null, groups: readonly SitesToJudge[]): Finding[] {
  const asked = [...CHECKED_CATEGORIES.map((id) => ({ id, label: categoryOf(id).plural })), ...askedBesides(protocol).map(({ id, plural }) => ({ id, label: plural }))];
  const answered = asked.filter(({ id }) => checkOf(assessment, id)?.answer === 'there').map(({ id, label }): Finding => ({ key: `checks:${id}`, kind: 'sites', text: told(`${label}: there`, checkOf(assessment, id)?.note ?? '') }));
  const listed = new Set<string>([...asked.map(({ id }) => id), ...groups.map(({ category }): CategoryId => category)]);
  const seen = toLookFor(protocol).filter(({ id }) => !listed.has(id)).flatMap(({ id, plural }): Finding[] => {
    const looked = lookedFor(assessment.physicalCheck, id);
    return looked?.look.answer === 'seen' ? [{ key: `seen:${id}`, kind: 'visits', text: told(`${plural}: seen on visit ${looked.visitNumber}`, looked.look.note) }] : [];
  });
  return [...answered, ...seen];
}

export function ofSites(assessment: CaseFile['assessment'], protocol: Protocol | null): readonly Finding[] {
  const groups = sitesToJudge(assessment);
  return [...judged(assessment, groups), ...there(assessment, protocol, groups)];
}
