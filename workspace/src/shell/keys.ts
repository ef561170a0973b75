import { useLayoutEffect, useRef, useState } from 'react';

const KEY = 'chartwright.single-keys';

/** Keys without a modifier can be switched off, for those who speak to their machine (WCAG 2.1.4). */
export function singleKeys(): boolean {
  return localStorage.getItem(KEY) !== 'off';
}

export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [on, set] = useState(singleKeys);
  return [
    on,
    (next) => {
      localStorage.setItem(KEY, next ? 'on' : 'off');
      set(next);
    },
  ];
}

export type Keymap = Record<string, (e: KeyboardEvent) => void>;

const TYPING = 'input, textarea, select, [contenteditable], [role="textbox"], [role="menu"], [role="listbox"]';

/** Whether a key pressed there is meant for the page rather than for what has the focus. */
export function meantForPage(e: KeyboardEvent): boolean {
  const target = e.target instanceof Element ? e.target : null;
  return (
    !e.defaultPrevented &&
    !e.ctrlKey &&
    !e.metaKey &&
    !e.altKey &&
    !target?.closest(TYPING) &&
    !document.querySelector('.veil')
  );
}

/** One key, one deed, while nobody types and no dialog is open. Letters count in either case unless "Shift+X" is named. */
export function useKeys(map: Keymap): void {
  const current = useRef(map);
  // Before the page is drawn: whoever sees it may press a key at once, and no key may do what it did on the page before.
  useLayoutEffect(() => {
    current.current = map;
  });
  useLayoutEffect(() => {
    const pressed = (e: KeyboardEvent) => {
      if (!singleKeys() || !meantForPage(e)) {
        return;
      }
      const plain = e.key.length === 1 ? e.key.toLowerCase() : e.key;
      const deed = e.shiftKey ? (current.current[`Shift+${plain}`] ?? (plain === e.key ? current.current[plain] : undefined)) : current.current[plain];
      if (deed) {
        e.preventDefault();
        deed(e);
      }
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
