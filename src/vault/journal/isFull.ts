/** Dexie wraps the browser's error; a worker hands it over as a plain Error of the same name. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'QuotaExceededError' || isFull((error as { inner?: unknown }).inner) || isFull(error.cause);
}
