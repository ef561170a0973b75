import { useState } from 'react';
import type { Review } from '../api/model';
import { useTemplates } from '../api/queries';
import { Button } from '../parts/Button';
import { Choose } from '../parts/Fields';
import { Wrong } from '../parts/Notice';
import { Sheet } from '../parts/Sheet';
import { tell } from '../parts/toasts';
import { useDeed } from '../parts/useDeed';
import { readable } from '../parts/words';
import type { NoteHandle } from './useNote';

export function TemplateSheet(props: { open: boolean; note: NoteHandle; review: Review; onClose: () => void }) {
  const templates = useTemplates();
  const [chosen, setChosen] = useState(props.review.template);
  const { busy, problem, run } = useDeed();
  const sections = templates.data?.find((template) => template.name === chosen)?.sections ?? [];

  const change = async () => {
    if (await run(() => props.note.send('note/rewrite', { template: chosen }))) {
      tell('The note is set anew; what you wrote is still there');
      props.onClose();
    }
  };

  return (
    <Sheet title="Change the template" open={props.open} onClose={props.onClose}>
      <Choose label="Template" value={chosen} onChange={setChosen} choices={templates.data?.map((known) => ({ id: known.name, name: known.title })) ?? [{ id: chosen, name: readable(chosen) }]} />
      <p className="soft">{sections.map((section) => readable(section.title)).join(' · ')}</p>
      <p>The note is drafted anew in these sections. Sentences that you wrote or changed stay.</p>
      <Wrong problem={problem ?? templates.error} />
      <div className="row end">
        <Button onPress={props.onClose}>Cancel</Button>
        <Button kind="main" isDisabled={busy || chosen === props.review.template} onPress={() => void change()}>
          {busy ? 'Drafting …' : 'Change'}
        </Button>
      </div>
    </Sheet>
  );
}
