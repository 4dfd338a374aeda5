/**
 * The one Trusted Types policy of the page, made before anything else runs: a string becomes HTML or a script address only
 * where it is one of these, to the letter. Everything else throws at the place that tried.
 */
const HTML_LITERALS: ReadonlySet<string> = new Set([
  '', // emptying a node
  '<svg/>', // Leaflet 1.9.4, at import: tells whether SVG is drawn
  '<v:shape adj="1"/>', // Leaflet 1.9.4, at import: tells whether VML is drawn
]);

/** The service worker and the built workers, by their fixed names on this origin. */
const SCRIPT_PATH = /^\/(sw\.js|assets\/(keyWorker|journalWorker|stockWorker|buildWorker)-[\w-]+\.js)$/;

interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(html: string): string; createScriptURL(url: string): string }): unknown;
}

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;

factory?.createPolicy('default', {
  createHTML(html) {
    if (HTML_LITERALS.has(html)) return html;
    throw new TypeError('A string was about to become HTML: build nodes instead.');
  },
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, location.href);
    if (origin === location.origin && SCRIPT_PATH.test(pathname)) return url;
    throw new TypeError(`Not one of the scripts of this application: ${pathname}`);
  },
});
