import type { Asking } from '@/stores';
import { isDay, PROPERTY_QUESTION_IDS, type PropertyAnswers, propertyQuestion, type PropertyQuestionId } from '@/terms';
import type { Fault } from './fault';

export const OF = { flat: 'A flat or house', stair: 'A stair or a whole block' } as const;

/** A request as it is typed. */
export interface RequestForm {
  of: keyof typeof OF;
  place: string;
  from: string;
  questions: PropertyQuestionId[];
  expiresOn: string | null;
  recipient: string;
  purpose: string;
}

export const questionsFor = (of: RequestForm['of']): PropertyQuestionId[] => PROPERTY_QUESTION_IDS.filter((id) => of === 'flat' || propertyQuestion(id).ofStair);

/** The request, or what is wrong with it. `today`: ISO date. */
export function readRequestForm({ place, from, questions, expiresOn, recipient, purpose }: RequestForm, today: string): { readonly asking: Asking } | { readonly faults: readonly Fault[] } {
  const rows: readonly (readonly [boolean, string, string])[] = [
    [place.trim() === '', 'request.place', 'Enter the address or the stair.'],
    [questions.length === 0, 'request.questions', 'Choose at least one question.'],
    [from.trim() === '', 'request.from', 'Say who asks, as the landlord knows you.'],
    [expiresOn === null, 'request.expiresOn', 'Enter the day until which it may be answered.'],
    [expiresOn !== null && expiresOn < today, 'request.expiresOn', 'Enter a day that is not past.'],
    [recipient.trim() === '', 'request.recipient', 'Say to whom it goes, for the log.'],
    [purpose.trim() === '', 'request.purpose', 'Say what it is for, for the log.'],
  ];
  const faults = rows.flatMap(([wrong, field, say]) => (wrong ? [{ field, say }] : []));
  if (faults.length > 0 || expiresOn === null) return { faults };
  const ordered = PROPERTY_QUESTION_IDS.filter((id) => questions.includes(id));
  return { asking: { place: place.trim(), from: from.trim(), questions: ordered, expiresOn, recipient: recipient.trim(), purpose: purpose.trim() } };
}

/** What was answered: blanks are no answers. */
export function answersIn(typed: Readonly<Partial<Record<PropertyQuestionId, string | null>>>, questions: readonly PropertyQuestionId[]): PropertyAnswers {
  return Object.fromEntries(questions.flatMap((id) => {
    const answer = (typed[id] ?? '').trim();
    return answer === '' || (propertyQuestion(id).kind === 'day' && !isDay(answer)) ? [] : [[id, answer]];
  }));
}
