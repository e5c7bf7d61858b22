// Light or dark: what was chosen on any page of the site, else what the machine has set. Before anything is drawn.
(() => {
  const key = 'redoc.colorMode';
  const root = document.documentElement;
  const kept = (() => {
    try {
      return localStorage.getItem(key);
    } catch {
      // Where the browser keeps nothing, the choice is for this page alone.
      return null;
    }
  })();
  if (kept === 'light' || kept === 'dark') root.classList.add(kept);
  document.addEventListener('DOMContentLoaded', () => {
    const button = document.querySelector('.site-colours');
    button.hidden = false;
    button.addEventListener('click', () => {
      const isDark =
        root.classList.contains('dark') ||
        (!root.classList.contains('light') && matchMedia('(prefers-color-scheme: dark)').matches);
      root.classList.toggle('dark', !isDark);
      root.classList.toggle('light', isDark);
      try {
        localStorage.setItem(key, isDark ? 'light' : 'dark');
      } catch {
        // As above.
      }
    });
  });
})();
