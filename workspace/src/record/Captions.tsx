import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/Button';
import { offset } from '../parts/dates';
import { roleClass } from '../review/TurnRow';
import { readable } from '../parts/words';
import type { Caption, Heard } from './told';

const SHOWN = 150;

/** What is heard, as it is heard: guesses pale, what stays in ink, what is named marked. */
export function Captions({ heard }: { heard: Heard }) {
  const end = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [follow, setFollow] = useState(true);
  const [all, setAll] = useState(false);
  const shown = all ? heard.captions : heard.captions.slice(-SHOWN);
  const last = heard.captions.at(-1);

  useEffect(() => {
    if (follow) {
      end.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [follow, heard.captions]);

  const scrolled = () => {
    const there = box.current;
    if (there) {
      setFollow(there.scrollHeight - there.scrollTop - there.clientHeight < 40);
    }
  };

  return (
    <section className="card live-pane" aria-labelledby="heard">
      <h2 id="heard">What is heard</h2>
      <div className="live-scroll" ref={box} onScroll={scrolled} tabIndex={0} role="group" aria-label="Captions">
        {heard.captions.length === 0 ? <p className="faint">Captions appear here as somebody speaks.</p> : null}
        {shown.length < heard.captions.length ? (
          <Button size="small" kind="quiet" onPress={() => setAll(true)}>
            Earlier captions
          </Button>
        ) : null}
        {shown.map((caption) => (
          <CaptionRow key={caption.id} caption={caption} />
        ))}
        <div ref={end} />
      </div>
      {/* Only what stays is read out, and one stretch at a time. */}
      <p className="heard-only" aria-live="polite">
        {last?.final ? last.words.map((word) => word.text).join(' ') : ''}
      </p>
    </section>
  );
}

function CaptionRow({ caption }: { caption: Caption }) {
  const parts = caption.segments.length > 0 ? caption.segments : [{ from: 0, to: caption.words.length, role: '' }];
  return (
    <div className={caption.final ? 'caption' : 'caption guessed'}>
      <span className="faint number">{offset(caption.begin)}</span>
      <div>
        {parts.map((part) => (
          <p key={part.from} className={`said ${part.role ? roleClass(part.role) : ''}`}>
            {part.role ? <b>{readable(part.role)} </b> : null}
            {caption.words.slice(part.from, part.to).map((word, at) => {
              const place = part.from + at;
              const entity = caption.entities.find((named) => place >= named.from && place < named.to);
              return (
                <span key={place} className={entity ? 'named' : word.confidence < 0.7 && caption.final ? 'w-unsure' : undefined} {...(entity ? { title: readable(entity.category) } : {})}>
                  {word.text}
                  {word.mark ?? ''}{' '}
                </span>
              );
            })}
          </p>
        ))}
      </div>
    </div>
  );
}
