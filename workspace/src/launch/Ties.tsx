import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link2 } from 'lucide-react';
import { ask, get } from '../api/client';
import type { Ehr, Page } from '../api/model';
import { Button } from '../parts/Button';
import { tell } from '../parts/toasts';

/** The EHRs at which one is known as a user; nothing where there are none. */
export function Ties({ busy, proven }: { busy: boolean; proven: (deed: () => Promise<void>) => Promise<void> }) {
  const cache = useQueryClient();
  const ehrs = useQuery({ queryKey: ['ehrs'], queryFn: () => get<Page<Ehr>>('ehrs') });
  const tied = ehrs.data?.items.filter((ehr) => ehr.tied) ?? [];

  const remove = async (ehr: Ehr) => {
    await ask('DELETE', `ehrs/${ehr.name}/tie`);
    await cache.invalidateQueries({ queryKey: ['ehrs'] });
    tell('Removed');
  };

  return tied.length === 0 ? null : (
    <section className="stack" aria-labelledby="ties">
      <h2 id="ties">Users of EHRs</h2>
      <p className="soft">Visits that are opened from there open in your name only if you are signed in there as the same user as the first time.</p>
      <ul className="card passkeys">
        {tied.map((ehr) => (
          <li key={ehr.name} className="row">
            <Link2 size={18} aria-hidden />
            <b className="grow said">{ehr.name}</b>
            <Button size="small" kind="danger" aria-label={`Remove the tie to ${ehr.name}`} isDisabled={busy} onPress={() => void proven(() => remove(ehr))}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
