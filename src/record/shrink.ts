import type { CaseFileToday } from './caseFile';
import type { Assessment } from './schema/assessment';
import { type Keeping, nothingOfKeeping } from './schema/keeping';
import { startAssessment } from './start';
import { summaryOfAssessment } from './summaries';

/**
 * What a record shrinks to once it stands in ViSOR or MAPPS (digest, harm 10: no shadow register): reference, decision, who decided, and the days. Reasons, answers, sites,
 * statements and the history's values are gone. What yearly counts need goes along, as it cannot be computed any more. Throws RangeError for a record in progress.
 */
export function shrinkRecord(file: CaseFileToday, given: Pick<NonNullable<Keeping['shrunk']>, 'at' | 'by' | 'why' | 'keptWhere'>): Assessment {
  const { assessment } = file;
  const { conduct, outcome, review, keeping = nothingOfKeeping } = assessment;
  const listed = summaryOfAssessment(file);
  if (listed.state !== 'complete') throw new RangeError('A record in progress is not shrunk: complete it first.');
  const bare = startAssessment(assessment);
  return {
    ...bare,
    addressKind: assessment.addressKind,
    trigger: { ...bare.trigger, kind: assessment.trigger.kind },
    conduct: { ...bare.conduct, decision: conduct.decision, ground: conduct.ground, authorisedBy: conduct.authorisedBy, authorisedOn: conduct.authorisedOn, reopenOn: conduct.reopenOn },
    outcome: { ...bare.outcome, decision: outcome.decision, decidedOn: outcome.decidedOn, decidedBy: outcome.decidedBy },
    review: { ...review, why: '' },
    keeping: { ...keeping, shrunk: { ...given, listed: { ...listed } } },
    history: [...assessment.history.map((entry) => ({ ...entry, fields: [] })), { at: given.at, by: given.by, what: 'record shrunk', fields: [] }],
  };
}
