import { CHANGES } from '@/terms';
import { type Fields, isFields } from '../jsonFields';
import { noClocks, notAnswered } from '../schema/clocks';
import { noAnswers } from '../schema/fields';
import { noChildrenAnswers } from '../schema/people';

function conductFrom1({ reliedOnInstead, ...rest }: Fields): Fields {
  return { ...rest, reliedOn: reliedOnInstead, ground: null, partsLeftOut: [], leftOutWhat: '' };
}

/** Shape 1 to 2: what is asked now and was not asked then is unanswered. The history stays as it was written, with the paths of then. */
export function assessmentFrom1(assessment: Fields): Fields {
  const { trigger, conduct } = assessment;
  return {
    ...assessment,
    schema: 2,
    trigger: isFields(trigger) ? { ...trigger, event: '' } : trigger,
    changes: noAnswers(CHANGES),
    lastEra: { ...notAnswered },
    lastReview: { ...notAnswered },
    local: {},
    clocks: structuredClone(noClocks),
    conduct: isFields(conduct) ? conductFrom1(conduct) : conduct,
    children: structuredClone(noChildrenAnswers),
    statements: [],
    asked: null,
  };
}
