import { useState } from 'react';
import type { Section } from '../api/model';
import { Button } from '../parts/Button';
import { Sheet } from '../parts/Sheet';
import { Wrong } from '../parts/Notice';
import { tell } from '../parts/toasts';
import { readable } from '../parts/words';

export function RewriteSheet(props: { section: Section | null; onClose: () => void; onRewrite: (section: string) => Promise<unknown> }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const rewrite = async () => {
    if (!props.section) {
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await props.onRewrite(props.section.name);
      tell('Drafted anew; what you wrote is still there');
      props.onClose();
    } catch (refused) {
      setProblem(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet title={`Draft ${props.section ? readable(props.section.title) : ''} anew?`} open={props.section !== null} onClose={props.onClose}>
      <p>Sentences that you wrote or changed stay. The others are made again from what was said.</p>
      <Wrong problem={problem} />
      <div className="row end">
        <Button onPress={props.onClose}>Cancel</Button>
        <Button kind="main" isDisabled={busy} onPress={() => void rewrite()}>
          {busy ? 'Drafting …' : 'Draft anew'}
        </Button>
      </div>
    </Sheet>
  );
}
