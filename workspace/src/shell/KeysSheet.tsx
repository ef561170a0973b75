import { Tick } from '../parts/Fields';
import { Button } from '../parts/Button';
import { Sheet } from '../parts/Sheet';
import { useSingleKeys } from './keys';

const KEYS: readonly [string, readonly (readonly [string[], string])[]][] = [
  [
    'Everywhere',
    [
      [['/'], 'Search'],
      [['?'], 'These keys'],
    ],
  ],
  [
    'Review',
    [
      [['N'], 'Looked at this one; on to the next that needs eyes'],
      [['Shift', 'N'], 'Back to the one before'],
      [['↑', '↓'], 'Sentence before, after (J and K too)'],
      [['E'], 'Edit the sentence, or add one with I'],
      [['A'], 'Add what was said but is not in the note'],
      [['P'], 'Play the evidence; Space plays and stops'],
      [['T'], 'To the words it rests on; Escape leads back'],
      [['X'], 'Take the sentence out'],
      [['Alt', '↑'], 'Move the sentence up, or down with ↓'],
      [['S'], 'Sign'],
    ],
  ],
  [
    'Transcript',
    [
      [['↑', '↓'], 'Turn before, after'],
      [['←', '→'], 'Word before, after'],
      [['Enter'], 'To the sentence that rests on the word'],
    ],
  ],
];

export function KeysSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [on, setOn] = useSingleKeys();
  return (
    <Sheet title="Keys" open={open} onClose={onClose}>
      {KEYS.map(([where, keys]) => (
        <section key={where} className="stack tight">
          <h3>{where}</h3>
          <dl className="keys">
            {keys.map(([press, does]) => (
              <div key={does} style={{ display: 'contents' }}>
                <dt>
                  {press.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Tick isSelected={on} onChange={setOn}>
        Single letters are keys (switch off if you dictate to your machine)
      </Tick>
      <div className="row end">
        <Button kind="main" onPress={onClose}>
          Close
        </Button>
      </div>
    </Sheet>
  );
}
