import { CircleCheck, Mic, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/Button';
import { Choose, Tick } from '../parts/Fields';
import { Notice } from '../parts/Notice';
import { ADVICE, judged, loudness, type Loudness, type Quality } from './frames';
import { Meter } from './Meter';
import { type Heard, listen, microphonesHere, whyNot } from './microphones';

export interface Chosen {
  devices: string[];
  roles: string[];
}

const LAST = 25;

const GONE = 'The microphone has gone: unplugged, or taken by another program. Choose another one, or plug it in and try again.';

interface Asking {
  /** Takes the microphones over as they are, open, so that not a word is lost meanwhile; false if it did not. */
  onStart: (chosen: Chosen, open: Heard) => Promise<boolean>;
  trouble: string | null;
  /** Of a recording that goes on: it keeps as many microphones as it was begun with. */
  goOn?: { channels: number };
}

/** Which microphones, and whether they hear well: asked before anything is recorded. */
export function MicrophoneCheck(props: Asking) {
  const [devices, setDevices] = useState<{ id: string; name: string }[]>([]);
  const [one, setOne] = useState('');
  const [two, setTwo] = useState('');
  const [wantsBoth, setBoth] = useState(false);
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [loud, setLoud] = useState<readonly Loudness[]>([]);
  const [quality, setQuality] = useState<Quality[]>(['listening']);
  const [ready, setReady] = useState(false);
  const [round, setRound] = useState(0);
  const open = useRef<{ key: string; heard: Heard } | null>(null);
  const last = useRef<Loudness[][]>([]);
  const fixed = props.goOn?.channels ?? 0;
  const both = fixed === 0 ? wantsBoth : fixed === 2;
  const chosen = both ? [one, two] : [one];
  const key = chosen.join('|');

  useEffect(() => {
    if (!asked || open.current?.key === key) {
      return undefined;
    }
    let over = false;
    open.current?.heard.stop();
    open.current = null;
    last.current = chosen.map(() => []);
    setReady(false);
    setTrouble(null);
    setQuality(chosen.map(() => 'listening'));
    const hear = (samples: Int16Array) => {
      const now = chosen.map((_, channel) => loudness(samples, channel, chosen.length));
      now.forEach((level, channel) => {
        const kept = last.current[channel];
        kept?.push(level);
        if (kept && kept.length > LAST) {
          kept.shift();
        }
      });
      setLoud(now);
      setQuality(last.current.map(judged));
    };
    const lost = () => {
      open.current = null;
      setReady(false);
      setTrouble(GONE);
      void microphonesHere().then(setDevices);
    };
    listen(chosen, hear, lost).then(
      async (heard) => {
        if (over) {
          heard.stop();
          return;
        }
        open.current = { key: heard.devices.join('|'), heard };
        const here = await microphonesHere();
        setDevices(here);
        const known = (at: number) => here.find((device) => device.id === heard.devices[at])?.id ?? here[at]?.id ?? '';
        setOne(known(0));
        setTwo((was) => (heard.devices.length > 1 ? known(1) : was || (here.find((device) => device.id !== known(0))?.id ?? '')));
        setReady(true);
      },
      (refused: unknown) => over || setTrouble(whyNot(refused)),
    );
    return () => {
      over = true;
    };
    // The key stands for the chosen devices.
  }, [asked, key, round]);

  useEffect(
    () => () => {
      open.current?.heard.stop();
      open.current = null;
    },
    [],
  );

  const choices = devices.map((device) => ({ id: device.id, name: device.name }));
  const start = () => {
    const mine = open.current;
    if (!mine) {
      return;
    }
    open.current = null;
    setReady(false);
    void props.onStart({ devices: chosen, roles: ['CLINICIAN', 'PATIENT'] }, mine.heard).then((taken) => taken || setRound((was) => was + 1));
  };
  return (
    <section className="card step check" aria-labelledby="check">
      <h2 id="check">{props.goOn ? 'Go on recording' : 'Microphone'}</h2>
      {trouble ?? props.trouble ? <Notice tone="red">{trouble ?? props.trouble}</Notice> : null}
      {!asked ? (
        <>
          <p className="soft">The browser asks whether this page may use the microphone. Then you see how well it hears, before anything is recorded.</p>
          <Button kind="main" size="large" className="begin" onPress={() => setAsked(true)}>
            <Mic size={18} aria-hidden /> Check the microphone
          </Button>
        </>
      ) : (
        <>
          <div className="columns two">
            {choices.length > 0 ? <Choose label={both ? 'Clinician’s microphone' : 'Microphone'} value={one} onChange={setOne} choices={choices} /> : null}
            {both && choices.length > 1 ? <Choose label="Patient’s microphone" value={two} onChange={setTwo} choices={choices} /> : null}
          </div>
          {choices.length > 1 && fixed === 0 ? (
            <Tick isSelected={both} onChange={setBoth}>
              Two microphones, one for each person
            </Tick>
          ) : null}
          {chosen.map((_, channel) => {
            const found = quality[channel] ?? 'listening';
            return (
              <div key={channel} className="check-line">
                <Meter loud={loud.slice(channel, channel + 1)} names={[both ? (channel === 0 ? 'Clinician' : 'Patient') : 'Microphone']} />
                <p className={`advice ${found}`} role="status">
                  {found === 'good' ? <CircleCheck size={16} aria-hidden /> : found === 'listening' ? <Mic size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
                  {ADVICE[found]}
                </p>
              </div>
            );
          })}
          <div className="row end">
            {trouble ? (
              <Button size="large" onPress={() => setRound((was) => was + 1)}>
                Try again
              </Button>
            ) : null}
            <Button kind="main" size="large" isDisabled={!ready} onPress={start}>
              <Mic size={18} aria-hidden /> {props.goOn ? 'Go on' : 'Start recording'}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
