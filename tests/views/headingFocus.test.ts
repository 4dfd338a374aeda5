// @vitest-environment happy-dom
import { createAppRouter } from '@/router';
import { setActivePinia } from 'pinia';
import { afterEach, describe, expect, it } from 'vitest';
import { stores } from '../stores/stores';
import { fakeDoor } from './fakeDoor';

afterEach(() => { document.body.replaceChildren(); });

const drawn = () => new Promise((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(resolve); }); });

/** A page with a link, the screen's heading and a field; the focus is on the link that is followed. */
async function followed(then: (field: HTMLInputElement) => void): Promise<string> {
  setActivePinia(stores({ door: fakeDoor().door }).pinia);
  const [link, heading, field] = [document.createElement('button'), document.createElement('h1'), document.createElement('input')];
  link.id = 'link';
  heading.id = 'page-title';
  heading.tabIndex = -1;
  field.id = 'field';
  document.body.append(link, heading, field);
  link.focus();
  await createAppRouter().push('/about');
  then(field);
  await drawn();
  return document.activeElement?.id ?? '';
}

describe('the heading of a screen that was gone to', () => {
  it('takes the focus', async () => {
    expect(await followed(() => undefined)).toBe('page-title');
  });

  it('leaves it to whoever has gone on to a field before the screen was drawn', async () => {
    expect(await followed((field) => { field.focus(); })).toBe('field');
  });
});
