import { ArrowLeftRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Review, SpeakerChange } from '../api/model';
import { Button } from '../parts/Button';
import { Choose, Field } from '../parts/Fields';
import { Sheet } from '../parts/Sheet';
import { Wrong } from '../parts/Notice';
import { tell } from '../parts/toasts';
import { useDeed } from '../parts/useDeed';
import type { NoteHandle } from './useNote';

const ROLES = [
  { id: 'clinician', name: 'Clinician' },
  { id: 'patient', name: 'Patient' },
] as const;

/** Who is who: names, roles, two voices that are one, two that were taken for each other. */
export function SpeakersSheet(props: { open: boolean; note: NoteHandle; review: Review; onClose: () => void }) {
  const { review } = props;
  const [named, setNamed] = useState<Record<string, { label: string; role: string; into: string }>>({});
  const { busy, problem, run } = useDeed();

  useEffect(() => {
    if (props.open) {
      setNamed(Object.fromEntries(review.speakers.map((speaker) => [speaker.id, { label: speaker.label, role: speaker.role, into: '' }])));
    }
  }, [props.open, review.speakers]);

  const send = async (changes: SpeakerChange[]) => {
    if (changes.length === 0) {
      props.onClose();
      return;
    }
    if (await run(() => props.note.send('speakers', { changes }))) {
      tell('Speakers changed; what rests on their words is drafted anew');
      props.onClose();
    }
  };

  const changes = review.speakers.flatMap<SpeakerChange>((speaker) => {
    const now = named[speaker.id];
    if (!now) {
      return [];
    }
    if (now.into) {
      return [{ op: 'merge', speaker: speaker.id, into: now.into }];
    }
    return now.label !== speaker.label || now.role !== speaker.role ? [{ op: 'rename', speaker: speaker.id, label: now.label, role: now.role }] : [];
  });
  const [one, two] = review.speakers;

  return (
    <Sheet title="Speakers" open={props.open} onClose={props.onClose} wide>
      <p className="soft">What rests on what they said is understood and drafted anew; your edits stay.</p>
      <Wrong problem={problem} />
      {review.speakers.map((speaker) => {
        const now = named[speaker.id] ?? { label: speaker.label, role: speaker.role, into: '' };
        const set = (change: Partial<typeof now>) => setNamed({ ...named, [speaker.id]: { ...now, ...change } });
        const turns = review.turns.filter((turn) => turn.speaker === speaker.id).length;
        return (
          <div key={speaker.id} className="speaker-row" role="group" aria-label={speaker.label}>
            <Field label={`Name (${turns} turns)`} value={now.label} onChange={(label) => set({ label })} maxLength={80} autoComplete="off" />
            <Choose label="Role" value={now.role} onChange={(role) => set({ role })} choices={ROLES.some((role) => role.id === now.role) ? ROLES : [...ROLES, { id: now.role, name: now.role }]} />
            <Choose
              label="The same voice as"
              value={now.into}
              onChange={(into) => set({ into })}
              choices={[{ id: '', name: 'Nobody else' }, ...review.speakers.filter((other) => other.id !== speaker.id).map((other) => ({ id: other.id, name: other.label }))]}
            />
          </div>
        );
      })}
      <div className="row end">
        {one && two && review.speakers.length === 2 ? (
          <Button onPress={() => void send([{ op: 'swap', speaker: one.id, with: two.id }])} isDisabled={busy}>
            <ArrowLeftRight size={15} aria-hidden /> They are the other way round
          </Button>
        ) : null}
        <span className="grow" />
        <Button onPress={props.onClose}>Cancel</Button>
        <Button kind="main" isDisabled={busy || changes.length === 0} onPress={() => void send(changes)}>
          {busy ? 'Drafting anew …' : 'Change'}
        </Button>
      </div>
    </Sheet>
  );
}
