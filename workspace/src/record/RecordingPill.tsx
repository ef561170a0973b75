import { Mic } from 'lucide-react';
import { useEffect } from 'react';
import { Link, useRoute } from 'wouter';
import { offset } from '../parts/dates';
import { tell } from '../parts/toasts';
import { useHere } from '../session/context';
import { type Kept, leave, useKept, useSeen } from './kept';

/** What is being recorded while another page is looked at, and the way back to it. */
export function RecordingPills() {
  return useKept().map((one) => <RecordingPill key={one.visit} one={one} />);
}

function RecordingPill({ one }: { one: Kept }) {
  const seen = useSeen(one);
  const { stayAwake } = useHere();
  const [there] = useRoute(`/visits/${one.visit}`);
  const active = seen?.phase === 'recording';
  const unsent = active || seen?.phase === 'ending';

  const gone = seen?.gone === true && seen.phase === 'paused' && !there;
  useEffect(() => {
    if (gone) {
      tell('Recording has stopped: the microphone has gone. Go back to the visit.');
    }
  }, [gone]);
  useEffect(() => (active ? stayAwake() : undefined), [active, stayAwake]);
  useScreenOn(active);

  const over = seen?.phase === 'ended' && !there;
  useEffect(() => {
    if (over) {
      leave(one.visit);
    }
  }, [over, one.visit]);

  useEffect(() => {
    if (!unsent) {
      return undefined;
    }
    const ask = (e: BeforeUnloadEvent) => e.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsent]);

  if (there || !seen || seen.phase === 'idle' || seen.phase === 'ended') {
    return null;
  }
  return (
    <Link href={`/visits/${one.visit}`} className={`button small recording-pill ${active ? 'live' : ''}`}>
      <Mic size={14} aria-hidden />
      {active ? 'Recording' : seen.phase === 'paused' ? 'Paused' : 'Sending'} <span className="number">{offset(seen.recorded)}</span>
    </Link>
  );
}

/** Keeps the screen on while a visit is recorded, where the browser lets us. */
function useScreenOn(active: boolean): void {
  useEffect(() => {
    if (!active || !('wakeLock' in navigator)) {
      return undefined;
    }
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const hold = () =>
      void navigator.wakeLock.request('screen').then(
        (got) => {
          lock = got;
          if (over) {
            void got.release();
          }
        },
        () => undefined,
      );
    // Browsers let the screen go whenever another tab is looked at.
    const again = () => document.visibilityState === 'visible' && hold();
    hold();
    document.addEventListener('visibilitychange', again);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, [active]);
}
