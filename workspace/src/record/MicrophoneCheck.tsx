import { CircleCheck, Mic, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/Button';
import { Choose, Tick } from '../parts/Fields';
import { Notice } from '../parts/Notice';
import { ADVICE, judged, loudness, type Loudness, type Quality } from './frames';
import { Meter } from './Meter';
import { listen, microphonesHere, whyNot } from './microphones';

export interface Chosen {
  devices: string[];
  roles: string[];
}

const LAST = 25;

/** Which microphones, and whether they hear well: asked before anything is recorded. */
export function MicrophoneCheck(props: { onStart: (chosen: Chosen) => void; trouble: string | null; goOn?: boolean }) {
  const [devices, setDevices] = useState<{ id: string; name: string }[]>([]);
  const [one, setOne] = useState('');
  const [two, setTwo] = useState('');
  const [both, setBoth] = useState(false);
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [loud, setLoud] = useState<readonly Loudness[]>([]);
  const [quality, setQuality] = useState<Quality[]>(['listening']);
  const last = useRef<Loudness[][]>([]);
  const chosen = both ? [one, two] : [one];
  const key = chosen.join('|');

  useEffect(() => {
    if (!asked) {
      return undefined;
    }
    let stop: (() => void) | null = null;
    let over = false;
    last.current = chosen.map(() => []);
    setQuality(chosen.map(() => 'listening'));
    listen(chosen, (samples) => {
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
    }).then(
      async (heard) => {
        stop = heard.stop;
        if (over) {
          stop();
          return;
        }
        setTrouble(null);
        const here = await microphonesHere();
        setDevices(here);
        setOne((was) => was || (here[0]?.id ?? ''));
        setTwo((was) => was || (here[1]?.id ?? ''));
      },
      (refused: unknown) => over || setTrouble(whyNot(refused)),
    );
    return () => {
      over = true;
      stop?.();
    };
    // The key stands for the chosen devices.
  }, [asked, key]);

  const choices = devices.map((device) => ({ id: device.id, name: device.name }));
  const start = () => props.onStart({ devices: chosen, roles: ['CLINICIAN', 'PATIENT'] });
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
          {choices.length > 1 ? (
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
            <Button kind="main" size="large" isDisabled={trouble !== null} onPress={start}>
              <Mic size={18} aria-hidden /> {props.goOn ? 'Go on' : 'Start recording'}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
