import { Button } from '../parts/Button';
import { Sheet } from '../parts/Sheet';
import type { NoteHandle } from './useNote';

/** Two people changed one sentence: both are shown, and whoever came later chooses. */
export function ConflictSheet({ note }: { note: NoteHandle }) {
  const { conflict } = note;
  const mine = conflict && 'text' in conflict.edit ? conflict.edit.text : null;
  return (
    <Sheet title="Somebody else changed this sentence" open={conflict !== null} mustAnswer onClose={() => undefined} wide>
      <div className="both">
        <div>
          <h3>What stands there now</h3>
          <p className="said">{conflict?.theirs ?? 'It was taken out.'}</p>
        </div>
        <div>
          <h3>{mine === null ? 'What you wanted' : 'What you wrote'}</h3>
          <p className="said">{mine ?? 'To take it out or move it'}</p>
        </div>
      </div>
      <div className="row end">
        <Button onPress={() => void note.resolve('theirs')}>Leave theirs</Button>
        <Button kind="main" onPress={() => void note.resolve('mine')}>
          Put mine
        </Button>
      </div>
    </Sheet>
  );
}
