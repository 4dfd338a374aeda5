// @vitest-environment happy-dom
import { useAttempt } from '@/views/parts/attempt';
import { afterEach, describe, expect, it } from 'vitest';

afterEach(() => { document.body.replaceChildren(); });

/** A button that is pressed and, as one that is disabled meanwhile, loses the focus; and a field beside it. */
async function focusAfter(act: (button: HTMLButtonElement, field: HTMLInputElement) => void): Promise<string> {
  const [button, field] = [document.createElement('button'), document.createElement('input')];
  button.id = 'button';
  field.id = 'field';
  document.body.append(button, field);
  button.focus();
  await useAttempt().attempt(async () => { button.blur(); await Promise.resolve(); act(button, field); });
  return document.activeElement?.id ?? '';
}

describe('the focus after an act', () => {
  it('is where one pressed', async () => { expect(await focusAfter(() => undefined)).toBe('button'); });
  it('stays where the act took it', async () => { expect(await focusAfter((_, field) => { field.focus(); })).toBe('field'); });
  it('goes to nothing that is gone', async () => { expect(await focusAfter((button) => { button.remove(); })).toBe(''); });
});
