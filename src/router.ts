import { useSession } from '@/stores';
import type { LogEvent } from '@/terms';
import type { TableName } from '@/vault';
import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** Neutral: it stands in the window's title and the browser's history. */
    title: string;
    /** What opening this screen is, for the log (DPA 2018 s.62); null where it shows nothing of the vault. */
    log: { readonly event: LogEvent; readonly act: string } | null;
    /** Opens without a vault, and knows nothing of one. */
    apart?: true;
  }
}

const consulted = (act: string) => ({ event: 'consultation', act }) as const;

export const routes: readonly RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('./views/HomeView.vue'), meta: { title: 'Assessments', log: consulted('list of assessments opened') } },
  { path: '/start', name: 'start', component: () => import('./views/StartView.vue'), meta: { title: 'Start an assessment', log: consulted('list of people opened') } },
  { path: '/people/:personId/candidates', name: 'candidates', component: () => import('./views/CandidatesView.vue'), meta: { title: 'Candidates', log: consulted('candidates of a person opened') } },
  { path: '/people/:personId', name: 'person', component: () => import('./views/PersonView.vue'), meta: { title: 'Person', log: consulted('person opened') } },
  {
    path: '/assessments/:assessmentId',
    component: () => import('./views/AssessmentFrame.vue'),
    meta: { title: 'Assessment', log: consulted('assessment opened') },
    children: [
      { path: '', name: 'tasks', component: () => import('./views/TasksView.vue'), meta: { title: 'Assessment: tasks', log: consulted('assessment opened') } },
      { path: 'address', name: 'address', component: () => import('./views/AddressTask.vue'), meta: { title: 'Address', log: consulted('address of an assessment opened') } },
      { path: 'person', name: 'personTask', component: () => import('./views/PersonTask.vue'), meta: { title: 'Person', log: consulted('person of an assessment opened') } },
      { path: 'trigger', name: 'trigger', component: () => import('./views/TriggerTask.vue'), meta: { title: 'What starts it', log: consulted('trigger of an assessment opened') } },
      { path: 'placement', name: 'placement', component: () => import('./views/PlacementTask.vue'), meta: { title: 'Kind of case', log: consulted('kind of case opened') } },
      { path: 'conduct', name: 'conduct', component: () => import('./views/ConductTask.vue'), meta: { title: 'Conduct an ERA or not', log: consulted('conduct decision opened') } },
      { path: 'property', name: 'property', component: () => import('./views/PropertyTask.vue'), meta: { title: 'Property and building', log: consulted('property and building opened') } },
      { path: 'children', name: 'children', component: () => import('./views/ChildrenTask.vue'), meta: { title: 'Children and other people', log: consulted('children and other people of an assessment opened') } },
      { path: 'clocks', name: 'clocks', component: () => import('./views/ClocksView.vue'), meta: { title: 'Clocks', log: consulted('clocks of an assessment opened') } },
      { path: 'sites', name: 'sites', component: () => import('./views/SitesTask.vue'), meta: { title: 'Sites near the address', log: consulted('sites near an address opened') } },
      { path: 'agencies', name: 'agencies', component: () => import('./views/AgenciesTask.vue'), meta: { title: 'Agencies and databases', log: consulted('agencies of an assessment opened') } },
      { path: 'since', name: 'since', component: () => import('./views/SinceView.vue'), meta: { title: 'Told otherwise than before', log: consulted('comparison with the record before opened') } },
      { path: 'formulation', name: 'formulation', component: () => import('./views/FormulationTask.vue'), meta: { title: 'Findings and risk formulation', log: consulted('risk formulation of an assessment opened') } },
      { path: 'reply', name: 'logReply', component: () => import('./views/LogReplyView.vue'), meta: { title: 'Log a reply', log: consulted('agencies of an assessment opened') } },
      { path: 'requests', name: 'requests', component: () => import('./views/PropertyRequestsView.vue'), meta: { title: 'Property information requests', log: consulted('property information requests of an assessment opened') } },
      { path: 'requests/:requestId/profile', name: 'replyProfile', component: () => import('./views/ReplyProfileView.vue'), meta: { title: 'Block profile from a reply', log: consulted('property information requests of an assessment opened') } },
      { path: 'homeVisit', name: 'homeVisit', component: () => import('./views/HomeVisitTask.vue'), meta: { title: 'Home visit', log: consulted('home visit of an assessment opened') } },
      { path: 'physicalCheck', name: 'physicalCheck', component: () => import('./views/PhysicalCheckTask.vue'), meta: { title: 'Physical check', log: consulted('physical check of an assessment opened') } },
      { path: 'physicalCheck/walk', name: 'walkRound', component: () => import('./views/WalkRoundView.vue'), meta: { title: 'Walk round', log: consulted('walk-round of an assessment opened') } },
      { path: 'outcome', name: 'outcome', component: () => import('./views/OutcomeTask.vue'), meta: { title: 'Decision', log: consulted('decision opened') } },
      { path: 'review', name: 'review', component: () => import('./views/ReviewTask.vue'), meta: { title: 'Review', log: consulted('review opened') } },
      { path: 'changed', name: 'changed', component: () => import('./views/ChangedView.vue'), meta: { title: 'Surroundings changed', log: consulted('changes of the surroundings opened') } },
      { path: 'after', name: 'after', component: () => import('./views/AfterView.vue'), meta: { title: 'After the decision', log: consulted('events after the decision opened') } },
      { path: 'keeping', name: 'keeping', component: () => import('./views/KeepingView.vue'), meta: { title: 'Keeping and disposal', log: consulted('keeping of a record opened') } },
      { path: 'sign-off', name: 'sign-off', component: () => import('./views/SignOffView.vue'), meta: { title: 'Sign off', log: consulted('sign-off opened') } },
      { path: 'record', name: 'record', component: () => import('./views/RecordView.vue'), meta: { title: 'Record', log: consulted('record opened') } },
      { path: 'hand-over', name: 'handOverSend', component: () => import('./views/HandOverSendView.vue'), meta: { title: 'Hand over to another team', log: consulted('hand-over of an assessment opened') } },
    ],
  },
  { path: '/retention', name: 'retention', component: () => import('./views/RetentionView.vue'), meta: { title: 'Review and disposal', log: consulted('review and disposal opened') } },
  { path: '/blocks', name: 'blocks', component: () => import('./views/BlocksView.vue'), meta: { title: 'Block profiles', log: null } },
  { path: '/blocks/:profileId', name: 'block', component: () => import('./views/BlockView.vue'), meta: { title: 'Block profile', log: null } },
  { path: '/oversight', name: 'oversight', component: () => import('./views/OversightView.vue'), meta: { title: 'Counts for oversight', log: consulted('counts for oversight opened') } },
  { path: '/departures', name: 'departures', component: () => import('./views/DeparturesView.vue'), meta: { title: 'Departures', log: consulted('departures opened') } },
  { path: '/pack', name: 'pack', component: () => import('./views/PackView.vue'), meta: { title: 'Area pack', log: null } },
  { path: '/pack/build', name: 'build', component: () => import('./views/PackBuildView.vue'), meta: { title: 'Build a pack', log: null } },
  { path: '/stock', name: 'stock', component: () => import('./views/StockView.vue'), meta: { title: 'Many addresses', log: null } },
  { path: '/office', name: 'office', component: () => import('./views/OfficeView.vue'), meta: { title: 'Office settings', log: null } },
  { path: '/protocol', name: 'protocol', component: () => import('./views/ProtocolView.vue'), meta: { title: 'Local protocol', log: null } },
  { path: '/standard', name: 'standard', component: () => import('./views/StandardView.vue'), meta: { title: 'The standard', log: null } },
  { path: '/handover', name: 'handOver', component: () => import('./views/HandOverView.vue'), meta: { title: 'Hand over', log: consulted('hand-over opened') } },
  { path: '/vault', name: 'vault', component: () => import('./views/VaultView.vue'), meta: { title: 'Vault', log: null } },
  { path: '/vault/visit', name: 'visit', component: () => import('./views/VisitView.vue'), meta: { title: 'Visit', log: null } },
  { path: '/vault/log', name: 'log', component: () => import('./views/LogView.vue'), meta: { title: 'Log', log: consulted('log opened') } },
  { path: '/vault/log/export', name: 'logExport', component: () => import('./views/LogExportView.vue'), meta: { title: 'Export the log', log: null } },
  { path: '/reply', name: 'reply', component: () => import('./views/ReplyView.vue'), meta: { title: 'Property information', log: null, apart: true } },
  { path: '/training', name: 'training', component: () => import('./views/TrainingView.vue'), meta: { title: 'Exercises', log: consulted('exercises opened') } },
  { path: '/new', name: 'new', component: () => import('./views/NewView.vue'), meta: { title: 'New in Steading', log: null, apart: true } },
  { path: '/accessibility', name: 'accessibility', component: () => import('./views/AccessibilityView.vue'), meta: { title: 'Accessibility', log: null, apart: true } },
  { path: '/about', name: 'about', component: () => import('./views/AboutView.vue'), meta: { title: 'About Steading', log: null } },
  { path: '/:rest(.*)*', name: 'notFound', component: () => import('./views/NotFoundView.vue'), meta: { title: 'Not found', log: null } },
];

const TABLE_OF_PARAM: Readonly<Record<string, TableName>> = { personId: 'person', assessmentId: 'assessment' };

function aboutOf(route: RouteLocationNormalized) {
  return Object.entries(route.params).flatMap(([param, id]) => {
    const table = TABLE_OF_PARAM[param];
    return table === undefined || typeof id !== 'string' ? [] : [{ table, id, rev: null }];
  });
}

/** Before a screen that shows something of the vault opens, its opening is on the log; if the log cannot be written, the screen stays shut. */
export async function noteVisit(route: RouteLocationNormalized): Promise<void> {
  const session = useSession();
  if (session.vault === null || session.isClosed || route.meta.log === null) return;
  await session.note({ ...route.meta.log, about: aboutOf(route), detail: {} });
}

/** Whoever goes on by keyboard before the next frame is drawn keeps their place. */
const isWhereItWas = (from: Element | null): boolean => document.activeElement === from || document.activeElement === document.body;

export function createAppRouter() {
  const router = createRouter({
    history: createWebHistory(),
    routes: [...routes],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  router.beforeResolve(noteVisit);
  router.afterEach((to) => {
    document.title = `${to.meta.title}: Steading`;
    const from = document.activeElement;
    void Promise.resolve().then(() => requestAnimationFrame(() => { if (isWhereItWas(from)) document.getElementById('page-title')?.focus({ preventScroll: true }); }));
  });
  return router;
}
