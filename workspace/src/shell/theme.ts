export type Theme = 'system' | 'light' | 'dark';

const KEY = 'chartwright.theme';

/** Light, dark, or as the machine is set. Only this and the choice about keys is kept in the browser in the clear. */
export function theme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function applyTheme(chosen: Theme = theme()): void {
  if (chosen === 'system') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(KEY, chosen);
    document.documentElement.dataset.theme = chosen;
  }
}
