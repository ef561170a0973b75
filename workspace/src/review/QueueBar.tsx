import { ArrowRight, CircleCheck } from 'lucide-react';
import type { Review } from '../api/model';
import { Button } from '../parts/Button';

/** How much still needs eyes, and the one key that walks through it. */
export function QueueBar(props: { review: Review; left: readonly string[]; onNext: () => void; mayLook: boolean }) {
  const red = props.review.sections.flatMap((section) => section.sentences).filter((sentence) => sentence.red && props.left.includes(sentence.id)).length;
  const omissions = props.review.omissions.filter((omission) => props.left.includes(omission.id)).length;
  if (props.left.length === 0) {
    return (
      <div className="queue-bar done" role="status">
        <CircleCheck size={18} aria-hidden /> All that needed eyes was looked at. Ready to sign.
      </div>
    );
  }
  const others = props.left.length - red - omissions;
  return (
    <div className="queue-bar">
      <p role="status">
        <b className="number">{props.left.length}</b> need your eyes
        {red > 0 ? <span className="pill red">{red} must be seen</span> : null}
        {omissions > 0 ? <span className="pill blue">{omissions} not in the note</span> : null}
        {others > 0 ? <span className="pill amber">{others} to check</span> : null}
      </p>
      {props.mayLook ? (
        <Button kind="main" size="small" onPress={props.onNext} aria-keyshortcuts="N">
          Next <kbd>N</kbd> <ArrowRight size={14} aria-hidden />
        </Button>
      ) : null}
    </div>
  );
}
