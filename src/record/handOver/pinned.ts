import type { Partner } from '../schema/handOver';

/** How a team shows itself in a card or in the head of a file. */
export interface ShownKeys {
  readonly epoch: number;
  readonly address: string;
  readonly officers: readonly { readonly officerId: string; readonly verifyKey: string; readonly vouchedBy: string; readonly leftInEpoch: number | null }[];
}

/** 'newerKeys' can be mended by comparing the words of the new address; the others not. */
export type KeysRefusal = 'otherKey' | 'senderLeft' | 'vouchedByLeaver' | 'earlierKeys' | 'newerKeys';

/**
 * What speaks against keys that claim to be a partner's. Whoever left still holds a key that the founder vouched for, and an officer list in which they stand: so a
 * list that goes back behind what was checked counts no more, nor does an officer whom only a leaver vouches for, nor another key under the id of somebody whom we know. null: they are those that were checked.
 */
export function keysRefusal({ epoch, address, officers }: ShownKeys, signedBy: string, partner: Pick<Partner, 'address' | 'epoch' | 'pinned' | 'known' | 'keys' | 'left'>): KeysRefusal | null {
  if (partner.left.includes(signedBy)) return 'senderLeft';
  if (partner.pinned !== null && officers.some(({ officerId, verifyKey }) => (partner.keys[officerId] ?? verifyKey) !== verifyKey)) return 'otherKey';
  // At the time of a list all whom a leaver had truly vouched for stand on it.
  if (partner.known.length > 0 && officers.some(({ officerId, vouchedBy }) => !partner.known.includes(officerId) && partner.left.includes(vouchedBy))) return 'vouchedByLeaver';
  if (partner.pinned !== null && epoch < partner.pinned) return 'earlierKeys';
  if (officers.some(({ officerId, leftInEpoch }) => leftInEpoch === null && partner.left.includes(officerId))) return 'earlierKeys';
  return address === partner.address && (partner.epoch === null || epoch === partner.epoch) ? null : 'newerKeys';
}
