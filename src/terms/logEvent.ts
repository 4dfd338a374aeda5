/** The six kinds of processing that must be logged (Data Protection Act 2018, s.62). */
export const LOG_EVENTS = {
  collection: 'Collection',
  alteration: 'Alteration',
  consultation: 'Consultation',
  disclosure: 'Disclosure',
  combination: 'Combination',
  erasure: 'Erasure',
} as const;

export type LogEvent = keyof typeof LOG_EVENTS;
