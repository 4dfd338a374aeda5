// @vitest-environment happy-dom
import { type Assessment, EMPTY_PROTOCOL, type FollowUp, type LastDone, type Protocol } from '@/stores';
import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { reactive } from 'vue';
import FollowUpFields from '../../src/views/parts/FollowUpFields.vue';
import LastDoneField from '../../src/views/parts/LastDoneField.vue';
import { localChecks } from '../../src/views/parts/localChecks';
import ReconcileNote from '../../src/views/parts/ReconcileNote.vue';
import { retentionOptions } from '../../src/views/parts/retentionOptions';
import StatementsForm from '../../src/views/parts/StatementsForm.vue';

afterEach(() => { document.body.replaceChildren(); });

const PROTOCOL: Protocol = {
  ...EMPTY_PROTOCOL, name: 'Kinlowrie protocol', version: '3',
  checks: [{ id: 'community-safety', label: 'Community safety team', ask: 'Does the team know of tension?', kind: 'recommended', reason: 'It hears first.' }],
  categories: [{ id: 'bus-stop', label: 'School bus stop', plural: 'School bus stops', ask: 'Ask the council', reason: 'Pupils wait here.' }],
};

describe('the last time something was done', () => {
  function field(value: LastDone) {
    const wrapper = mount(LastDoneField, {
      attachTo: document.body,
      props: { id: 'lastEra', legend: 'Was there an ERA?', dateLegend: 'When?', modelValue: value, 'onUpdate:modelValue': (modelValue: LastDone) => wrapper.setProps({ modelValue }) },
    });
    return { wrapper, choose: (answer: string) => wrapper.get(`[id="lastEra.answer-${answer}"]`).setValue(true), value: () => wrapper.props('modelValue') };
  }

  it('asks for the day only where there is one', async () => {
    const { wrapper, choose } = field({ answer: null, on: null });
    expect(wrapper.find('[id="lastEra.on"]').exists()).toBe(false);
    await choose('on');
    expect(wrapper.find('[id="lastEra.on"]').exists()).toBe(true);
    await choose('unknown');
    expect(wrapper.find('[id="lastEra.on"]').exists()).toBe(false);
  });

  it('keeps no day beside never', async () => {
    const { choose, value } = field({ answer: 'on', on: '2025-11-03' });
    await choose('never');
    expect(value()).toEqual({ answer: 'never', on: null });
  });
});

describe('a referral or a disclosure', () => {
  const fields = (change: Partial<FollowUp>) => mount(FollowUpFields, {
    props: { id: 'children.referral', legend: 'Is a referral made?', hint: 'CP-2021', toLabel: 'To which team?', modelValue: { decision: null, why: '', to: '', on: null, ...change } },
  });
  const has = (change: Partial<FollowUp>, part: string) => fields(change).find(`[id="children.referral.${part}"]`).exists();

  it('asks why of every answer, not decided too', () => {
    expect(has({}, 'why')).toBe(false);
    for (const decision of ['made', 'notNeeded', 'notDecided'] as const) expect(has({ decision }, 'why')).toBe(true);
  });

  it('asks to whom where it is made, and hides nothing that was written', () => {
    expect(has({ decision: 'made' }, 'to')).toBe(true);
    expect(has({ decision: 'notNeeded' }, 'to')).toBe(false);
    expect(has({ decision: 'notNeeded', to: 'Duty team' }, 'to')).toBe(true);
  });
});

describe('typed statements', () => {
  it('are added with the cursor in the text, and taken away with it on the button', async () => {
    const assessment = reactive({ statements: [] }) as unknown as Assessment;
    const wrapper = mount(StatementsForm, { attachTo: document.body, props: { assessment } });
    await wrapper.get('button').trigger('click');
    await wrapper.vm.$nextTick();
    expect(assessment.statements).toMatchObject([{ kind: null, about: null, text: '', source: '', on: null }]);
    expect(document.activeElement?.id).toBe('statements.0.text');
    expect(wrapper.get('[id="statements.0.about"]').text()).not.toMatch(/victim/i);
    await wrapper.findAll('button')[0]?.trigger('click');
    await wrapper.vm.$nextTick();
    expect(assessment.statements).toEqual([]);
    expect(document.activeElement?.textContent).toBe('Add a statement');
  });
});

describe('retention rules to choose from', () => {
  const rules = [{ ruleId: 'r1', name: 'R-12', keepFor: '10 years after the last contact' }, { ruleId: 'r2', name: 'R-14', keepFor: '' }];

  it('are the lines of the office’s table', () => {
    expect(retentionOptions(rules, '')).toEqual({ 'R-12: 10 years after the last contact': 'R-12: 10 years after the last contact', 'R-14': 'R-14' });
  });

  it('keep a rule that was recorded before, marked, and mark none that the table has', () => {
    expect(retentionOptions(rules, 'R-9')['R-9']).toBe('R-9 (recorded before; not in the office’s table)');
    expect(retentionOptions(rules, 'R-14')['R-14']).toBe('R-14');
  });
});

describe('what the local protocol asks to check', () => {
  it('says whom to ask, how strongly, and the office’s reason', () => {
    expect(localChecks(PROTOCOL)).toEqual([
      { id: 'community-safety', legend: 'Community safety team', hint: 'Does the team know of tension? The office recommends it. Its reason: It hears first.' },
      { id: 'bus-stop', legend: 'School bus stops', hint: 'Ask the council. Its reason: Pupils wait here.' },
    ]);
    expect(localChecks(null)).toEqual([]);
  });
});

describe('a standard that changed since', () => {
  it('says what is new to answer, what changed and what fell away, and that answers are kept', () => {
    const wrapper = mount(ReconcileNote, {
      props: {
        reconciliation: {
          added: [{ kind: 'criterion', id: 'a', label: 'Is it new?', parts: {} }],
          changed: [{ kind: 'limit', id: 'solo', label: 'SOLO', what: ['days', 'reason'], before: {}, after: {} }],
          fellAway: [],
        },
      },
    });
    expect(wrapper.text()).toMatch(/answers are kept.*New to answer: 1.*Is it new\?.*Changed: 1.*SOLO \(the number of days, its reason\)/s);
    expect(wrapper.text()).not.toContain('No longer asked');
  });
});
