/** What is asked for to confirm that the recovery code is on paper: its last group. */
export function lastGroupOf(recoveryCode: string): string {
  return recoveryCode.slice(recoveryCode.lastIndexOf('-') + 1);
}

/** Any case, with or without blanks; O is read as 0, I and L as 1, as the vault reads the whole code. */
export function isLastGroup(recoveryCode: string, typed: string): boolean {
  return asRead(typed) === asRead(lastGroupOf(recoveryCode));
}

function asRead(group: string): string {
  return group.replace(/[\s-]/gu, '').toUpperCase().replace(/O/gu, '0').replace(/[IL]/gu, '1');
}
