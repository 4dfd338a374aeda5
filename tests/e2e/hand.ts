import { expect, type Locator, type Page } from '@playwright/test';

/** How somebody works the screens: with a pointer, with a finger, or with the keyboard alone. The walk is the same. */
export interface Hand {
  readonly page: Page;
  press(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
  choose(radio: Locator): Promise<void>;
  select(list: Locator, label: string): Promise<void>;
  pickFile(input: Locator, path: string): Promise<void>;
}

export const pointer = (page: Page): Hand => pointing(page, (target) => target.click());

/** In a context that has touch: nothing is hovered over. */
export const finger = (page: Page): Hand => pointing(page, (target) => target.tap());

function pointing(page: Page, press: Hand['press']): Hand {
  return {
    page, press,
    type: (target, text) => target.fill(text),
    // The design system lays the label over the radio button: that is what a pointer meets.
    choose: async (radio) => {
      await press(page.locator(`label[for="${await radio.getAttribute('id') ?? ''}"]`));
      await expect(radio).toBeChecked();
    },
    select: async (list, label) => { await list.selectOption({ label }); },
    pickFile: (input, path) => input.setInputFiles(path),
  };
}

const MOST_TABS = 600;

/** Nothing but keys: what Tab cannot reach, an officer without a pointer cannot do. */
export function keyboard(page: Page): Hand {
  const focused = (target: Locator) => target.evaluate((node) => node === document.activeElement);

  async function reach(target: Locator, isThere: () => Promise<boolean> = () => focused(target)): Promise<void> {
    await expect(target).toBeVisible();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await isThere()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${target.toString()}`);
  }

  return {
    page,
    async press(target) {
      await reach(target);
      await page.keyboard.press('Enter');
    },
    async type(target, text) {
      await reach(target);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    async choose(radio) {
      const name = await radio.getAttribute('name');
      await reach(radio, () => page.evaluate((wanted) => document.activeElement instanceof HTMLInputElement && document.activeElement.name === wanted, name));
      if (await focused(radio)) { await page.keyboard.press('Space'); return; }
      for (let steps = 0; steps < 40 && !(await focused(radio)); steps += 1) await page.keyboard.press('ArrowDown');
      await expect(radio).toBeChecked();
    },
    async select(list, label) {
      await reach(list);
      await page.keyboard.type(label);
      await expect(list.locator('option:checked')).toHaveText(label);
    },
    async pickFile(input, path) {
      // A browser that is short of time may swallow the first press; whoever sees no dialogue presses again.
      for (let tries = 1; ; tries += 1) {
        await reach(input);
        const chooser = page.waitForEvent('filechooser', { timeout: 6_000 });
        await page.keyboard.press('Space');
        try {
          await (await chooser).setFiles(path);
          return;
        } catch (error) {
          if (tries === 3) throw error;
        }
      }
    },
  };
}
