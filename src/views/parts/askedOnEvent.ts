import { type Assessment, type LocalQuestion, localQuestionsOn, type Protocol } from '@/stores';

interface AskedOnEvent {
  /** The last ERA of this address and its last review. */
  readonly before: boolean;
  readonly changes: boolean;
  readonly local: readonly LocalQuestion[];
}

/** What an event asks besides itself. An address that is new by it has nothing before it. */
export function askedOnEvent(assessment: Pick<Assessment, 'trigger' | 'addressKind' | 'lastEra'> | null, protocol: Protocol | null): AskedOnEvent {
  const event = assessment?.trigger.kind ?? null;
  const isNew = event === null || event === 'initialRegistration' || event === 'newAddress';
  const isHome = assessment?.addressKind !== 'proposed' && assessment?.addressKind !== 'none';
  // A release may be the first registration: only an earlier ERA tells that it is not, whatever the address.
  return { before: !isNew && (isHome || event === 'release'), changes: !isNew, local: localQuestionsOn(event, protocol) };
}
