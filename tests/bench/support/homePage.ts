import { emptyPerson, summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '@/record';
import { createVaultDoor, type Write } from '@/vault';
import { ADDRESS, caseOf, CONDUCTED } from '../../cases/caseFile';

/** In the page of tests/bench/homeScreen.ts: a vault of so many assessments, a third of them in progress; four of each person, two at each address. What lists say of them is a record's; its words are as many as in tests/bench/vault.ts. */
export const PASSPHRASE = 'harbour lantern gravel thistle';
const BATCH = 500;
const WORDS = 'The stair door does not close by itself; seen on the visit of two officers. '.repeat(25);
const STREETS = ['Inverburnie Crescent', 'Auchtonwick Road', 'North Bridge Street', 'Balmuirford Avenue', 'Old Mill Lane'];
const COMPLETE = summaryOfAssessment(caseOf(CONDUCTED));
const OPEN = summaryOfAssessment(caseOf({ ...CONDUCTED, review: { ...CONDUCTED.review, reviewOn: null } }));

function assessment(n: number): readonly Write[] {
  const [person, address] = [{ ...emptyPerson, reference: `V-2026-${String(n).padStart(5, '0')}` }, { ...ADDRESS, text: `${String(n % 200)} ${STREETS[n % STREETS.length] ?? ''}` }];
  const begun = new Date(Date.now() - ((n * 7919) % 365) * 86_400_000).toISOString();
  const of = { reference: `ST-${String(n).padStart(5, '0')}`, personId: `p${String(n - n % 4)}`, addressId: `a${String(n - n % 2)}`, startedAt: begun };
  return [
    ...(n % 4 === 0 ? [{ table: 'person', id: of.personId, baseRev: 0, value: person, summary: summaryOfPerson(person) } as const] : []),
    ...(n % 2 === 0 ? [{ table: 'address', id: of.addressId, baseRev: 0, value: address, summary: summaryOfAddress(address) } as const] : []),
    { table: 'assessment', id: `s${String(n)}`, baseRev: 0, value: { words: `${WORDS}${String(n)}` }, summary: { ...(n % 3 === 0 ? OPEN : COMPLETE), ...of } },
  ];
}

export async function fillVault(assessments: number): Promise<void> {
  const { vault } = await createVaultDoor().create({ kind: 'work', officer: { name: 'A. Reid', role: 'SOLO', agency: 'solo' }, passphrase: PASSPHRASE });
  const note = { event: 'collection', act: 'bench', about: [], detail: {} } as const;
  for (let from = 0; from < assessments; from += BATCH) await vault.save(Array.from({ length: Math.min(BATCH, assessments - from) }, (_, n) => assessment(from + n)).flat(), [note]);
  await vault.lock();
}

interface Seen { gone: number; painted: number; answered: number }

/**
 * Watches the built application's own page. `gone`: the gate went, which it does in the turn in which the vault is open; `painted`: the frame with the table of records was
 * drawn, and the page was free for the next task; `answered`: a letter typed into the search of that table was handled, and its frame drawn.
 */
export function watchHome(): void {
  const seen: Partial<Seen> = {};
  Object.assign(window, { seenHome: seen });
  const afterFrame = (then: () => void) => { requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = then; port2.postMessage(null); }); };
  let wasGate = false;
  let isDone = false;
  new MutationObserver(() => {
    const isGate = document.getElementById('unlock-secret') !== null;
    if (wasGate && !isGate) seen.gone ??= performance.now();
    wasGate = isGate;
    const field = document.querySelector<HTMLInputElement>('#sought');
    if (isDone || field === null || document.querySelector('tbody tr') === null) return;
    isDone = true;
    afterFrame(() => {
      seen.painted = performance.now();
      field.value = 'mill';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      afterFrame(() => { seen.answered = performance.now(); });
    });
  }).observe(document, { childList: true, subtree: true });
}
