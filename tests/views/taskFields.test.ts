// @vitest-environment happy-dom
import { type Assessment, emptyPerson, noPlacement, noRelease, noReply, emptyProperty, noNeighbours, type Person, type Release, startAssessment } from '@/record';
import { EMPTY_PROTOCOL, type Protocol, type TaskId, useAssessment, useOffice } from '@/stores';
import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { Component } from 'vue';
import AddressTask from '../../src/views/AddressTask.vue';
import AgenciesTask from '../../src/views/AgenciesTask.vue';
import ChildrenTask from '../../src/views/ChildrenTask.vue';
import ConductTask from '../../src/views/ConductTask.vue';
import FormulationTask from '../../src/views/FormulationTask.vue';
import HomeVisitTask from '../../src/views/HomeVisitTask.vue';
import OutcomeTask from '../../src/views/OutcomeTask.vue';
import PlacementTask from '../../src/views/PlacementTask.vue';
import PersonTask from '../../src/views/PersonTask.vue';
import PhysicalCheckTask from '../../src/views/PhysicalCheckTask.vue';
import PropertyTask from '../../src/views/PropertyTask.vue';
import ReviewTask from '../../src/views/ReviewTask.vue';
import SitesTask from '../../src/views/SitesTask.vue';
import TasksView from '../../src/views/TasksView.vue';
import TriggerTask from '../../src/views/TriggerTask.vue';
import { ADDRESS } from '../cases/caseFile';
import { fakeDoor, fakeVault } from './fakeDoor';
import { mounted } from './mounted';

afterEach(() => { document.body.replaceChildren(); });

const STARTED = startAssessment({ reference: 'ST-7F3K-2M', personId: 'p1', addressId: 'a1', startedAt: '2026-11-02T09:00:00.000Z', startedBy: 'A. Bell' });
const REGISTERED: Person = { ...emptyPerson, registered: 'yes', under18: 'no', category: 'category1', level: 'level1', supervision: 'no' };
const AT_HOME: Assessment = { ...STARTED, addressKind: 'livedIn', trigger: { ...STARTED.trigger, kind: 'annualReview' } };
const decided = (assessment: Assessment, conduct: Partial<Assessment['conduct']>): Assessment => ({ ...assessment, conduct: { ...assessment.conduct, ...conduct } });
const PROTOCOL: Protocol = {
  ...EMPTY_PROTOCOL, name: 'Kinlowrie protocol', version: '3', owner: 'Kinlowrie', inForceFrom: '2026-01-12',
  groups: [{ id: 'young-adult', question: 'Is the person aged 18 to 21?', asksFor: 'must', clause: '2.1', reason: 'Agreed.', onEvents: [] }],
  checks: [{ id: 'community-safety', label: 'Community safety team', ask: 'Does the team know of tension?', kind: 'recommended', reason: 'It hears first.' }],
};

async function shown(screen: Component, { assessment = STARTED, person = REGISTERED, protocol = null }: { assessment?: Assessment; person?: Person; protocol?: Protocol | null } = {}) {
  const page = await mounted(screen, { door: fakeDoor().door, open: fakeVault(), path: '/assessments/x' });
  const open = useAssessment();
  const office = useOffice();
  office.office = { ...office.office, protocol };
  open.docs = structuredClone({ person, address: { ...ADDRESS, text: '', position: null }, assessment });
  await flushPromises();
  return { ...page, open };
}

const SCREENS: Readonly<Record<TaskId, Component>> = {
  address: AddressTask, person: PersonTask, trigger: TriggerTask, placement: PlacementTask, conduct: ConductTask, property: PropertyTask, children: ChildrenTask, homeVisit: HomeVisitTask, physicalCheck: PhysicalCheckTask, sites: SitesTask, agencies: AgenciesTask, formulation: FormulationTask, outcome: OutcomeTask, review: ReviewTask,
};
const RELEASE_BEGUN = (release: Partial<Release>): Assessment => ({ ...STARTED, trigger: { ...STARTED.trigger, kind: 'release' }, placement: { ...noPlacement, release: { ...noRelease, ...release } } });
const CASES: readonly [string, TaskId, { assessment?: Assessment; person?: Person; protocol?: Protocol }][] = [
  ['the address', 'address', {}],
  ['the person', 'person', { person: emptyPerson }],
  ['a new address', 'trigger', { assessment: { ...STARTED, trigger: { ...STARTED.trigger, kind: 'other' } } }],
  ['an annual review', 'trigger', { assessment: AT_HOME, protocol: PROTOCOL }],
  ['a home with an earlier ERA', 'trigger', { assessment: { ...AT_HOME, lastEra: { answer: 'on', on: null }, lastReview: { answer: 'on', on: null } } }],
  ['a bed for tonight in a hostel, in another area', 'placement', {
    assessment: { ...STARTED, addressKind: 'temporary', placement: { ...noPlacement, setting: 'hostel', tonight: { ...noPlacement.tonight, needed: 'yes', checks: { ...noPlacement.tonight.checks, staff: { answer: 'notPossible', note: '' } } }, run: { ...noPlacement.run, managerTold: { decision: 'made', why: '', to: '', on: null } }, boundary: { ...noPlacement.boundary, crosses: 'yes' } } },
  }],
  ['a proposed home of another kind', 'placement', { assessment: { ...STARTED, addressKind: 'proposed', placement: { ...noPlacement, setting: 'other' } } }],
  ['a release of which nobody has spoken', 'placement', { assessment: RELEASE_BEGUN({}) }],
  ['a home leave with a set day and a condition, and no address', 'placement', { assessment: { ...RELEASE_BEGUN({ kind: 'homeLeave', day: 'set', condition: 'yes', told: { prison: { answer: 'told', note: '' }, mappa: { answer: 'toTell', note: '' } } }), addressKind: 'none' } }],
  ['a release whose day may move', 'placement', { assessment: RELEASE_BEGUN({ day: 'mayMove' }) }],
  ['the household of somebody’s home', 'children', { assessment: { ...STARTED, addressKind: 'livedIn', placement: { ...noPlacement, setting: 'withOthers' } } }],
  ['a conducted ERA', 'conduct', { assessment: decided(AT_HOME, { decision: 'conducted' }) }],
  ['an ERA not in full', 'conduct', { assessment: decided(AT_HOME, { decision: 'notInFull' }) }],
  ['an ERA not conducted', 'conduct', { assessment: decided(AT_HOME, { decision: 'notConducted' }) }],
  ['a review not done', 'conduct', { assessment: decided(AT_HOME, { decision: 'reviewNotDone' }) }],
  ['an unregistered person, not conducted', 'conduct', { person: { ...REGISTERED, registered: 'no', category: 'category3' }, assessment: decided(AT_HOME, { decision: 'notConducted' }) }],
  ['agencies', 'agencies', {}],
  ['agencies that were asked', 'agencies', { assessment: { ...AT_HOME, agencies: { contacts: { solo: { ...noReply, reply: 'traceRelevant' }, nhs: { ...noReply, reply: 'waiting' } }, databases: {}, ownChecks: [] } } }],
  ['the property', 'property', {}],
  ['the property of a hostel, with what is seen from it, nearby households and other people of concern', 'property', {
    assessment: {
      ...STARTED, property: { ...emptyProperty, kind: 'hostel', building: { ...emptyProperty.building, sightLines: [{ addedId: 'x1', text: '', kind: null }] } },
      neighbours: { ...noNeighbours, answers: { ...noNeighbours.answers, childrenInStair: 'yes' } }, othersOfConcern: { answer: 'no', answeredOn: null },
    },
  }],
  ['children', 'children', {}],
  ['children who live there, and a statement', 'children', {
    assessment: {
      ...STARTED, statements: [{ statementId: 's1', kind: null, about: null, text: '', source: '', on: null }],
      children: { ...STARTED.children, livingHere: 'yes', referral: { decision: 'made', why: '', to: '', on: null }, disclosure: { decision: 'notDecided', why: '', to: '', on: null } },
    },
  }],
  ['sites, with the local protocol', 'sites', { protocol: PROTOCOL, assessment: { ...STARTED, checks: { 'cctv': { answer: 'couldNotCheck', note: '' }, 'community-safety': { answer: 'there', note: '' } } } }],
  ['the decision', 'outcome', { assessment: { ...decided(AT_HOME, { decision: 'notInFull' }), outcome: { ...STARTED.outcome, decision: 'notManageable' } } }],
  ['the review', 'review', {}],
];

const nowhere = (missing: readonly { readonly field: string }[]) => missing.filter(({ field }) => document.getElementById(field) === null);

describe('each thing that a task still needs', () => {
  it.each(CASES)('leads to a field on the screen: %s', async (_name, task, given) => {
    const { open } = await shown(SCREENS[task], given);
    const missing = open.taskState(task)?.missing ?? [];
    expect(missing.length).toBeGreaterThan(0);
    expect(nowhere(missing)).toEqual([]);
  });

  it('negative control: a field that no screen has is told', async () => {
    await shown(PersonTask);
    expect(nowhere([{ field: 'person.reference' }, { field: 'children.source' }])).toEqual([{ field: 'children.source' }]);
  });
});

describe('the conduct decision', () => {
  const asksAuthority = () => document.getElementById('conduct.authority') !== null;

  it('names what is departed from clause by clause, and asks a second officer', async () => {
    const { wrapper, open } = await shown(ConductTask, { assessment: decided(AT_HOME, { decision: 'notConducted' }) });
    expect(open.departures.length).toBeGreaterThan(0);
    expect(wrapper.text()).toMatch(/This departs from the standard.*You may do so\..*yearly review of a registered person.*comply or explain.*ERA-2017 4\.0/s);
    expect(asksAuthority()).toBe(true);
  });

  it('asks the conducted ERA as deeply, and asks no authority for it', async () => {
    const { wrapper } = await shown(ConductTask, { assessment: decided(AT_HOME, { decision: 'conducted' }) });
    for (const field of ['rationale', 'otherWay', 'reliedOn', 'interimControls']) expect(document.getElementById(`conduct.${field}`)).not.toBeNull();
    expect(asksAuthority()).toBe(false);
    expect(wrapper.text()).not.toContain('This departs from the standard');
  });

  it('offers ‘review not done’ where there is a yearly review, and nowhere else', async () => {
    await shown(ConductTask, { assessment: AT_HOME });
    expect(document.getElementById('conduct.decision-reviewNotDone')).not.toBeNull();
    document.body.replaceChildren();
    await shown(ConductTask, { assessment: { ...STARTED, addressKind: 'proposed', trigger: { ...STARTED.trigger, kind: 'newAddress' } } });
    expect(document.getElementById('conduct.decision-reviewNotDone')).toBeNull();
    expect(document.getElementById('conduct.decision-notConducted')).not.toBeNull();
  });

  it('opens the question again when its day is there: the authority is emptied, the reasons stay', async () => {
    const { open, button, wrapper } = await shown(ConductTask, {
      assessment: decided(AT_HOME, { decision: 'notConducted', rationale: 'Away.', authorisedBy: 'E. Fyfe', authorisedOn: '2026-11-03', reopenOn: '2026-11-21' }),
    });
    expect(wrapper.text()).toContain('This decision ran out');
    await button('Decide again').trigger('click');
    await flushPromises();
    expect(open.docs?.assessment.conduct).toMatchObject({ decision: 'notConducted', rationale: 'Away.', authorisedBy: '', authorisedOn: null, reopenOn: null });
    expect(wrapper.text()).not.toContain('This decision ran out');
    expect(document.activeElement?.id).toBe('conduct.decision-notConducted');
  });

  it('does not say so while the decision holds', async () => {
    const { wrapper } = await shown(ConductTask, { assessment: decided(AT_HOME, { decision: 'notConducted', reopenOn: '2026-11-22' }) });
    expect(wrapper.text()).not.toContain('This decision ran out');
  });
});

describe('the list of tasks', () => {
  it('marks a departure and a decision that ran out, in words, at the conduct decision', async () => {
    const { wrapper } = await shown(TasksView, { assessment: decided(AT_HOME, { decision: 'notConducted', reopenOn: '2026-11-21' }) });
    const row = wrapper.findAll('li').find((one) => one.text().includes('Conduct an ERA, or not'));
    expect(row?.text()).toMatch(/Departure.*Ran out: decide again/s);
    expect(row?.get('a').attributes('aria-describedby')).toBe('state-conduct marks');
  });

  it('marks neither where an ERA is conducted, and has the children in it', async () => {
    const { wrapper } = await shown(TasksView, { assessment: decided(AT_HOME, { decision: 'conducted' }) });
    expect(wrapper.text()).not.toContain('Departure');
    expect(wrapper.text()).toMatch(/0 of (\d+) tasks done/);
    expect(wrapper.find('a[href$="/children"]').exists()).toBe(true);
    expect(wrapper.find('a[href$="/clocks"]').exists()).toBe(true);
  });
});

describe('children and what follows', () => {
  it('leads to a referral and a disclosure where contact is not ruled out, and only there', async () => {
    const at = (livingHere: 'yes' | 'no' | 'unknown'): Assessment => ({ ...STARTED, children: { ...STARTED.children, livingHere, visiting: 'no', minded: 'no' } });
    for (const [answer, asked] of [['yes', true], ['unknown', true], ['no', false]] as const) {
      document.body.replaceChildren();
      await shown(ChildrenTask, { assessment: at(answer) });
      expect(document.getElementById('children.referral.decision') !== null, answer).toBe(asked);
    }
  });
});
