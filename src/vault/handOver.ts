import { sealForRecipients } from './format/age';
import { hex } from './format/bytes';
import { headCode } from './format/chain';
import { readCard, writeCard } from './format/handOver/card';
import { readOpened, refuseLarge, writeHandOver } from './format/handOver/file';
import { teamKeysOf, teamWords, type TeamKeys } from './format/handOver/team';
import type { OpenVault } from './types';
import type { VaultCore } from './vaultCore';

const FILE_ID_BYTES = 16;

/** What goes to other teams' vaults and comes from them. Nothing here touches a record or the log: whoever sends has logged it first. */
export function handOverOf({ keys, keyring, officer, clock, random, state, inTurn }: VaultCore): Pick<OpenVault, 'address' | 'teamCard' | 'readTeamCard' | 'wordsOf' | 'sealHandOver' | 'openHandOver' | 'openSealed'> {
  const sign = (text: string) => keys.sign(text);

  async function ownKeys(): Promise<TeamKeys> {
    const [newest] = await keys.addresses();
    if (!newest) throw new TypeError('A vault has an address.');
    return teamKeysOf(keyring(), newest.address);
  }

  return {
    address: () => inTurn(async () => {
      const own = await ownKeys();
      const older = (await keys.addresses()).slice(1).map(({ address }) => address);
      return { address: own.address, vaultId: own.vaultId, words: await teamWords(own), older };
    }),
    teamCard: ({ team, agency, regime }) => inTurn(async () => {
      const own = await ownKeys();
      const bytes = await writeCard({ team, agency, regime, keys: own, madeAt: clock().toISOString(), officerId: officer.officerId }, sign);
      return { fileName: `steading-address-${own.vaultId.slice(0, 8)}.steadingteam`, bytes };
    }),
    readTeamCard: readCard,
    wordsOf: teamWords,
    sealHandOver: ({ team, regime, parts, ...rest }) => inTurn(async () => {
      const own = await ownKeys();
      const fileId = hex(random(FILE_ID_BYTES));
      const sender = { team, regime, officer: { ...officer }, keys: own, logHeadCode: headCode(state().tail.head) };
      const plain = await writeHandOver({ ...rest, fileId, madeAt: clock().toISOString(), sender }, parts, sign);
      const bytes = await sealForRecipients([...new Set([...rest.to.map(({ address }) => address), own.address])], plain);
      return { fileId, fileName: `steading-${fileId.slice(0, 8)}.age`, bytes };
    }),
    async openSealed(file) {
      refuseLarge(file);
      await inTurn(() => Promise.resolve());
      return keys.openAddressed(new Uint8Array(file));
    },
    /** Outside the turn: it touches neither store, and a file made to be slow must keep no save waiting. */
    async openHandOver(file) {
      refuseLarge(file);
      await inTurn(() => Promise.resolve());
      return readOpened(await keys.openAddressed(new Uint8Array(file)));
    },
  };
}
