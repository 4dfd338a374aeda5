import type { PackSignature, Pin, Publishers } from './schema/publishers';

/** What of a pack tells where it comes from. */
export interface PackOrigin {
  readonly packId: string;
  readonly areaName: string;
  readonly councilCode: string | null;
  /** null: not signed. */
  readonly signature: PackSignature | null;
}

/**
 * known: signed by a publisher of this vault, or accepted unsigned before; first: the vault's first signed pack; unsigned: so far, none was signed.
 * ask: never used before an officer has said so. `why`: 'unsigned' after signed ones; 'otherKey' for an area or a publisher's name that another key stands
 * for; 'otherPublisher': nobody whom this vault knows. `pins`: whom it differs from.
 */
export type Trust =
  | { readonly is: 'known' | 'first' | 'unsigned' }
  | { readonly is: 'ask'; readonly why: 'unsigned' | 'otherKey' | 'otherPublisher'; readonly pins: readonly Pin[] };

/** Once any publisher is known, everything else is asked about: by an area or a name of its own choosing no pack gets past. */
export function trustOf({ pins, unsigned }: Publishers, origin: PackOrigin): Trust {
  const { signature, packId } = origin;
  if (pins.length === 0) return { is: signature === null ? 'unsigned' : 'first' };
  if (signature === null) return unsigned.some((one) => one.packId === packId) ? { is: 'known' } : { is: 'ask', why: 'unsigned', pins };
  if (pins.some(({ fingerprint }) => fingerprint === signature.fingerprint)) return { is: 'known' };
  const rivals = pins.filter((pin) => isRival(pin, origin));
  return rivals.length > 0 ? { is: 'ask', why: 'otherKey', pins: rivals } : { is: 'ask', why: 'otherPublisher', pins };
}

/** Stands for the same area, or goes by the same name. */
function isRival(pin: Pin, { areaName, councilCode, signature }: PackOrigin): boolean {
  const sameArea = pin.councilCode === null || councilCode === null ? plain(pin.areaName) === plain(areaName) : pin.councilCode === councilCode;
  return sameArea || plain(pin.publisher) === plain(signature?.publisher ?? '');
}

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/**
 * As it is once an officer has taken the pack in. A key takes the place of those that stood for its area or name: a key that was replaced, as one that
 * was lost, is asked about again.
 */
export function accepted(publishers: Publishers, origin: PackOrigin, by: { readonly at: string; readonly officer: string }): Publishers {
  const { signature, packId, areaName, councilCode } = origin;
  if (signature === null) {
    const before = publishers.unsigned.filter((one) => one.packId !== packId);
    return { ...publishers, unsigned: [...before, { packId, acceptedAt: by.at, acceptedBy: by.officer }] };
  }
  const kept = publishers.pins.filter((pin) => pin.fingerprint !== signature.fingerprint && !isRival(pin, origin));
  return { ...publishers, pins: [...kept, { ...signature, areaName, councilCode, pinnedAt: by.at, pinnedBy: by.officer }] };
}
