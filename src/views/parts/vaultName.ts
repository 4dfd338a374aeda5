/** 'Vault ABCD-EFGH': the eight letters by which officers tell vaults apart, in two groups that can be read out. */
export function vaultName(code: string): string {
  return `Vault ${code.replace(/^(.{4})(.{4})$/u, '$1-$2')}`;
}
