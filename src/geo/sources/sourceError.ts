/** A source file that cannot be used as it is. The message names the file and says what to do. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  constructor(readonly file: string, problem: string, options?: ErrorOptions) {
    super(`${file}: ${problem}`, options);
  }
}
