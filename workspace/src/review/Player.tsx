import { Pause, Play, RotateCcw, RotateCw } from 'lucide-react';
import { type PointerEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { recordingAddress } from '../api/client';
import type { Evidence, Review } from '../api/model';
import { Button, IconButton } from '../parts/Button';
import { offset } from '../parts/dates';
import { Choose } from '../parts/Fields';
import { drawWave, peaksOf } from './wave';

export interface PlayerHandle {
  sound: RefObject<HTMLAudioElement | null>;
  address: string | null;
  playing: boolean;
  /** Milliseconds from the beginning. */
  at: number;
  length: number;
  failed: boolean;
  /** Plays these stretches one after the other and stops. */
  play: (stretches: readonly { begin: number; end: number }[]) => void;
  toggle: () => void;
  seek: (millis: number) => void;
  rate: (rate: number) => void;
  bind: Record<string, () => void>;
}

const LEAD_MILLIS = 150;

export function usePlayer(visit: string | null): PlayerHandle {
  const sound = useRef<HTMLAudioElement>(null);
  const rest = useRef<{ begin: number; end: number }[]>([]);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const [failed, setFailed] = useState(false);

  const start = useCallback(() => {
    sound.current?.play().catch(() => setPlaying(false));
  }, []);

  // While it plays, the place is read with each frame: the events of the element come four times a second only.
  useEffect(() => {
    if (!playing) {
      return undefined;
    }
    let frame = 0;
    const look = () => {
      const player = sound.current;
      if (player) {
        const now = player.currentTime * 1000;
        setAt(now);
        const stretch = rest.current[0];
        if (stretch && now >= stretch.end + LEAD_MILLIS) {
          rest.current.shift();
          const next = rest.current[0];
          if (next) {
            player.currentTime = Math.max(0, next.begin - LEAD_MILLIS) / 1000;
          } else {
            player.pause();
          }
        }
      }
      frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [playing]);

  const bind = useMemo(
    () => ({
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onEnded: () => setPlaying(false),
      onSeeked: () => setAt((sound.current?.currentTime ?? 0) * 1000),
      onError: () => setFailed(true),
      onLoadedMetadata: () => setLength(Number.isFinite(sound.current?.duration) ? (sound.current?.duration ?? 0) * 1000 : 0),
      onDurationChange: () => setLength(Number.isFinite(sound.current?.duration) ? (sound.current?.duration ?? 0) * 1000 : 0),
    }),
    [],
  );

  return {
    sound,
    address: visit === null ? null : recordingAddress(visit),
    playing,
    at,
    length,
    failed,
    bind,
    play: (stretches) => {
      const player = sound.current;
      const [first] = stretches;
      if (player && first) {
        rest.current = [...stretches].sort((a, b) => a.begin - b.begin);
        player.currentTime = Math.max(0, (rest.current[0]?.begin ?? 0) - LEAD_MILLIS) / 1000;
        start();
      }
    },
    toggle: () => {
      rest.current = [];
      if (playing) {
        sound.current?.pause();
      } else {
        start();
      }
    },
    seek: (millis) => {
      rest.current = [];
      if (sound.current) {
        sound.current.currentTime = Math.max(0, millis) / 1000;
        setAt(Math.max(0, millis));
      }
    },
    rate: (rate) => {
      if (sound.current) {
        sound.current.playbackRate = rate;
      }
    },
  };
}

const RATES = ['1', '1.25', '1.5', '2'].map((id) => ({ id, name: `${id}×` }));

/** The sound of the visit as a line in time: who spoke, how loud, and where the selected sentence was said. */
export function Player({ player, review, marked }: { player: PlayerHandle; review: Review; marked: readonly Evidence[] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [rate, setRate] = useState('1');
  const [peaks, setPeaks] = useState<Float32Array | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [shade, setShade] = useState(0);
  const length = player.length || (review.turns.at(-1)?.end ?? 0);

  // The loudness is made in the background, after the page can be used; without it the turns alone are drawn.
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => player.address && void peaksOf(player.address, stop.signal).then(setPeaks, () => undefined), 800);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [player.address]);

  useEffect(() => {
    const there = canvas.current;
    if (!there) {
      return undefined;
    }
    const watch = new ResizeObserver(() => setSize({ width: there.clientWidth, height: there.clientHeight }));
    watch.observe(there);
    const colours = new MutationObserver(() => setShade((n) => n + 1));
    colours.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const machine = matchMedia('(prefers-color-scheme: dark)');
    const changed = () => setShade((n) => n + 1);
    machine.addEventListener('change', changed);
    return () => {
      watch.disconnect();
      colours.disconnect();
      machine.removeEventListener('change', changed);
    };
  }, []);

  useEffect(() => {
    if (canvas.current && size.width > 0) {
      drawWave(canvas.current, { review, peaks, length, marked });
    }
  }, [review, peaks, length, marked, size, shade]);

  const pointed = (e: PointerEvent<HTMLElement>) => {
    if (e.buttons === 1) {
      const box = e.currentTarget.getBoundingClientRect();
      player.seek(((e.clientX - box.left) / box.width) * length);
    }
  };

  return (
    <div className="player" role="group" aria-label="Recording">
      <audio ref={player.sound} src={player.address ?? undefined} preload="metadata" {...player.bind} />
      <IconButton name="Five seconds back" kind="quiet" size="small" onPress={() => player.seek(player.at - 5000)}>
        <RotateCcw size={16} aria-hidden />
      </IconButton>
      <Button kind="main" className="icon play" aria-label={player.playing ? 'Stop' : 'Play'} onPress={player.toggle}>
        {player.playing ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
      </Button>
      <IconButton name="Five seconds on" kind="quiet" size="small" onPress={() => player.seek(player.at + 5000)}>
        <RotateCw size={16} aria-hidden />
      </IconButton>
      <span className="number time">
        {offset(player.at)} <span className="faint">/ {offset(length)}</span>
      </span>
      <div
        className="wave"
        role="slider"
        tabIndex={0}
        aria-label="Place in the recording"
        aria-valuemin={0}
        aria-valuemax={Math.round(length / 1000)}
        aria-valuenow={Math.round(player.at / 1000)}
        aria-valuetext={offset(player.at)}
        onPointerDown={pointed}
        onPointerMove={pointed}
        onKeyDown={(e) => {
          const by = e.key === 'ArrowRight' ? 5000 : e.key === 'ArrowLeft' ? -5000 : 0;
          if (by !== 0) {
            e.preventDefault();
            player.seek(player.at + by);
          }
        }}
      >
        <canvas ref={canvas} aria-hidden />
        <i className="needle" style={{ insetInlineStart: `${length > 0 ? Math.min(100, (player.at / length) * 100) : 0}%` }} />
      </div>
      <Choose
        label="Speed"
        hiddenLabel
        value={rate}
        choices={RATES}
        onChange={(next) => {
          setRate(next);
          player.rate(Number(next));
        }}
      />
      {player.failed ? <span className="wrong">The recording cannot be played here.</span> : null}
    </div>
  );
}
