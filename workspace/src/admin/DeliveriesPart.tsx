import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { get, post } from '../api/client';
import type { Delivery, Page } from '../api/model';
import { Button } from '../parts/Button';
import { shownInstant } from '../parts/dates';
import { Waiting, Wrong } from '../parts/Notice';
import { tell } from '../parts/toasts';
import { readable } from '../parts/words';

/** Signed notes on their way to the hospital's systems. */
export function DeliveriesPart() {
  const cache = useQueryClient();
  const [state, setState] = useState('failed');
  const deliveries = useQuery({ queryKey: ['deliveries', state], queryFn: () => get<Page<Delivery>>(`deliveries${state === 'any' ? '' : `?state=${state}`}`) });
  const [problem, setProblem] = useState<unknown>(null);
  const retry = async (id: string) => {
    setProblem(null);
    try {
      await post(`deliveries/${id}/retry`);
      tell('It is sent again');
      await cache.invalidateQueries({ queryKey: ['deliveries'] });
    } catch (refused) {
      setProblem(refused);
    }
  };
  return (
    <>
      <ToggleButtonGroup className="choices" aria-label="State" selectionMode="single" disallowEmptySelection selectedKeys={[state]} onSelectionChange={(keys) => setState(String([...keys][0]))}>
        <ToggleButton id="failed">Failed</ToggleButton>
        <ToggleButton id="any">All</ToggleButton>
      </ToggleButtonGroup>
      <Wrong problem={deliveries.error ?? problem} />
      {deliveries.isPending ? <Waiting what="Fetching deliveries" /> : null}
      {deliveries.data?.items.length === 0 ? (
        <div className="card empty">
          <h2>{state === 'failed' ? 'Nothing failed' : 'Nothing was sent'}</h2>
          <p>Signed notes go to the targets that are configured.</p>
        </div>
      ) : null}
      {deliveries.data?.items.length ? (
        <ul className="card things-list" aria-label="Deliveries">
          {deliveries.data.items.map((delivery) => (
            <li key={delivery.id}>
              <span className="grow">
                <b className="said">{delivery.target}</b> <span className="faint">{delivery.form.toUpperCase()}, version {delivery.version} of visit {delivery.visit.slice(0, 8)}</span>
                {delivery.outcome ? <span className="faint said"> {delivery.outcome}</span> : null}
              </span>
              <span className="faint number">
                {delivery.attempts} tries · {shownInstant(delivery.at)}
              </span>
              <span className={`pill ${delivery.state === 'acknowledged' ? 'green' : delivery.state === 'failed' ? 'red' : 'blue'}`}>{readable(delivery.state)}</span>
              {delivery.state === 'failed' ? (
                <Button size="small" onPress={() => void retry(delivery.id)}>
                  Send again
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
