/** What a failure says of itself. The rooms below word their errors for the officer; anything else is ours to own up to. */
export function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : 'Something went wrong that Steading does not know. Nothing was changed. Try again.';
}
