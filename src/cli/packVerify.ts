import { CHECKS, type PackAccount, verifyPack } from '@/geo';
import { dayInScotland } from '@/terms';
import { checkPackSignature } from '@/vault/format';
import { parseArgs } from 'node:util';
import { EXIT, UsageError, type Command } from './command';
import { datesInWords } from '@/geo/build';
import { signedBy } from './signedBy';

export const packVerify: Command = {
  name: 'pack verify',
  usage: `steading pack verify --pack FILE [--json]
  Holds everything in a pack to account: hashes, signature, every row, counts, coverage, licences, dates.
  --json: the account as JSON on stdout.
  Exit code 0: all of it holds. 1: something does not, and it is said what.`,
  run: async (args, edges) => {
    const { values: { pack: path, json } } = parseArgs({ args: [...args], options: { pack: { type: 'string' }, json: { type: 'boolean' } }, strict: true });
    if (path === undefined) throw new UsageError('--pack FILE is missing: the pack to verify.');
    const account = await verifyPack(await edges.read(path), { sha256: edges.sha256, checkSignature: checkPackSignature, today: dayInScotland(edges.now()) });
    for (const line of json === true ? [JSON.stringify(account, null, 2)] : inWords(account, path)) edges.out(json === true ? line : onOneLine(line));
    return account.holds ? EXIT.ok : EXIT.data;
  },
};

/** Nothing of a file can break a line or write over it. */
const onOneLine = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');

const RESULT = { holds: 'holds', fails: 'FAILS', notChecked: 'not checked' } as const;

function inWords({ holds, pack, signature, counts, sections, layers, checks, byteLength }: PackAccount, path: string): string[] {
  const failed = checks.filter(({ result }) => result === 'fails').length;
  return [
    `${path}: ${String(byteLength)} bytes`,
    ...(pack ? [`${pack.title}${pack.training ? ' (training)' : ''}: ${pack.area}, built ${pack.builtAt}, format ${String(pack.version)}`, `Pack ${pack.packId}`] : []),
    ...(counts && pack ? [
      signedBy(signature, pack.training),
      `${String(counts.sites)} sites (${String(counts.merged)} told by more than one source), ${String(counts.postcodes)} postcodes, ${String(counts.addresses)} addresses, ${String(counts.councils)} councils; ${String(sections.length)} sections`,
    ] : []),
    ...checks.flatMap(({ check, result, faults, notes }) => [
      `${RESULT[result]}: ${CHECKS[check]}`, ...faults.map((fault) => `  fault: ${fault}`), ...notes.map((note) => `  note: ${note}`),
    ]),
    ...layers.map((layer) => `${layer.title} [${layer.id}]: ${layer.listings === null ? 'no sites' : `${String(layer.listings)} listings, ${datesInWords({ categories: ['school'], ...layer })}`}. ${layer.publisher}. ${layer.attribution} (${layer.licence})`),
    holds ? 'All of it holds.' : `${failed === 1 ? 'One check fails' : `${String(failed)} checks fail`}. Do not hand this pack on: build or get it again, or correct what is named above at its source.`,
  ];
}
