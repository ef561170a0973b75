import type { Heard } from './told';
import { readable } from '../parts/words';

/** The note as it grows; what is new lights up for a moment. */
export function DraftPane({ heard }: { heard: Heard }) {
  const { sections, sentences } = heard.draft;
  const filled = sections.filter((section) => sentences.some((sentence) => sentence.section === section));
  return (
    <section className="card live-pane" aria-labelledby="draft">
      <h2 id="draft">Draft note</h2>
      <div className="live-scroll" tabIndex={0} role="group" aria-label="Draft">
        {filled.length === 0 ? <p className="faint">The note grows here while you talk. It is finished and checked after the visit.</p> : null}
        {filled.map((section) => (
          <section key={section}>
            <h3>{readable(section)}</h3>
            <ul>
              {sentences
                .filter((sentence) => sentence.section === section)
                .map((sentence) => (
                  <li key={`${sentence.id}${sentence.text}`} className="draft-sentence said">
                    {sentence.text}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
