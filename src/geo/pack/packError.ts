export type PackErrorCode = 'notAPack' | 'newer' | 'truncated' | 'damaged' | 'invalid';

/**
 * A pack that cannot be read or written; the message says what to do about it.
 *
 * notAPack: other bytes; newer: made by a later Steading; truncated: cut short; damaged: does not match its own hashes;
 * invalid: whole and as signed by its hashes, but its content breaks the format's rules (also: content that cannot be written).
 */
export class PackError extends Error {
  override readonly name = 'PackError';
  constructor(
    readonly code: PackErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
