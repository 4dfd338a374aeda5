import { readKeyring, splitBackup, vaultCode } from '@/vault/format';
import { tryChecks, type FileAccount } from './verifyAccount';

const START = 'steading-backup ';

export function looksLikeBackup(file: Uint8Array): boolean {
  return new TextDecoder().decode(file.subarray(0, START.length)) === START;
}

/** The envelope of a backup: its content opens with the vault's own passphrase or recovery code, in the application, and nowhere else. */
export async function verifyBackup(file: Uint8Array): Promise<FileAccount> {
  const about = ['Backup of a vault', `${String(file.length)} bytes`];
  const checks = await tryChecks([
    { check: 'It is a whole envelope of a format that is known', run: () => Promise.resolve(splitBackup(file)).then(({ sealed }) => `${String(sealed.ct.length)} bytes are sealed.`) },
    {
      check: 'Its keys are signed by an officer whom the founder of the vault stands behind',
      run: async () => {
        const { vaultId, kind, officers, credentials, rev } = await readKeyring(splitBackup(file).keyringText, { what: 'backup' });
        about.push(`vault ${vaultCode(vaultId)}${kind === 'training' ? ' (training)' : ''}`);
        const members = officers.filter(({ leftInEpoch }) => leftInEpoch === null).length;
        return `${members === 1 ? '1 officer' : `${String(members)} officers`}, ways in: ${String(credentials.length)}; revision ${String(rev)} of the keys.`;
      },
    },
  ]);
  return {
    what: 'backup', about, checks, holds: checks.every(({ result }) => result === 'holds'), entries: null,
    notSeen: [
      'Records, drafts and the log in it: all sealed. Whether they open as a whole, a restore tells: restore it on another device now and then.',
      'When it was made, and the head code of its log: only its name says so, and a name can be changed.',
      `Whose vault it is: compare its code with the one that the office knows${about.length > 2 ? '' : ', once it can be read'}.`,
    ],
  };
}
