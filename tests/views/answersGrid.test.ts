// @vitest-environment happy-dom
import type { YesNoUnknown } from '@/terms';
import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import AnswersGrid from '../../src/views/parts/AnswersGrid.vue';

const TERMS = { licence: 'Licence', shpo: 'SHPO', sro: 'SRO' } as const;
type Answers = Record<keyof typeof TERMS, YesNoUnknown | null>;
const NOBODY: Answers = { licence: null, shpo: null, sro: null };

function grid(answers: Answers) {
  const wrapper = mount(AnswersGrid, {
    attachTo: document.body,
    props: { id: 'person.orders', legend: 'Which orders are in force?', hint: 'A hint', terms: TERMS, modelValue: answers, 'onUpdate:modelValue': (modelValue: unknown) => wrapper.setProps({ modelValue: modelValue as Answers }) },
  });
  const radio = (term: string, value: string) => wrapper.get<HTMLInputElement>(`[id="person.orders.${term}-${value}"]`);
  const fill = () => wrapper.get('button').trigger('click');
  return { wrapper, radio, fill, answers: () => wrapper.props('modelValue') as Answers, status: () => wrapper.get('[role="status"]').text() };
}

afterEach(() => { document.body.replaceChildren(); });

describe('the grid of answers', () => {
  it('has a group with its own legend for each term, and a name for each radio', () => {
    const { wrapper } = grid(NOBODY);
    for (const [term, words] of Object.entries(TERMS)) {
      const row = wrapper.get(`fieldset[id="person.orders.${term}"]`);
      expect(row.get('legend').text()).toBe(words);
      expect(row.findAll('input').map((input) => input.attributes('name'))).toEqual(Array(3).fill(`person.orders.${term}`));
      expect(row.findAll('label').map((label) => label.text())).toEqual(['Yes', 'No', 'Not known']);
    }
    expect(wrapper.get('fieldset[id="person.orders"]').attributes('aria-describedby')).toBe('person.orders-hint');
  });

  it('leads the error summary to the first answer, not to the button', () => {
    const { wrapper } = grid(NOBODY);
    expect(wrapper.get('[id="person.orders"]').element.querySelector('input, textarea, select, button')?.id).toBe('person.orders.licence-yes');
  });

  it('answers one term and leaves the others', async () => {
    const { radio, answers } = grid(NOBODY);
    await radio('shpo', 'unknown').setValue(true);
    expect(answers()).toEqual({ licence: null, shpo: 'unknown', sro: null });
    expect(radio('shpo', 'unknown').element.checked).toBe(true);
    expect(radio('shpo', 'no').element.checked).toBe(false);
  });

  it('answers the rest with no: what somebody answered stays, not known too', async () => {
    const { fill, answers, status } = grid({ licence: 'yes', shpo: 'unknown', sro: null });
    await fill();
    expect(answers()).toEqual({ licence: 'yes', shpo: 'unknown', sro: 'no' });
    expect(status()).toBe('1 row answered with ‘No’. Check them before you save.');
  });

  it('says how many it filled, and that it filled nothing where all was answered', async () => {
    const { fill, status, answers } = grid(NOBODY);
    expect(status()).toBe('');
    await fill();
    expect(status()).toMatch(/^3 rows answered with ‘No’/);
    await fill();
    expect(status()).toMatch(/nothing was filled in/);
    expect(answers()).toEqual({ licence: 'no', shpo: 'no', sro: 'no' });
  });

  it('answers nothing by itself', () => {
    const { wrapper } = grid(NOBODY);
    expect(wrapper.findAll<HTMLInputElement>('input').some((input) => input.element.checked)).toBe(false);
    expect(wrapper.emitted('update:modelValue')).toBeUndefined();
  });
});
