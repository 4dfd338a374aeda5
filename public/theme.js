/* Before anything is drawn: the theme that this device chose (src/stores/theme.ts). Nothing chosen: the system's. */
(() => {
  let chosen = null;
  // A browser that keeps nothing throws.
  try { chosen = localStorage.getItem('steading-theme'); } catch { return; }
  if (chosen !== 'light' && chosen !== 'dark') return;
  document.documentElement.dataset.theme = chosen;
  document.querySelector('meta[name="color-scheme"]').content = chosen;
})();
