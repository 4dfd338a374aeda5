import type { Assessment, Person, Property } from '@/record';
import type { Protocol } from '@/rules';

/** The day (ISO date) that lies so many days before the exercise is begun; less than none: after it. */
export type Ago = (days: number) => string;

const PERSON = {
  under18: 'no', registered: 'yes', behaviours: { thirdPartyContact: 'no', inciting: 'no', other: 'no' },
  orders: { licence: 'no', cpoWithSupervision: 'no', cpoWithoutSupervision: 'no', shpo: 'no', sro: 'no', olderOrder: 'no' }, supervision: 'no',
} as const satisfies Partial<Person>;

/** What is known of each fictional person when the exercise begins. */
export const GIVEN_PERSON: Readonly<Record<string, (ago: Ago) => Partial<Person>>> = {
  'TRAIN-0001': () => ({ ...PERSON, supervision: 'yes', orders: { ...PERSON.orders, licence: 'yes' } }),
  'TRAIN-0002': (ago) => ({ ...PERSON, renewalOn: ago(5) }),
  'TRAIN-0003': () => PERSON,
};

const TENEMENT: Pick<Property, 'kind' | 'size' | 'tenure' | 'landlord' | 'rooms' | 'source'> = {
  kind: 'flat', size: '2 rooms', tenure: 'scottishSecure', landlord: 'rsl', rooms: 'Living room onto Market Street, bedroom onto the back green.', source: 'landlordReply',
};

/** The flat of the first exercise, as the landlord told of it. */
export const FLAT = { ...TENEMENT, entrance: 'sharedClose', closeAndStair: 'Six homes share the close.' } as const;

/** The release of the first exercise. */
export const RELEASE = {
  kind: 'release', day: 'mayMove', mayMove: 'Home detention curfew is asked for; the day may come two weeks earlier.', from: 'HMP Kinlowrie', condition: 'no',
  told: { prison: { answer: 'told', note: 'Justice social work, by e-mail' }, mappa: { answer: 'told', note: 'At the last meeting' } },
} as const satisfies Partial<NonNullable<NonNullable<Assessment['placement']>['release']>>;

/** What the office asked for last year, and has ended since: so that a review can show what fell away. */
export const PROTOCOL_OF_LAST_YEAR: Omit<Protocol, 'inForceFrom'> = {
  format: 'steading-protocol', formatVersion: 1, name: 'Kinlowrie protocol (fictional)', version: '1', owner: 'Kinlowrie training office', groups: [], triggers: [], checks: [], categories: [], holidays: [],
  prompts: [{ category: 'school', metres: 400, reason: 'Fictional: the lanes behind the schools.' }],
  limits: [{ limit: 'annualReview', days: 15, reason: 'Fictional: before each quarterly meeting.' }],
};
