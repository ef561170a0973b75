import { useState } from 'react';

interface Bar {
  at: string;
  name: string;
  value: number;
}

const WIDTH = 720;
const HEIGHT = 150;
const FOOT = 18;

/** A bar for each day. The same figures stand in a table for those who do not see the picture, and for everybody who asks. */
export function Bars({ title, unit, bars }: { title: string; unit: string; bars: readonly Bar[] }) {
  const [pointed, setPointed] = useState<number | null>(null);
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const step = WIDTH / Math.max(1, bars.length);
  const shown = pointed === null ? null : bars[pointed];
  return (
    <figure className="bars">
      <figcaption>
        <h2>{title}</h2>
        <span className="faint number" aria-hidden>
          {shown ? `${shown.name}: ${shown.value.toLocaleString()} ${unit}` : `at most ${most.toLocaleString()} ${unit}`}
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`} aria-hidden onPointerLeave={() => setPointed(null)}>
        {[0, 0.5, 1].map((share) => (
          <line key={share} className="grid" x1={0} x2={WIDTH} y1={HEIGHT - share * (HEIGHT - 6)} y2={HEIGHT - share * (HEIGHT - 6)} />
        ))}
        {bars.map((bar, at) => {
          const tall = (bar.value / most) * (HEIGHT - 6);
          return (
            <g key={bar.at} onPointerEnter={() => setPointed(at)} className={pointed === at ? 'pointed' : undefined}>
              <rect className="catch" x={at * step} y={0} width={step} height={HEIGHT} />
              <rect className="bar-of" x={at * step + step * 0.14} y={HEIGHT - tall} width={step * 0.72} height={tall} rx={Math.min(3, step * 0.2)} />
            </g>
          );
        })}
        <text x={0} y={HEIGHT + 14}>
          {bars[0]?.name}
        </text>
        <text x={WIDTH} y={HEIGHT + 14} textAnchor="end">
          {bars.at(-1)?.name}
        </text>
      </svg>
      <details>
        <summary>As a table</summary>
        <table className="sheet-table">
          <thead>
            <tr>
              <th>Day</th>
              <th className="right">{unit}</th>
            </tr>
          </thead>
          <tbody>
            {bars
              .filter((bar) => bar.value > 0)
              .map((bar) => (
                <tr key={bar.at}>
                  <td>{bar.name}</td>
                  <td className="right">{bar.value.toLocaleString()}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
