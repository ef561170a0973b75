import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { Button } from './Button';

interface Toast {
  id: number;
  text: string;
  action?: { name: string; run: () => void };
}

/** What offers to undo something is read and reached first. */
const SHOWN_MILLIS = 6000;
const OFFERED_MILLIS = 20_000;

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]) {
  toasts = next;
  listeners.forEach((listener) => listener());
}

/** Tells something in passing; it is heard too, and goes by itself. */
export function tell(text: string, action?: Toast['action']) {
  last += 1;
  set([...toasts.slice(-2), { id: last, text, ...(action ? { action } : {}) }]);
}

export function clearToasts() {
  set([]);
}

export function Toasts(): ReactNode {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <Told key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function Told({ toast }: { toast: Toast }) {
  const gone = () => set(toasts.filter((other) => other.id !== toast.id));
  useEffect(() => {
    const timer = setTimeout(gone, toast.action ? OFFERED_MILLIS : SHOWN_MILLIS);
    return () => clearTimeout(timer);
  });
  return (
    <div className="toast">
      <span>{toast.text}</span>
      {toast.action ? (
        <Button
          size="small"
          onPress={() => {
            toast.action?.run();
            gone();
          }}
        >
          {toast.action.name}
        </Button>
      ) : null}
    </div>
  );
}
