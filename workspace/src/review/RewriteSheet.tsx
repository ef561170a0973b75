import type { Section } from '../api/model';
import { Button } from '../parts/Button';
import { Sheet } from '../parts/Sheet';
import { Wrong } from '../parts/Notice';
import { tell } from '../parts/toasts';
import { useDeed } from '../parts/useDeed';
import { readable } from '../parts/words';

export function RewriteSheet(props: { section: Section | null; onClose: () => void; onRewrite: (section: string) => Promise<unknown> }) {
  const { busy, problem, run } = useDeed();
  const rewrite = async () => {
    const { section } = props;
    if (section && (await run(() => props.onRewrite(section.name)))) {
      tell('Drafted anew; what you wrote is still there');
      props.onClose();
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
