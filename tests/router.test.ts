import { noteVisit, routes } from '@/router';
import { useSession } from '@/stores';
import type { LogNote } from '@/vault';
import { setActivePinia } from 'pinia';
import { createMemoryHistory, createRouter, type RouteRecordRaw } from 'vue-router';
import { describe, expect, it } from 'vitest';
import { stores } from './stores/stores';
import { fakeDoor, fakeVault } from './views/fakeDoor';

/** Screens that show nothing of a person, an address of a case or an assessment: their opening is no consultation. Whoever adds one here has checked that. */
const SHOW_NOTHING_OF_A_CASE = ['blocks', 'block', 'pack', 'build', 'stock', 'office', 'protocol', 'standard', 'vault', 'visit', 'logExport', 'reply', 'new', 'accessibility', 'about', 'notFound'];

const PARAMS = { personId: 'p1', assessmentId: 's1', profileId: 'b1', requestId: 'q1', rest: ['nowhere'] };

const flat = (list: readonly RouteRecordRaw[]): readonly RouteRecordRaw[] => list.flatMap((route) => route.children ? flat(route.children) : [route]);
const screens = flat(routes);
const blank = (list: readonly RouteRecordRaw[]): RouteRecordRaw[] => list.map((route) => ({
  ...route, component: { template: '<p></p>' }, ...(route.children ? { children: blank(route.children) } : {}),
}) as RouteRecordRaw);

/** The routes over blank screens; `noted`: what reached the vault's log. */
function visiting({ locked = false, refuse = false } = {}) {
  const noted: LogNote[] = [];
  const { pinia } = stores({ door: fakeDoor().door });
  setActivePinia(pinia);
  if (!locked) useSession(pinia).vault = fakeVault({ note: (entry) => { if (refuse) return Promise.reject(new Error('The device is full.')); noted.push(entry); return Promise.resolve(); } });
  const router = createRouter({ history: createMemoryHistory(), routes: blank(routes) });
  router.beforeResolve(noteVisit);
  router.onError(() => undefined);
  const paramsOf = (name: string) => {
    const path = router.getRoutes().find((route) => route.name === name)?.path ?? '';
    return Object.fromEntries(Object.entries(PARAMS).filter(([param]) => path.includes(`:${param}`)));
  };
  return { router, noted, visit: (name: string) => router.push({ name, params: paramsOf(name) }) };
}

describe('opening a screen', () => {
  it('is a consultation on every screen but those that show nothing of a case', () => {
    expect(screens.filter(({ meta }) => meta?.log === null).map(({ name }) => name)).toEqual(SHOW_NOTHING_OF_A_CASE);
    expect(screens.filter(({ meta }) => meta?.log === undefined).map(({ name }) => name)).toEqual([]);
    expect(screens.length).toBeGreaterThan(15);
  });

  it.each(screens.filter(({ meta }) => meta?.log).map(({ name }) => String(name)))('‘%s’ is on the log once, with the document it is about', async (name) => {
    const { router, noted, visit } = visiting();
    await visit(name);
    const path = router.currentRoute.value.path;
    expect(noted).toEqual([{
      event: 'consultation', act: expect.stringMatching(/ opened$/u), detail: {},
      about: path.startsWith('/assessments/') ? [{ table: 'assessment', id: 's1', rev: null }] : path.startsWith('/people/') ? [{ table: 'person', id: 'p1', rev: null }] : [],
    }]);
  });

  it.each(SHOW_NOTHING_OF_A_CASE)('‘%s’ leaves no trace on the log', async (name) => {
    const { noted, visit } = visiting();
    await visit(name);
    expect(noted).toEqual([]);
  });

  it('stays shut where the log cannot be written', async () => {
    const { router } = visiting({ refuse: true });
    await router.push('/about');
    await expect(router.push('/people/p1')).rejects.toThrow('full');
    expect(router.currentRoute.value.name).toBe('about');
  });

  it('is not noted while the vault is locked: the gate shows nothing', async () => {
    const { router, noted } = visiting({ locked: true });
    await router.push('/people/p1');
    expect(noted).toEqual([]);
  });

  it('gives every screen a title that names nobody, as it stands in the browser’s history', () => {
    for (const { meta } of screens) expect(meta?.title).toMatch(/^[A-Z][A-Za-z:, ]+$/u);
  });
});
