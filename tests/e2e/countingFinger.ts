import type { Locator, Page } from '@playwright/test';

/** A finger, and how often it came down. What is chosen from a list costs two: to open it, and to choose. */
export function countingFinger(page: Page) {
  const count = { touches: 0, keys: 0 };
  const tap = async (target: Locator) => { await target.tap(); count.touches += 1; };
  return {
    count,
    tap,
    pick: (group: string | RegExp, label: string | RegExp) => tap(page.getByRole('group', { name: group }).locator('label', { hasText: label }).first()),
    choose: async (list: Locator, label: string | RegExp) => {
      await list.tap();
      await list.selectOption(await list.locator('option', { hasText: label }).first().getAttribute('value'));
      count.touches += 2;
    },
    type: async (field: Locator, text: string) => { await field.tap(); await field.fill(text); count.touches += 1; count.keys += text.length; },
  };
}
