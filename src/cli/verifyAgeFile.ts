import { isProfileId, PROFILES } from '@/record';
import { fingerprintWords, type HandOver, looksLikeHandOver, openAgeFile, readHandOver, recipientCount, recipientOf, teamWords, vaultCode } from '@/vault/format';
import { AGENCIES, dayInWords, momentInWords } from '@/terms';
import { tryChecks, type FileAccount, type HandOverTold } from './verifyAccount';

const KINDS = { share: 'a record, shared within MAPPA', disclosure: 'a record, disclosed to others', correction: 'a correction of a file sent before', recall: 'a recall of a file sent before', blockProfile: 'a block profile', authorityRequest: 'a request for a second officer’s authority for a departure', authorityAnswer: 'an answer to a request for authority' } as const;
const REGIMES = { part3: 'Part 3 of the Data Protection Act 2018', ukGdpr: 'UK GDPR' } as const;

/** A file handed over (ADR 22), or another age file. Without a key only its outside is seen. */
export async function verifyAgeFile(file: Uint8Array, identities: readonly string[]): Promise<FileAccount> {
  const sealedTo = recipientCount(file);
  const about = ['An age file', `${String(file.length)} bytes`, sealedTo === null ? 'the list of those that it is sealed to cannot be read' : `sealed to ${sealedTo === 1 ? '1 recipient' : `${String(sealedTo)} recipients`}`];
  if (identities.length === 0) return { what: 'age file', about, checks: [], holds: true, entries: null, notSeen: ['Anything in it: it is sealed. To whom, age does not name. Give --identity KEYFILE.', 'Whether it is whole: only a key that it is sealed to tells.'] };
  const found: { plain?: Uint8Array; handOver?: HandOver } = {};
  const opening = await tryChecks([{
    check: 'It opens with this key',
    run: async () => {
      const plain = await openAgeFile(identities, file);
      if (plain === null) throw Object.assign(new Error('not for this key'), { why: 'An age file: not for this key, or changed on its way; which one, nobody can tell' });
      found.plain = plain;
      return `${String(plain.length)} bytes are inside, whole and unchanged since they were sealed. Who sealed them, age does not tell.`;
    },
  }]);
  const { plain } = found;
  if (!plain || !looksLikeHandOver(plain)) return { what: 'age file', about, checks: opening, holds: opening.every(({ result }) => result === 'holds'), entries: null, notSeen: plain ? ['What is inside: it is no hand-over of Steading’s. Open it with age.'] : [] };
  const within = await tryChecks([
    {
      check: 'It is a hand-over, signed by an officer whom the founder of the sending vault stands behind, and each part has its signed sum',
      run: async () => {
        found.handOver = await readHandOver(plain);
        return partWords(found.handOver);
      },
    },
    { check: 'It was written to whoever has this key', run: () => (found.handOver ? writtenTo(found.handOver, identities) : Promise.reject(new Error('The manifest comes first.'))) },
  ]);
  const checks = [...opening, ...within];
  const holds = checks.every(({ result }) => result === 'holds');
  if (!found.handOver) return { what: 'hand-over', about, checks, holds, entries: null, notSeen: [] };
  const handOver = await toldOf(found.handOver);
  return { what: 'hand-over', about: [...about, ...aboutLines(handOver)], checks, holds, entries: null, notSeen: notSeenOf(handOver), handOver };
}

const partWords = ({ parts, manifest }: HandOver) => parts.length === 0 ? 'No parts: a notice.' : `${manifest.parts.map(({ name, fields, bytes }) => `${name} (${fields === 1 ? '1 field' : `${String(fields)} fields`}, ${String(bytes)} bytes)`).join(', ')}.`;

/** A file that somebody sealed anew for a third is not what the sender meant. */
async function writtenTo({ manifest: { to, sender } }: HandOver, identities: readonly string[]): Promise<string> {
  const own = await Promise.all(identities.map(recipientOf));
  const named = to.find(({ address }) => own.includes(address));
  if (!named && !own.includes(sender.keys.address)) throw Object.assign(new Error('not to this key'), { why: 'It names others, and was sealed anew for this key by somebody else. Ask the team that wrote it' });
  return named ? `${named.team}.` : 'This is the sender’s own key.';
}

async function toldOf({ manifest }: HandOver): Promise<HandOverTold> {
  const { kind, fileId, madeAt, sender, to, grounds, purpose, profile, asOf, source, reliability, expiresOn, concerns, parts } = manifest;
  return {
    kind, fileId, madeAt, grounds, purpose, profile, asOf, source, reliability, expiresOn, concerns, parts,
    sender: {
      team: sender.team, vault: vaultCode(sender.keys.vaultId), isTraining: sender.keys.kind === 'training', epoch: sender.keys.epoch, words: await teamWords(sender.keys), regime: sender.regime,
      officer: { name: sender.officer.name, role: sender.officer.role, agency: sender.officer.agency }, logHeadCode: sender.logHeadCode,
    },
    to: await Promise.all(to.map(async ({ team, agency, address }) => ({ team, agency, address, words: await fingerprintWords(address) }))),
  };
}

/** An agency of Steading's list, or as the sender wrote it. */
const agencyName = (agency: string) => Object.entries<string>(AGENCIES).find(([id]) => id === agency)?.[1] ?? agency;
const orNone = (said: string) => (said.trim() === '' ? 'not said' : said);

function aboutLines({ kind, sender, to, grounds, purpose, profile, asOf, source, reliability, expiresOn, concerns, fileId, madeAt }: HandOverTold): readonly string[] {
  const { officer } = sender;
  return [
    `Inside: ${KINDS[kind]}, file ${fileId}, made ${momentInWords(madeAt)} by the clock of the device`,
    `Sender: ${sender.team}${sender.isTraining ? ' (training)' : ''}, vault ${sender.vault}, keys ${String(sender.epoch)}; signed by ${officer.name}, ${officer.role}, ${agencyName(officer.agency)}; held under ${REGIMES[sender.regime]}; code of the log’s head then ${sender.logHeadCode}`,
    `Sender in six words: ${sender.words}`,
    ...to.map(({ team, agency, words }) => `Recipient: ${team}, ${agencyName(agency)}; its address alone in words: ${words}`),
    ...Object.entries(grounds).map(([name, said]) => `Ground, ${name}: ${said}`),
    `Purpose: ${orNone(purpose)}`,
    ...(profile === null ? [] : [`Profile: ${isProfileId(profile) ? PROFILES[profile].label : profile}`]),
    `As of ${momentInWords(asOf)}; source: ${orNone(source)}; reliability: ${orNone(reliability)}`,
    kind === 'correction' || kind === 'recall' ? `Concerns file ${concerns ?? 'unknown'}` : `To be used until ${dayInWords(expiresOn)}`,
  ];
}

const notSeenOf = ({ sender, expiresOn }: HandOverTold): readonly string[] => [
  `Whether the sender is ${sender.team}: compare the six words with that team, on a number that you knew before.`,
  'Whether the officer who signed had left the team by then: only a later card or file of that team tells.',
  `Whether it was corrected or recalled since: ask the sender. Past ${dayInWords(expiresOn)} ask for a newer one.`,
  'The content of its parts: shown to nobody here. A vault takes them in; age --decrypt shows them.',
];
