import { type RetentionRule, ruleLine } from '@/stores';

/** What can be chosen, by what is recorded. A rule that was recorded stays, marked, where the office's table no longer has it. */
export function retentionOptions(rules: readonly RetentionRule[], recorded: string): Readonly<Record<string, string>> {
  const lines = rules.map(ruleLine).filter((line) => line !== '');
  const options = Object.fromEntries(lines.map((line) => [line, line]));
  return recorded.trim() === '' || recorded in options ? options : { [recorded]: `${recorded} (recorded before; not in the office’s table)`, ...options };
}
