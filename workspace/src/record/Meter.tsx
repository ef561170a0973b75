import type { Loudness } from './frames';

const FLOOR = -60;

/** How loud each microphone is, now. */
export function Meter({ loud, names }: { loud: readonly Loudness[]; names: readonly string[] }) {
  return (
    <div className="meters">
      {names.map((name, channel) => {
        const one = loud[channel];
        const share = one ? Math.max(0, Math.min(1, (one.rms - FLOOR) / -FLOOR)) : 0;
        return (
          <div key={name} className="meter" role="meter" aria-label={`Level: ${name}`} aria-valuemin={FLOOR} aria-valuemax={0} aria-valuenow={Math.round(one?.rms ?? FLOOR)}>
            <div className={one && one.peak > -1 ? 'level hot' : 'level'} style={{ transform: `scaleX(${share})` }} />
          </div>
        );
      })}
    </div>
  );
}
