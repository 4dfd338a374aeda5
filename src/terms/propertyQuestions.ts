import { YES_NO_UNKNOWN } from './casework';

/** What a landlord may be asked about a flat or a stair, without a word of why. `choice`: one of the options, by id; `day`: an ISO date; `text`: words. */
interface PropertyQuestion {
  readonly ask: string;
  readonly hint?: string;
  readonly kind: 'choice' | 'day' | 'text';
  readonly options?: Readonly<Record<string, string>>;
  /** Asked of a stair or block alone too. */
  readonly ofStair?: true;
}

const UNKNOWN = { unknown: 'Not known' } as const;
const yesNo = { kind: 'choice', options: YES_NO_UNKNOWN } as const;

export const PROPERTY_QUESTIONS = {
  type: { ask: 'What type of property is it?', kind: 'choice', options: { flat: 'Flat', fourInABlock: 'Four in a block', house: 'House', bedsit: 'Bedsit or room', supported: 'Supported or sheltered housing', other: 'Other', ...UNKNOWN } },
  size: { ask: 'How large is it?', hint: 'For example: one bedroom, two people', kind: 'text' },
  tenure: { ask: 'What tenure?', kind: 'choice', options: { social: 'Social rent', midMarket: 'Mid-market rent', temporary: 'Temporary accommodation', private: 'Private rent', other: 'Other', ...UNKNOWN } },
  entrance: { ask: 'How is it entered?', kind: 'choice', options: { ownDoor: 'Own door from the street', commonSecure: 'Common door with door entry', commonOpen: 'Common door, not secured', other: 'Other', ...UNKNOWN }, ofStair: true },
  stair: { ask: 'Is there a common stair or close?', ...yesNo, ofStair: true },
  dryingGreen: { ask: 'Is there a common drying green?', ...yesNo, ofStair: true },
  binStore: { ask: 'Is there a common bin store?', ...yesNo, ofStair: true },
  garden: { ask: 'Is there a garden?', kind: 'choice', options: { ownGarden: 'Its own', commonGarden: 'In common', noGarden: 'None', ...UNKNOWN }, ofStair: true },
  cctv: { ask: 'Is there CCTV at the entrance or in the stair?', ...yesNo, ofStair: true },
  voidFrom: { ask: 'Since when is it empty, or when is it next let?', hint: 'If it is known. For example: empty since 2 November', kind: 'text' },
  available: { ask: 'Is it available?', ...yesNo },
  heldUntil: { ask: 'Until when can it be held?', hint: 'Leave it empty if it cannot, or if it is not known. For example, 27 3 2027', kind: 'day' },
  building: { ask: 'Anything else to say about the building?', hint: 'The building only: nobody by name, and nothing about a neighbour.', kind: 'text', ofStair: true },
} as const satisfies Record<string, PropertyQuestion>;
export type PropertyQuestionId = keyof typeof PROPERTY_QUESTIONS;

export const PROPERTY_QUESTION_IDS = Object.keys(PROPERTY_QUESTIONS) as readonly PropertyQuestionId[];
export const propertyQuestion = (id: PropertyQuestionId): PropertyQuestion => PROPERTY_QUESTIONS[id];

/** By question; what nobody answered is not in it. */
export type PropertyAnswers = Readonly<Partial<Record<PropertyQuestionId, string>>>;

/** An answer in words: the option's, or as it stands. */
export const propertyAnswerWords = (id: PropertyQuestionId, answer: string): string => {
  const { options = {} } = propertyQuestion(id);
  return Object.hasOwn(options, answer) ? options[answer] ?? answer : answer;
};
