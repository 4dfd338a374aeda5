/** Older than this, and a lost device costs more than a week's records: the age is said as a warning. */
const WARN_AFTER_DAYS = 7;

/** Age of the last backup in calendar days (both as yyyy-mm-dd); null: there is none. `overdue` is said in words, never by colour alone. */
export function backupAge(lastOn: string | null, today: string): { readonly words: string; readonly overdue: boolean } {
  if (lastOn === null) return { words: 'Never backed up from this device.', overdue: true };
  const days = Math.round((Date.parse(today) - Date.parse(lastOn)) / 86_400_000);
  // The clock of the device was set back since: no age can be told, so it counts as old.
  if (days < 0) return { words: 'The last backup is dated in the future. Check the clock of this device, then make a backup.', overdue: true };
  const words = days === 0 ? 'Last backup: today.' : days === 1 ? 'Last backup: yesterday.' : `Last backup: ${String(days)} days ago.`;
  return { words, overdue: days > WARN_AFTER_DAYS };
}
