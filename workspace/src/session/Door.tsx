import type { ReactNode } from 'react';

/** The frame of what is seen before signing in: what the house does on one side, the form on the other. */
export function Door({ children }: { children: ReactNode }) {
  return (
    <div className="door">
      <div className="said-of-us">
        <span className="brand">
          <img src="/app/icon.svg" alt="" />
          <span>Chartwright</span>
        </span>
        <blockquote>
          <p className="sentence">
            Continue lisinopril <mark>20 mg a day</mark>; check blood pressure at home.
          </p>
          <p className="source">
            “…please keep taking lisinopril twenty milligrams a day, and check it at home.”
            <br />
            Clinician, 2:31
          </p>
        </blockquote>
        <p className="foot">Every sentence of a note shows the words it rests on.</p>
      </div>
      <main id="main">{children}</main>
    </div>
  );
}
