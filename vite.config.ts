import vue from '@vitejs/plugin-vue';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { designSystemInks } from './build/designSystemInks.ts';
import { licences } from './build/licences.ts';

/**
 * What the page may do: its own files and nothing else, no other origin at all (tiles, fonts and look-ups would tell a stranger which
 * address is assessed). 'wasm-unsafe-eval' is for Argon2id, and SQLite when a pack is built from a GeoPackage. Trusted Types: src/trustedTypes.ts; Vue brings a policy of its own.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default vue',
].join('; ');

const HEADERS = {
  // frame-ancestors only counts in a header; in a meta tag it logs an error.
  'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(self)',
  'Cache-Control': 'no-cache',
};

/** The policy travels in the page too, so that it holds whatever server the files are put on. */
function cspInPage(): Plugin {
  return {
    name: 'csp-in-page',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY }, injectTo: 'head-prepend' },
    ],
  };
}

export default defineConfig({
  plugins: [
    vue(),
    designSystemInks(),
    cspInPage(),
    licences(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        // Packs are not the service worker's: they live in OPFS.
        globPatterns: ['**/*.{html,js,css,svg,png,woff2,webmanifest,txt,wasm}'],
        maximumFileSizeToCacheInBytes: 4_000_000,
      },
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  worker: { format: 'es' },
  build: {
    target: 'chrome120',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  preview: { headers: HEADERS, host: 'localhost', port: 4173, strictPort: false },
});
