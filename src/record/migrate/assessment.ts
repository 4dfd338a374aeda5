import { CHANGES, isJsonObject, type JsonObject } from '@/terms';
import { noClocks, notAnswered } from '../schema/clocks';
import { noAnswers } from '../schema/fields';
import { noChildrenAnswers } from '../schema/people';

function conductFrom1({ reliedOnInstead, ...rest }: JsonObject): JsonObject {
  return { ...rest, reliedOn: reliedOnInstead, ground: null, partsLeftOut: [], leftOutWhat: '' };
}

/** Shape 1 to 2: what is asked now and was not asked then is unanswered. The history stays as it was written, with the paths of then. */
export function assessmentFrom1(assessment: JsonObject): JsonObject {
  const { trigger, conduct } = assessment;
  return {
    ...assessment,
    schema: 2,
    trigger: isJsonObject(trigger) ? { ...trigger, event: '' } : trigger,
    changes: noAnswers(CHANGES),
    lastEra: { ...notAnswered },
    lastReview: { ...notAnswered },
    local: {},
    clocks: structuredClone(noClocks),
    conduct: isJsonObject(conduct) ? conductFrom1(conduct) : conduct,
    children: structuredClone(noChildrenAnswers),
    statements: [],
    asked: null,
  };
}
