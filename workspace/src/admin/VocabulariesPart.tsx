import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, get, put } from '../api/client';
import type { Page } from '../api/model';
import { Button } from '../parts/Button';
import { shownInstant } from '../parts/dates';
import { Field } from '../parts/Fields';
import { Waiting, Wrong } from '../parts/Notice';
import { Sheet } from '../parts/Sheet';
import { tell } from '../parts/toasts';
import { readable } from '../parts/words';
import type { Vocabulary } from './model';

/** Words the recogniser is told to expect: names of drugs, people and places of this practice. */
export function VocabulariesPart() {
  const cache = useQueryClient();
  const vocabularies = useQuery({ queryKey: ['vocabularies'], queryFn: () => get<Page<Vocabulary>>('vocabularies') });
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [phrases, setPhrases] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const listed = phrases.split('\n').map((phrase) => phrase.trim()).filter(Boolean);

  const doing = async (deed: () => Promise<unknown>, told: string) => {
    setProblem(null);
    try {
      await deed();
      tell(told);
      setOpen(false);
      await cache.invalidateQueries({ queryKey: ['vocabularies'] });
    } catch (refused) {
      setProblem(refused);
    }
  };

  return (
    <>
      <div className="row">
        <p className="grow soft">Names of drugs, people and places that are said in this practice.</p>
        <Button kind="main" onPress={() => setOpen(true)}>
          New vocabulary
        </Button>
      </div>
      <Wrong problem={vocabularies.error ?? (open ? null : problem)} />
      {vocabularies.isPending ? <Waiting what="Fetching vocabularies" /> : null}
      {vocabularies.data && vocabularies.data.items.length === 0 ? (
        <div className="card empty">
          <h2>No vocabularies yet</h2>
          <p>Add the words that are often heard wrongly.</p>
        </div>
      ) : null}
      {vocabularies.data && vocabularies.data.items.length > 0 ? (
        <ul className="card things-list" aria-label="Vocabularies">
          {vocabularies.data.items.map((vocabulary) => (
            <li key={vocabulary.name}>
              <span className="grow">
                <b className="said">{vocabulary.name}</b>
                {vocabulary.changedAt ? <span className="faint"> {shownInstant(vocabulary.changedAt)}</span> : null}
              </span>
              <span className={`pill ${vocabulary.state.toLowerCase() === 'ready' ? 'green' : 'blue'}`}>{readable(vocabulary.state)}</span>
              <Button size="small" kind="danger" aria-label={`Remove ${vocabulary.name}`} onPress={() => void doing(() => ask('DELETE', `vocabularies/${vocabulary.name}`), 'The vocabulary is gone')}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <Sheet title="New vocabulary" open={open} onClose={() => setOpen(false)}>
        <Field label="Name" value={name} onChange={setName} hint="Letters, digits, - and _" autoComplete="off" autoFocus />
        <Field label="Phrases" value={phrases} onChange={setPhrases} rows={8} hint="One a line" />
        <Wrong problem={problem} />
        <div className="row end">
          <Button onPress={() => setOpen(false)}>Cancel</Button>
          <Button
            kind="main"
            isDisabled={!/^[\w-]{1,200}$/.test(name) || listed.length === 0}
            onPress={() => void doing(() => put(`vocabularies/${name}`, { phrases: listed, language: 'en-US' }), 'The vocabulary is kept')}
          >
            Keep
          </Button>
        </div>
      </Sheet>
    </>
  );
}
