import type { ConductFacts } from '@/rules';
import type { Assessment } from './schema/assessment';
import type { Person } from './schema/person';

/** What the record brings to the standard: answers as they were given, null where nobody has answered. */
export function conductFacts(person: Person, assessment: Assessment): ConductFacts {
  const { registered, category, level, supervision, under18 } = person;
  return { registered, category, level, supervision, under18, trigger: assessment.trigger.kind, addressKind: assessment.addressKind };
}
