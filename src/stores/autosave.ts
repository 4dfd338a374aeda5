/** How soon after the last keystroke a draft is sealed to disk. */
const QUIET_MILLISECONDS = 400;
/** And after the first one that is not on disk, however fast the typing goes on: with the sealing itself, nothing older than a second is lost. */
const MOST_MILLISECONDS = 800;

/** `soon` at every keystroke. A write that fails is the writer's to tell of. */
export function autosave(write: () => Promise<unknown>) {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;

  function cancel(): void {
    clearTimeout(quiet);
    clearTimeout(latest);
    latest = undefined;
  }

  function fire(): void {
    cancel();
    void write();
  }

  return {
    cancel,
    soon(): void {
      clearTimeout(quiet);
      quiet = setTimeout(fire, QUIET_MILLISECONDS);
      latest ??= setTimeout(fire, MOST_MILLISECONDS);
    },
  };
}
