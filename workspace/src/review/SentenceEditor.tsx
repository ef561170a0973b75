import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/Button';

/** A sentence while it is written. Enter keeps it, Escape leaves it as it was; what is typed stays in this element. */
export function SentenceEditor(props: { text: string; label: string; onSave: (text: string, begun: string) => Promise<void>; onCancel: () => void }) {
  const [text, setText] = useState(props.text);
  const [begun] = useState(props.text);
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const there = area.current;
    there?.focus();
    there?.setSelectionRange(there.value.length, there.value.length);
  }, []);

  const save = async () => {
    const said = text.trim();
    if (busy) {
      return;
    }
    if (said === '') {
      props.onCancel();
      return;
    }
    setBusy(true);
    await props.onSave(said, begun);
    setBusy(false);
  };

  const pressed = (e: KeyboardEvent) => {
    e.stopPropagation();
    if (e.key === 'Enter' && !e.shiftKey && !e.nativeEvent.isComposing) {
      e.preventDefault();
      void save();
    } else if (e.key === 'Escape') {
      e.preventDefault();
      props.onCancel();
    }
  };

  return (
    <div className="sentence editor">
      <textarea ref={area} aria-label={props.label} className="said" value={text} rows={1} spellCheck readOnly={busy} onChange={(e) => setText(e.target.value)} onKeyDown={pressed} />
      <div className="row">
        <span className="faint grow">
          <kbd>Enter</kbd> keeps it, <kbd>Esc</kbd> leaves it as it was
        </span>
        <Button size="small" kind="quiet" onPress={props.onCancel}>
          Cancel
        </Button>
        <Button size="small" kind="main" isDisabled={busy} onPress={() => void save()}>
          {busy ? 'Keeping …' : 'Keep'}
        </Button>
      </div>
    </div>
  );
}
