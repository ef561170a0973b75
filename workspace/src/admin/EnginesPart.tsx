import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Page } from '../api/model';
import { Waiting, Wrong } from '../parts/Notice';
import type { Engine } from './model';

const TITLES: Record<string, string> = { pocketsphinx: 'PocketSphinx', vosk: 'Vosk', onnx: 'ONNX (NeMo CTC)', server: 'A transcription server' };

const STATES: Record<Engine['state'], { name: string; tone: string }> = {
  usual: { name: 'The usual one', tone: 'green' },
  offered: { name: 'May be chosen', tone: 'blue' },
  'not-set-up': { name: 'Not set up', tone: 'bare' },
};

/** Which engines hear what is said, and what it takes to add another. */
export function EnginesPart() {
  const engines = useQuery({ queryKey: ['engines'], queryFn: () => get<Page<Engine>>('engines') });
  if (engines.isPending) {
    return <Waiting what="Looking" />;
  }
  if (!engines.data) {
    return <Wrong problem={engines.error} />;
  }
  return (
    <>
      <p className="soft">Every visit is heard by the usual engine; a job may choose another one that is offered, by its tag chartwright:engine.</p>
      <ul className="card things-list" aria-label="Engines">
        {engines.data.items.map((engine) => (
          <li key={engine.name}>
            <span className="grow">
              <b>{TITLES[engine.name] ?? engine.name}</b> <code className="faint">{engine.name}</code>
              {engine.state === 'not-set-up' ? (
                <>
                  <br />
                  <span className="soft">{engine.how}</span>
                </>
              ) : null}
            </span>
            <span className={`pill ${STATES[engine.state].tone}`}>{STATES[engine.state].name}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
