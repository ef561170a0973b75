import { useMemo } from 'react';
import { encode } from 'uqr';

/** The secret of an otpauth address, in groups of four; empty where there is none. */
export function secretOf(otpauth: string): string {
  const secret = /[?&]secret=([A-Za-z2-7]+)/.exec(otpauth)?.[1] ?? '';
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

/** The second factor to take up: a picture made in this page, and the same in letters. It goes to nobody else. */
export function SecondFactor({ otpauth }: { otpauth: string }) {
  const picture = useMemo(() => {
    const { data, size } = encode(otpauth, { border: 2 });
    const path = data.map((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
    return { path, size };
  }, [otpauth]);
  return (
    <div className="factor">
      <svg viewBox={`0 0 ${picture.size} ${picture.size}`} role="img" aria-label="QR code of your second factor" shapeRendering="crispEdges">
        <path d={picture.path} fill="#000" />
      </svg>
      <div className="stack tight">
        <b>Second factor</b>
        <p className="faint">Scan this with an authenticator app, or type the secret:</p>
        <code>{secretOf(otpauth)}</code>
      </div>
    </div>
  );
}
