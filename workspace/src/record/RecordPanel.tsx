import { useQueryClient } from '@tanstack/react-query';
import { CircleStop, CloudOff, Mic, Pause, ShieldCheck } from 'lucide-react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Visit } from '../api/model';
import { Button } from '../parts/Button';
import { offset } from '../parts/dates';
import { Notice } from '../parts/Notice';
import { Sheet } from '../parts/Sheet';
import { Captions } from './Captions';
import { DraftPane } from './DraftPane';
import { leave, recordingOf } from './kept';
import { Meter } from './Meter';
import { type Chosen, MicrophoneCheck } from './MicrophoneCheck';
import { type Heard, listen, whyNot } from './microphones';
import { Recording, type Seen } from './Recording';
import '../styles/record.css';

const PRONOUNS: Record<string, string> = { she: 'SHE_HER', he: 'HE_HIM', they: 'THEY_THEM' };

/** Recording a visit: microphones first, then captions and the growing draft, until somebody says that it is over. */
export function RecordPanel({ visit }: { visit: Visit }) {
  const cache = useQueryClient();
  const kept = useMemo(
    () => recordingOf(visit.id, () => begin(visit, () => ['visit', 'visits'].forEach((key) => void cache.invalidateQueries({ queryKey: key === 'visit' ? [key, visit.id] : [key] })))),
    // A visit's settings do not change once sound comes, so the recording belongs to its id alone.
    [visit.id],
  );
  const { recording } = kept;
  const seen = useSyncExternalStore(recording.subscribe, recording.look);
  const [chosen, setChosen] = useState<Chosen | null>(kept.microphones);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [ending, setEnding] = useState(false);
  const [ready, setReady] = useState(false);
  const active = seen.phase === 'recording';

  useEffect(() => {
    kept.resumed.then(
      () => setReady(true),
      () => setTrouble('This browser keeps nothing of this page (a private window?). A visit cannot be recorded safely here.'),
    );
    return () => leave(visit.id);
  }, [kept, visit.id]);

  /** With microphones that are open already, or else opened now. */
  const start = async (how: Chosen, open?: Heard): Promise<boolean> => {
    const before = kept.microphones;
    setTrouble(null);
    kept.microphones = how; // this panel may be another one by the time it records
    try {
      const started = await recording.start(
        {
          channels: how.devices.length,
          listen: async (take, lost) => {
            open?.handOver(take, lost);
            return open ?? listen(how.devices, take, lost);
          },
        },
        how.devices.length === 2 ? how.roles : undefined,
      );
      if (started) {
        setChosen(how);
      } else {
        kept.microphones = before;
      }
      return started;
    } catch (refused) {
      kept.microphones = before;
      setTrouble(whyNot(refused));
      return false;
    }
  };

  if (!ready && !trouble) {
    return null;
  }
  if (seen.phase === 'idle') {
    return visit.state === 'recording' ? (
      <section className="card step">
        <h2>This visit is being recorded elsewhere</h2>
        <p className="soft">In another browser or on another machine. If you go on here, the recording there ends; nothing that was sent is lost.</p>
        {seen.trouble ? <Notice tone="amber">{seen.trouble}</Notice> : null}
        <div className="row end">
          <Button kind="main" onPress={() => void recording.resume(true)}>
            Go on here
          </Button>
        </div>
      </section>
    ) : (
      <MicrophoneCheck onStart={start} trouble={trouble ?? seen.trouble} />
    );
  }

  return (
    <section className="recording" aria-label="Recording">
      <div className="record-bar card">
        <span className={`pill ${active ? 'red live' : seen.phase === 'paused' ? 'amber' : 'blue live'}`} role="status">
          {active ? 'Recording' : seen.phase === 'paused' ? 'Paused' : seen.phase === 'ending' ? 'Sending the rest' : 'Ended'}
        </span>
        <b className="clock number">{offset(seen.recorded)}</b>
        <Meter loud={seen.loud} names={chosen?.devices.length === 2 ? ['Clinician', 'Patient'] : ['Microphone']} />
        <Safety seen={seen} onRetry={() => recording.retry()} />
        <div className="row end grow">
          {active ? (
            <Button size="large" onPress={() => void recording.pause()}>
              <Pause size={18} aria-hidden /> Pause
            </Button>
          ) : seen.phase === 'paused' && chosen && !seen.gone ? (
            <Button size="large" onPress={() => void start(chosen)}>
              <Mic size={18} aria-hidden /> Go on
            </Button>
          ) : null}
          {active || seen.phase === 'paused' ? (
            <Button kind="main" size="large" onPress={() => setEnding(true)}>
              <CircleStop size={18} aria-hidden /> End the visit
            </Button>
          ) : null}
        </div>
      </div>
      {trouble ?? seen.trouble ? <Notice tone="red">{trouble ?? seen.trouble}</Notice> : null}
      {seen.lost ? <Notice tone="amber">Some sound is missing: it was removed from this browser before the server had it. There is silence in its place.</Notice> : null}
      {seen.dead && active ? <Notice tone="red">Nothing at all is heard from {seen.channels === 2 ? 'one of the microphones' : 'the microphone'}: is it switched off or muted?</Notice> : null}
      {seen.phase === 'paused' && !chosen && !seen.gone ? <Notice tone="amber">The page was loaded anew. What was recorded is safe; check the microphone and go on.</Notice> : null}
      {seen.phase === 'paused' && (!chosen || seen.gone) && seen.channels > 0 ? <MicrophoneCheck onStart={start} trouble={null} goOn={{ channels: seen.channels }} /> : null}
      <div className="live-panes">
        <Captions heard={seen.heard} />
        <DraftPane heard={seen.heard} />
      </div>
      <Sheet title="End the visit?" open={ending} onClose={() => setEnding(false)}>
        <p>Recording stops and the note is written. You can add to the note by hand afterwards, but record no more.</p>
        <div className="row end">
          <Button onPress={() => setEnding(false)}>Not yet</Button>
          <Button
            kind="main"
            autoFocus
            onPress={() => {
              setEnding(false);
              void recording.end();
            }}
          >
            End the visit
          </Button>
        </div>
      </Sheet>
    </section>
  );
}

const REFUSALS: Record<string, string> = {
  conflict: 'The recording goes on in another place.',
  'signed-out': 'You are signed out. Sign in again and go on; what was recorded is kept here.',
  forbidden: 'You may not record this visit.',
  'not-found': 'The server does not know this visit.',
  'session-ended': 'This recording has ended on the server.',
  invalid: 'The server did not understand this recording. What was recorded is kept here.',
};

/** Whether the sound is safe at the server, and if not, where it is. */
function Safety({ seen, onRetry }: { seen: Seen; onRetry: () => void }) {
  const behind = Math.max(0, seen.recorded - seen.kept);
  if (seen.link.is === 'refused') {
    return (
      <span className="safety red" role="alert">
        <CloudOff size={16} aria-hidden /> {REFUSALS[seen.link.code] ?? 'The server refused the recording. What was recorded is kept here.'}
      </span>
    );
  }
  if (seen.link.is !== 'open' && seen.link.is !== 'ended') {
    return (
      <span className="safety amber" role="status">
        <CloudOff size={16} aria-hidden />
        <span>
          {seen.link.is === 'connecting' ? 'Connecting' : 'No connection'}: {offset(behind)} kept in this browser, encrypted
        </span>
        {seen.link.is === 'waiting' ? (
          <Button size="small" onPress={onRetry}>
            Try now
          </Button>
        ) : null}
      </span>
    );
  }
  return (
    <span className="safety green number">
      <ShieldCheck size={16} aria-hidden /> {behind > 3000 ? `${offset(behind)} on the way` : 'All of it is safe'}
    </span>
  );
}

function begin(visit: Visit, onChanged: () => void): Recording {
  return new Recording(
    visit.id,
    {
      template: visit.template,
      ...(visit.specialty ? { specialty: visit.specialty } : {}),
      ...(visit.pronouns && PRONOUNS[visit.pronouns] ? { pronouns: PRONOUNS[visit.pronouns] } : {}),
    },
    () => new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/app/live`),
    onChanged,
  );
}
