import { useEffect, useRef, useState } from 'react';
import { get } from '../api/client';
import { Button } from '../parts/Button';
import { Sheet } from '../parts/Sheet';

const WARNING_SECONDS = 60;
const DEEDS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Counts how long nobody has touched the page; warns a minute before the session ends, and ends it. */
export function IdleLock(props: { seconds: number; isHeldOff: () => boolean; onOver: () => void }) {
  const touched = useRef(0);
  const told = useRef(0);
  const [left, setLeft] = useState<number | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    touched.current = Date.now();
    told.current = Date.now();
    const touch = () => {
      touched.current = Date.now();
    };
    DEEDS.forEach((deed) => window.addEventListener(deed, touch, { passive: true }));
    const timer = setInterval(() => {
      const now = Date.now();
      if (latest.current.isHeldOff()) {
        touch();
      }
      // Whoever only reads or types tells the server nothing by that; so it is told now and then.
      if (touched.current > told.current && now - told.current > latest.current.seconds * 250) {
        told.current = now;
        void get('session').catch(() => undefined);
      }
      const rest = Math.ceil(latest.current.seconds - (now - touched.current) / 1000);
      if (rest <= 0) {
        clearInterval(timer);
        latest.current.onOver();
      } else {
        setLeft(rest <= Math.min(WARNING_SECONDS, latest.current.seconds / 2) ? rest : null);
      }
    }, 1000);
    return () => {
      clearInterval(timer);
      DEEDS.forEach((deed) => window.removeEventListener(deed, touch));
    };
  }, []);

  return (
    <Sheet title="Are you still there?" open={left !== null} mustAnswer onClose={() => undefined}>
      <p>
        Nobody has touched this page for a while. You will be signed out in <b className="number">{left}</b> seconds; what was
        saved is safe.
      </p>
      <div className="row end">
        <Button
          kind="main"
          autoFocus
          onPress={() => {
            touched.current = Date.now();
            setLeft(null);
          }}
        >
          I am here
        </Button>
      </div>
    </Sheet>
  );
}
