import { readCard, type TeamCard, teamWords, vaultCode } from '@/vault/format';
import { AGENCIES, momentInWords } from '@/terms';
import { tryChecks, type FileAccount } from './verifyAccount';

/** A team's address as a file (ADR 22): all of it is in clear. */
export async function verifyTeamCard(file: Uint8Array): Promise<FileAccount> {
  const found: { card?: TeamCard } = {};
  const checks = await tryChecks([{
    check: 'It is unchanged, and signed by an officer whom the founder of the vault stands behind',
    run: async () => {
      found.card = await readCard(file);
      const { officers } = found.card.keys;
      const left = officers.filter(({ leftInEpoch }) => leftInEpoch !== null).length;
      return `Signed by officer ${found.card.officerId.slice(0, 8)}; ${officers.length === 1 ? '1 officer' : `${String(officers.length)} officers`}, of whom ${left === 0 ? 'none has' : `${String(left)} ${left === 1 ? 'has' : 'have'}`} left.`;
    },
  }]);
  const { card } = found;
  if (!card) return { what: 'team card', about: ['A team’s address', `${String(file.length)} bytes`], checks, holds: false, entries: null, notSeen: [] };
  const agency = Object.entries<string>(AGENCIES).find(([id]) => id === card.agency)?.[1] ?? card.agency;
  return {
    what: 'team card', checks, holds: checks.every(({ result }) => result === 'holds'), entries: null,
    about: [
      `The address of ${card.team}, ${agency}`, `vault ${vaultCode(card.keys.vaultId)}${card.keys.kind === 'training' ? ' (training)' : ''}, keys ${String(card.keys.epoch)}`, `made ${momentInWords(card.madeAt)} by the clock of the device`,
      `address ${card.keys.address}`, `in six words: ${await teamWords(card.keys)}`,
    ],
    notSeen: ['Whose card it is: compare the six words with that team, on a number that you knew before, never on one that came with the card.', 'Whether the team has made new keys since: then it has a newer card.'],
  };
}
