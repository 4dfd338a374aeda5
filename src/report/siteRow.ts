import { judgementOf, type Assessment, type NearbySite, type NumberedSite, RELEVANCE } from '@/record';
import { categoryOf, STATEMENT_KINDS } from '@/terms';
import { asOfPhrase, dayPhrase } from './dates';
import { alsoListedPhrase, directionPhrase, distancePhrase, exactnessPhrase, toldApartPhrase } from './phrases';
import { onVisitPhrase } from './visitPhrases';

const WITHIN = { inside: 'Yes', uncertain: 'Uncertain', outside: 'No' } as const satisfies Record<NearbySite['relation'], string>;

/** One numbered site in words, for table and print alike. */
export interface SiteRow {
  readonly number: number;
  readonly name: string;
  readonly category: string;
  readonly distance: string;
  readonly direction: string;
  readonly relation: string;
  readonly source: string;
  readonly precision: string;
  /** What a visit said of it, beside the map's own; '' where none did. */
  readonly onVisit: string;
}

function addedSource({ added }: NumberedSite): string {
  if (added === null) return 'Source not kept';
  const basis = added.basis === null ? 'How it is known is not given' : STATEMENT_KINDS[added.basis];
  return `Added by the office. ${basis}: ${added.source || 'source not given'}, ${dayPhrase(added.knownOn)}`;
}

export function siteRow(site: NumberedSite): SiteRow {
  const { number, nearby, layer, added } = site;
  const shared = { number, name: site.name.trim() || 'No name in the source', category: categoryOf(site.category).label, onVisit: onVisitPhrase(site) };
  const told = layer === null ? nearby?.site.layerId ?? 'Source not kept' : `${layer.title}, ${asOfPhrase(layer.asOf)}`;
  if (nearby === null && site.toldApart !== null) {
    return { ...shared, distance: 'Position not held in the pack', direction: 'Not known', relation: 'Not known', source: [told, toldApartPhrase(site)].join('. '), precision: 'Not known' };
  }
  if (nearby === null) {
    return { ...shared, distance: added?.where.trim() || 'Not measured', direction: 'Not measured', relation: 'Not measured', source: addedSource(site), precision: 'Not measured' };
  }
  return {
    ...shared,
    distance: distancePhrase(nearby),
    direction: directionPhrase(nearby),
    relation: WITHIN[nearby.relation],
    source: [told, alsoListedPhrase(site), toldApartPhrase(site)].filter(Boolean).join('. '),
    precision: exactnessPhrase(nearby),
  };
}

/** The judgement that holds for a site; its reason too where it was judged apart (the category's reason stands in its own table). */
export function judgementPhrase(site: NumberedSite, assessment: Pick<Assessment, 'judgements' | 'exceptions'>): string {
  const judgement = judgementOf(site, assessment);
  if (judgement === null || judgement.relevance === null) return 'Not judged';
  const [words = ''] = RELEVANCE[judgement.relevance].split(' to this');
  return judgement.apart ? `${words}, judged apart: ${judgement.reason.trim() || 'no reason given'}` : words;
}
