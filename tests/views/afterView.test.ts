// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { useAssessment } from '@/stores';
import { afterEach, expect, it } from 'vitest';
import AfterView from '../../src/views/AfterView.vue';
import { ADDRESS, CONDUCTED, PERSON } from '../cases/caseFile';
import { fakeDoor, fakeVault } from './fakeDoor';
import { mounted } from './mounted';

afterEach(() => { document.body.replaceChildren(); });

it.each([['a decant', '#event-decant', true], ['the leaving itself (control)', '#event-left', false]])('‘has left’ answers for no other event: %s', async (_, event, asked) => {
  const { wrapper, button } = await mounted(AfterView, { door: fakeDoor().door, open: fakeVault(), path: '/assessments/x' });
  useAssessment().docs = structuredClone({ person: PERSON, address: ADDRESS, assessment: CONDUCTED });
  await flushPromises();
  await wrapper.get('#event-left').setValue(true);
  await wrapper.get('#answer-noted').setValue(true);
  await wrapper.get(event).setValue(true);
  await button('Put on record').trigger('submit');
  await flushPromises();
  expect(wrapper.text().includes('Say whether a review is opened.')).toBe(asked);
});
