import vue from '@vitejs/plugin-vue';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const ROOT = resolve(import.meta.dirname, '../../..');

const FILES: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head><body><div id="app"></div><script type="module" src="/src/main.ts"></script></body></html>',
  'src/App.vue': '<template><main><h1>Empty</h1></main></template>',
  'src/main.ts': "import { createApp } from 'vue';\nimport App from './App.vue';\nvoid navigator.serviceWorker.register('/sw.js');\ncreateApp(App).mount('#app');\n",
  'src/sw.ts': [
    "import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';",
    "import { NavigationRoute, registerRoute } from 'workbox-routing';",
    'precacheAndRoute(self.__WB_MANIFEST);',
    "registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html')));",
    "self.addEventListener('activate', (event) => { event.waitUntil(self.clients.claim()); });",
  ].join('\n'),
};

/** The least that a Vue application with a service worker can be, built by the same tools. Returns the folder to serve from. */
export async function emptyVueApp(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'steading-empty-'));
  mkdirSync(join(root, 'src'));
  for (const [path, text] of Object.entries(FILES)) writeFileSync(join(root, path), text);
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  await build({
    root, configFile: false, logLevel: 'error',
    plugins: [vue(), VitePWA({ strategies: 'injectManifest', srcDir: 'src', filename: 'sw.ts', injectRegister: false, manifest: false, injectManifest: { globPatterns: ['**/*.{html,js,css}'] } })],
    build: { target: 'chrome120', manifest: true, modulePreload: { polyfill: false } },
  });
  return root;
}
