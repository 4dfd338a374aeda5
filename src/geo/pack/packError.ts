export type PackErrorCode = 'notAPack' | 'newer' | 'truncated' | 'damaged' | 'invalid' | 'badSignature';

/**
 * A pack that cannot be read or written; the message says what to do about it.
 *
 * notAPack: other bytes; newer: made by a later Steading; truncated: cut short; damaged: does not match its own hashes;
 * invalid: whole and as its hashes say, but its content breaks the format's rules (also: content that cannot be written);
 * badSignature: signed, but not by the key that it names, or the signature cannot be checked here.
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
