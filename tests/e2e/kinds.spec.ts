import { expect, expectAccessible, openReady, test } from './app';
import { finger, type Hand, keyboard, pointer } from './hand';
import { expectFits, readLog, show } from './screens';
import { answerRest, createVault, date, openTask, option, save, startAssessment, stateOf } from './walk';

interface Kind {
  /** The kind of case of issue 6, as a report of the walk names it. */
  readonly name: string;
  readonly address: RegExp;
  readonly event?: RegExp;
  /** Left out where there is no address yet. */
  readonly place?: RegExp;
  asked(hand: Hand): Promise<void>;
  /** What the record says of it. */
  readonly said: string;
  /** What it asks besides, in other tasks. */
  also?(hand: Hand): Promise<void>;
}

/** One of each kind, with what it asks to the last question. */
const KINDS: readonly Kind[] = [
  {
    name: 'tonight’s placement', address: /^Temporary/, place: /^Bed and breakfast/, said: 'The night porter did not answer.',
    async asked(hand) {
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
      await area(hand, 'No');
    },
  },
  { name: 'an institution', address: /^Proposed/, place: /^Care home/, said: 'Manager, by telephone', asked: async (hand) => { await staff(hand, /^Not decided yet/); await area(hand, 'No'); } },
  {
    name: 'lived in with others, and a move between areas', address: /^Already lived in/, place: /^Somebody else/, said: 'Linnhead', also: household,
    async asked(hand) {
      await area(hand, 'Yes');
      await hand.type(hand.page.getByLabel('From which area?'), 'Kinlowrie');
      await hand.type(hand.page.getByLabel('To which area?'), 'Linnhead');
      await hand.type(hand.page.getByLabel('Who was told in the other area, by role?'), 'SOPU inspector');
      await hand.choose(option(hand.page, /taken the case over/, /^Not yet/));
    },
  },
  {
    name: 'a release without an address', address: /^None yet/, event: /^Release or home leave/, said: 'Parole is heard on 12 January.',
    async asked(hand) {
      const { page } = hand;
      await hand.choose(option(page, /Which is it/, /^Release/));
      await hand.type(page.getByLabel('From which establishment?'), 'HMP Linnhead');
      await hand.choose(option(page, /Is the day known/, /it may move$/));
      await date(hand, 'Day of release', '2026-12-11');
      await hand.type(page.getByLabel('How may it move?'), 'Parole is heard on 12 January.');
      await told(hand);
      await hand.type(page.getByLabel('If there is no address by that day, what happens?'), 'A homeless application, with the SOLO.');
      await area(hand, 'No');
    },
  },
  {
    name: 'home leave', address: /^Proposed/, event: /^Release or home leave/, place: /^Somebody else/, said: 'The host agrees',
    async asked(hand) {
      const { page } = hand;
      await hand.choose(option(page, /Which is it/, /^Home leave/));
      await hand.type(page.getByLabel('From which establishment?'), 'HMP Linnhead');
      await hand.choose(option(page, /Is the day known/, /^The day is set/));
      await date(hand, 'First day of the leave', '2026-12-01');
      await date(hand, 'Back on', '2026-12-05');
      await hand.type(page.getByLabel('Who is the host, by role?'), 'A parent');
      await hand.choose(option(page, /Does the host agree/, 'Not known'));
      await told(hand);
      await hand.choose(option(page, /sleep there before the full ERA/, 'No'));
      await area(hand, 'No');
    },
  },
];

const area = (hand: Hand, answer: 'Yes' | 'No'): Promise<void> => hand.choose(option(hand.page, /from one area to another/, answer));

/** Children living here, visiting, minded; who else is there. */
async function household(hand: Hand): Promise<void> {
  const { page } = hand;
  await openTask(hand, 'Children and other people');
  for (const [legend, answer] of [[/anybody under 18 live here/, 'No'], [/Do children visit/, 'No'], [/children minded here/, 'No']] as const) await hand.choose(option(page, legend, answer));
  await answerRest(hand, /Who else is of the household/);
  await hand.type(page.locator('#children\\.source'), 'Home visit');
  await date(hand, 'Known on', '2026-11-18');
  await save(hand);
  await expect(stateOf(page, 'Children and other people').last()).toHaveText('Done');
}

async function told(hand: Hand): Promise<void> {
  const { page } = hand;
  for (const [id, answer] of [['prison', 'told'], ['mappa', 'toTell']] as const) {
    await hand.choose(page.locator(`#placement\\.release\\.told\\.${id}\\.answer-${answer}`));
    await hand.type(page.locator(`#placement\\.release\\.told\\.${id}\\.note`), 'SOPU sergeant');
  }
  await hand.choose(option(page, /speak of where the person lives/, 'Not known'));
}

async function staff(hand: Hand, manager: RegExp): Promise<void> {
  const { page } = hand;
  await hand.choose(page.locator('#placement\\.run\\.answers\\.nightStaff-yes'));
  await answerRest(hand, /What is known of the place/);
  await hand.type(page.getByLabel('Source of these answers, by role'), 'Manager, by telephone');
  await date(hand, 'Known of the place on', '2026-11-19');
  await hand.choose(option(page, /Is the manager of the place told/, manager));
  await hand.type(page.locator('#placement\\.run\\.managerTold\\.why'), 'Agreed by police and justice social work.');
}

/** A record of its own for each kind. Its screen and its record are judged once, by touch: they are the same by any hand. */
async function walkKind(hand: Hand, { name, address, event, place, asked, said, also }: Kind, reference: string, judged: boolean): Promise<void> {
  const { page } = hand;
  await startAssessment(hand, reference);
  const path = new URL(page.url()).pathname;
  await openTask(hand, 'Address');
  await hand.choose(page.getByRole('radio', { name: address }));
  await save(hand);
  if (event) {
    await openTask(hand, 'What starts this assessment');
    await hand.choose(page.getByRole('radio', { name: event }));
    await save(hand);
  }
  await openTask(hand, 'Kind of case');
  if (place) await hand.choose(page.getByRole('radio', { name: place }));
  await asked(hand);
  await expect(page.getByText(/^Still needed here/)).toHaveCount(0);
  // An institution asks nothing that tonight's placement in one does not.
  if (judged && name !== 'an institution') {
    await expectAccessible(page, name);
    await expectFits(page, name);
  }
  await save(hand);
  await expect(stateOf(page, 'Kind of case').last()).toHaveText('Done');
  await also?.(hand);
  if (judged) {
    await show(page, `${path}/record`);
    await expect(page.locator('.st_record')).toContainText(said);
  }
  await show(page, '/');
}

for (const [name, options, handOf] of [['by touch', { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true }, finger], ['by keyboard', { viewport: { width: 1280, height: 900 } }, keyboard]] as const) {
  test.describe(name, () => {
    test.use(options);

    test('each kind of case asks what it needs, offline, and says it in the record', async ({ page, context, app }) => {
      test.slow();
      await openReady(page, app);
      const hand = handOf(page);
      await createVault(hand);
      await context.setOffline(true);
      for (const [at, kind] of KINDS.entries()) await test.step(kind.name, () => walkKind(hand, kind, `V-2026-02${String(at)}0`, name === 'by touch'));
      await expect(page.getByRole('heading', { name: /In progress, and no day is counted yet/ })).toBeVisible();
      await expect(page.getByText(/Release or home leave; no address yet/)).toBeVisible();
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
  await expect(page.locator('div.st_printonly')).toContainText('Stays where he is until March.');
  const paper = await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type \/Page\b/gu), 'one page').toHaveLength(1);
  const log = await readLog(page);
  for (const act of ['candidates compared', 'panel recorded', 'candidates printed', 'event after the decision recorded']) expect(log.filter((entry) => entry.act === act), act).toHaveLength(1);
});
