import { Copy, FileText } from 'lucide-react';
import { afterVisitAddress } from '../api/client';
import type { Review } from '../api/model';
import { Button } from '../parts/Button';
import { tell } from '../parts/toasts';
import { readable } from '../parts/words';
import { copy } from './copy';

/** What the patient takes home, in the clinician's own plain words. */
export function AfterVisitPane({ review }: { review: Review }) {
  const summary = review.afterVisit;
  const parts = summary?.parts.filter((part) => part.sentences.length > 0) ?? [];
  if (!summary || parts.length === 0) {
    return (
      <div className="empty">
        <h2>No summary</h2>
        <p>Nothing was said to the patient that could be handed over as it is.</p>
      </div>
    );
  }
  const text = parts.map((part) => `${readable(part.topic)}\n${part.sentences.map((sentence) => sentence.text).join('\n')}`).join('\n\n');
  return (
    <div className="leaflet">
      <div className="row">
        <p className="grow faint">
          For the patient, from what you said to them.{' '}
          {summary.grade === undefined ? null : <span className="number">Reading grade {summary.grade.toFixed(1)}.</span>}
        </p>
        <Button size="small" onPress={() => void copy(text).then((done) => tell(done ? 'Copied' : 'The browser did not let this be copied'))}>
          <Copy size={14} aria-hidden /> Copy
        </Button>
        <a className="button small" href={afterVisitAddress(review.visit.id)} target="_blank" rel="noreferrer">
          <FileText size={14} aria-hidden /> Save
        </a>
      </div>
      {parts.map((part) => (
        <section key={part.topic}>
          <h2>{readable(part.topic)}</h2>
          <ul>
            {part.sentences.map((sentence, at) => (
              <li key={at} className="said">
                {sentence.text}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
