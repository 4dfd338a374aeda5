import { expect, expectAccessible, openReady, test } from './app';
import { type Hand, keyboard, pointer } from './hand';
import { expectFits, readLog, show } from './screens';
import { answerRest, createVault, date, openTask, option, save, startAssessment } from './walk';

/** What each kind of address and place asks, to the last question. */
const KINDS = [
  {
    kind: /^Temporary/, place: /^Bed and breakfast/,
    async asked(hand: Hand) {
      const { page } = hand;
      await hand.choose(option(page, /sleep there before the full ERA/, 'Yes'));
      for (const id of ['policeKnowledge', 'conditions', 'children', 'surroundings']) await hand.choose(page.locator(`#placement\\.tonight\\.checks\\.${id}\\.answer-done`));
      await hand.choose(page.locator('#placement\\.tonight\\.checks\\.staff\\.answer-notPossible'));
      await hand.type(page.locator('#placement\\.tonight\\.checks\\.staff\\.note'), 'The night porter did not answer.');
      await hand.type(page.getByLabel('What holds until the full ERA is done?'), 'A visit at nine, and daily contact.');
      await hand.type(page.getByLabel('Who agreed to it, by role?'), 'SOPU sergeant and SOLO');
      await date(hand, 'Agreed on', '2026-11-20');
      await date(hand, 'Until when can the person stay there?', '2026-11-27');
      await staff(hand, /^No: considered/);
    },
  },
  { kind: /^Proposed/, place: /^Care home/, asked: (hand: Hand) => staff(hand, /^Not decided yet/) },
  {
    kind: /^Already lived in/, place: /^Somebody else/,
    async asked(hand: Hand) {
      await hand.choose(option(hand.page, /from one area to another/, 'Yes'));
      await hand.type(hand.page.getByLabel('From which area?'), 'Kinlowrie');
      await hand.type(hand.page.getByLabel('To which area?'), 'Linnhead');
      await hand.type(hand.page.getByLabel('Who was told in the other area, by role?'), 'SOPU inspector');
      await hand.choose(option(hand.page, /taken the case over/, /^Not yet/));
    },
  },
] as const;

async function staff(hand: Hand, told: RegExp): Promise<void> {
  const { page } = hand;
  await hand.choose(page.locator('#placement\\.run\\.answers\\.nightStaff-yes'));
  await answerRest(hand, /What is known of the place/);
  await hand.type(page.getByLabel('Source of these answers, by role'), 'Manager, by telephone');
  await date(hand, 'Known of the place on', '2026-11-19');
  await hand.choose(option(page, /Is the manager of the place told/, told));
  await hand.type(page.locator('#placement\\.run\\.managerTold\\.why'), 'Agreed by police and justice social work.');
}

async function walkKind(hand: Hand, { kind, place, asked }: (typeof KINDS)[number], reference: string): Promise<string> {
  const { page } = hand;
  await startAssessment(hand, reference);
  const path = new URL(page.url()).pathname;
  await openTask(hand, 'Address');
  await hand.choose(page.getByRole('radio', { name: kind }));
  await save(hand);
  await openTask(hand, 'Kind of case');
  await hand.choose(page.getByRole('radio', { name: place }));
  await asked(hand);
  if (kind.source !== '^Already lived in') await hand.choose(option(page, /from one area to another/, 'No'));
  await expect(page.getByText(/^Still needed here/)).toHaveCount(0);
  await expectAccessible(page, `kind of case: ${place.source}`);
  await save(hand);
  return path;
}

for (const [name, options, handOf] of [['by touch', { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true }, pointer], ['by keyboard', { viewport: { width: 1280, height: 900 } }, keyboard]] as const) {
  test.describe(name, () => {
    test.use(options);

    test('each kind of case asks what it needs, offline, and says it in the record', async ({ page, context, app }) => {
      test.slow();
      await openReady(page, app);
      const hand = handOf(page);
      await createVault(hand);
      await context.setOffline(true);
      const only = name === 'by keyboard' ? KINDS.slice(0, 1) : KINDS;
      for (const [at, kind] of only.entries()) {
        const path = await walkKind(hand, kind, `V-2026-02${String(at)}0`);
        if (at === 0) {
          await show(page, `${path}/record`);
          await expect(page.locator('.st_record')).toContainText('The night porter did not answer.');
          await expect(page.locator('.st_record')).toContainText('What holds until the full ERA is done');
        }
        await show(page, '/');
      }
      await expect(page.getByRole('heading', { name: /In progress, and no day is counted yet/ })).toBeVisible();
      await expectFits(page, 'work today');
    });
  });
}

test('what comes after the decision opens a review; two candidates are laid side by side, and the panel is in the record of each', async ({ page, app }) => {
  test.slow();
  await openReady(page, app);
  const hand = pointer(page);
  await createVault(hand);
  await startAssessment(hand, 'V-2026-0300');
  await page.getByRole('link', { name: 'After the decision' }).click();
  await page.getByRole('button', { name: 'Put on record' }).click();
  await expect(page.getByText('Choose what has happened.').first()).toBeVisible();
  await expectAccessible(page, 'after the decision, with faults');
  await hand.choose(page.getByRole('radio', { name: /^A new partner/ }));
  await date(hand, 'On what date?', '2026-11-19');
  await hand.type(page.getByLabel('Source'), 'home visit');
  await hand.choose(page.getByRole('radio', { name: 'Yes: open a review' }));
  await page.getByRole('button', { name: 'Put on record, and open the review' }).click();
  await expect(page.getByText(/Begun as a review of .*: A new partner, or a new household/)).toBeVisible();

  await page.getByRole('link', { name: 'This person’s other addresses' }).click();
  await page.getByRole('link', { name: /^Candidates side by side/ }).click();
  await expect(page.locator('#candidates label')).toHaveCount(2);
  for (const box of await page.locator('#candidates label').all()) await box.click();
  await page.getByRole('button', { name: 'Lay them side by side' }).click();
  await expect(page.getByRole('rowheader', { name: 'Still outstanding' })).toBeVisible();
  await expectAccessible(page, 'candidates');
  await expectFits(page, 'candidates');
  await page.getByText(/^Record what/).click();
  await date(hand, 'Date of the panel', '2026-11-20');
  await hand.select(page.locator('#panel\\.attendance\\.0\\.agency'), 'Police Scotland');
  await hand.type(page.locator('#panel\\.attendance\\.0\\.role'), 'Sergeant');
  await hand.choose(option(page, 'Was it quorate?', 'Yes'));
  await hand.type(page.getByLabel('Interests declared'), 'None declared');
  for (const [at, group] of (await page.getByRole('group', { name: 'What do the Responsible Authorities decide?' }).all()).entries()) await hand.choose(group.getByRole('radio', { name: at === 0 ? 'Manageable' : 'Not decided', exact: true }));
  for (const group of await page.getByRole('group', { name: 'What does the landlord do?' }).all()) await hand.choose(group.getByRole('radio', { name: /^Held by/ }));
  for (const reasons of await page.getByLabel('Reasons').all()) await hand.type(reasons, 'Waits for the SOLO.');
  await page.getByRole('button', { name: 'Put the panel on record' }).click();
  await expect(page.getByText('If none of these, then what? Write it also').first()).toBeVisible();
  await expectAccessible(page, 'panel, with a fault');
  await hand.type(page.getByLabel('If none of these, then what?'), 'Stays where he is until March.');
  await page.getByRole('button', { name: 'Put the panel on record' }).click();
  await expect(page.getByText('On record, in the record of each candidate.')).toBeVisible();
  await page.getByText('Print one page').click();
  await hand.type(page.getByLabel('Who is it for?'), 'Panel');
  await hand.type(page.getByLabel('What for?'), 'Meeting');
  await page.evaluate(() => { window.print = () => { document.body.dataset['printedAs'] = document.title; }; });
  await page.getByRole('button', { name: 'Log it, and print' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed-as', 'steading-candidates');
  await expect(page.locator('.st_printonly')).toContainText('Stays where he is until March.');
  const log = await readLog(page);
  for (const act of ['candidates compared', 'panel recorded', 'candidates printed', 'event after the decision recorded']) expect(log.filter((entry) => entry.act === act), act).toHaveLength(1);
});
