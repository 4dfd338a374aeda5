/** A source file that cannot be used as it is. The message names the file and says what to do; `onPage` says it without the command line's options. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly onPage: string;
  constructor(readonly file: string, problem: string, { onPage = problem, ...options }: ErrorOptions & { readonly onPage?: string } = {}) {
    super(`${file}: ${problem}`, options);
    this.onPage = `${file}: ${onPage}`;
  }
}
