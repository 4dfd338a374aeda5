/// <reference lib="webworker" />
import { createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (string | PrecacheEntry)[] };

/** The application's own files, all of them, at install: nothing is fetched later while a vault is open. Packs never pass here. */
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html')));

/** A new version waits until a locked page, with the officer's consent, says so: never at install (vault.md: a stale tab overwrote a newer database). */
self.addEventListener('message', (event) => {
  if ((event.data as { say?: unknown } | null)?.say === 'activate') void self.skipWaiting();
});

/** The very first version takes the open page at once, so that the page works offline after one load. */
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
