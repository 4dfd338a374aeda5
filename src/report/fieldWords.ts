import { categoryOf, isCategoryId } from '@/terms';

/** Parts of the record by the start of their path; the longest that fits is taken. */
const WORDS: Readonly<Record<string, string>> = {
  'person': 'Person', 'person.reference': 'Person: reference', 'person.category': 'MAPPA category', 'person.level': 'MAPPA level', 'person.registered': 'Subject to SONR',
  'person.supervision': 'Supervision', 'person.under18': 'Under 18', 'person.renewalOn': 'Renewal of registration',
  'address': 'Address', 'address.text': 'Address: text', 'address.flat': 'Address: flat', 'address.floor': 'Address: floor', 'address.postcode': 'Address: postcode',
  'address.uprn': 'Address: UPRN', 'address.position': 'Address: position',
  'assessment.addressKind': 'Kind of address',
  'assessment.trigger': 'What started it',
  'assessment.conduct': 'Conduct decision', 'assessment.conduct.rationale': 'Conduct: rationale', 'assessment.conduct.otherWay': 'Conduct: what points the other way',
  'assessment.conduct.reliedOnInstead': 'Conduct: relied on instead', 'assessment.conduct.interimControls': 'Conduct: what holds meanwhile',
  'assessment.conduct.authorisedBy': 'Conduct: authorised by', 'assessment.conduct.authorisedOn': 'Conduct: authorised on', 'assessment.conduct.reopenOn': 'Conduct: opened again on',
  'assessment.surroundings': 'What was looked up near the address',
  'assessment.judgements': 'Judgement', 'assessment.exceptions': 'Site judged apart', 'assessment.addedSites': 'Added place', 'assessment.checks': 'Check',
  'assessment.outcome': 'Decision', 'assessment.outcome.reasons': 'Decision: reasons', 'assessment.outcome.otherWay': 'Decision: what points the other way',
  'assessment.outcome.conditions': 'Decision: conditions', 'assessment.outcome.victimOrConditionConflict': 'Conflict with a victim or a condition',
  'assessment.outcome.conflictAnsweredBy': 'Conflict answered by', 'assessment.outcome.refusalNumber': 'Refusal in a row', 'assessment.outcome.whoIsTold': 'Who is told',
  'assessment.review': 'Review', 'assessment.review.reviewOn': 'Date of review', 'assessment.review.retentionRule': 'Retention rule',
};

/** A changed field's path in words, e.g. 'assessment.checks.cctv.note' → 'Check: CCTV'; a path that nobody named stands as it is. */
export function fieldWords(path: string): string {
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const words = WORDS[steps.slice(0, length).join('.')];
    if (words === undefined) continue;
    const next = steps[length] ?? '';
    return isCategoryId(next) ? `${words}: ${categoryOf(next).plural}` : words;
  }
  return path;
}
