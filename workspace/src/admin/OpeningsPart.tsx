import { useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../api/client';
import type { Page } from '../api/model';
import { Button } from '../parts/Button';
import { shownInstant } from '../parts/dates';
import { Waiting, Wrong } from '../parts/Notice';
import { useDeed } from '../parts/useDeed';

interface Opening {
  id: string;
  visit: string;
  account: string;
  reason: string;
  at: string;
  reviewedAt?: string;
  reviewedBy?: string;
}

/** Who opened another clinician's visit, and why; what nobody has looked at comes first. */
export function OpeningsPart() {
  const cache = useQueryClient();
  const openings = useQuery({ queryKey: ['openings'], queryFn: () => get<Page<Opening>>('openings') });
  const { busy, problem, run } = useDeed();
  const reviewed = (id: string) =>
    run(async () => {
      await post(`openings/${id}/reviewed`);
      await cache.invalidateQueries({ queryKey: ['openings'] });
    });
  return (
    <>
      <p className="soft">Clinicians open another’s visit with a reason, for an hour, to look at only. Each such opening is to be reviewed.</p>
      <Wrong problem={openings.error ?? problem} />
      {openings.isPending ? <Waiting what="Reading openings" /> : null}
      {openings.data?.items.length === 0 ? <p>Nobody has opened another clinician’s visit.</p> : null}
      {openings.data && openings.data.items.length > 0 ? (
        <div className="card scrolls">
          <table className="sheet-table">
            <thead>
              <tr>
                <th>When</th>
                <th>Who</th>
                <th>Why</th>
                <th>Visit</th>
                <th>Reviewed</th>
              </tr>
            </thead>
            <tbody>
              {openings.data.items.map((opening) => (
                <tr key={opening.id}>
                  <td className="number">{shownInstant(opening.at)}</td>
                  <td className="said">{opening.account}</td>
                  <td className="said">{opening.reason}</td>
                  <td>
                    <code>{opening.visit}</code>
                  </td>
                  <td>
                    {opening.reviewedAt ? (
                      <span className="said">{`${shownInstant(opening.reviewedAt)}, ${opening.reviewedBy ?? ''}`}</span>
                    ) : (
                      <Button size="small" isDisabled={busy} aria-label={`Mark the opening by ${opening.account} as reviewed`} onPress={() => void reviewed(opening.id)}>
                        Reviewed
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  );
}
