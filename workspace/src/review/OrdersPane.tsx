import { ClipboardList, CornerDownRight } from 'lucide-react';
import type { Review } from '../api/model';
import { IconButton } from '../parts/Button';
import { readable } from '../parts/words';

/** What was said to be done: tests, drugs, referrals, follow-up. Proposed; ordering stays with the chart. */
export function OrdersPane({ review, onWords }: { review: Review; onWords: (from: number, to: number) => void }) {
  if (review.orders.length === 0) {
    return (
      <div className="empty">
        <ClipboardList size={24} aria-hidden />
        <h2>No orders</h2>
        <p>Nothing was said that is to be ordered, prescribed or referred.</p>
      </div>
    );
  }
  return (
    <ul className="things" aria-label="Orders">
      {review.orders.map((order) => (
        <li key={order.id}>
          <span className="pill bare accent kind">{readable(order.kind)}</span>
          <span className="grow said">{order.text}</span>
          {order.code ? (
            <span className="faint number said">
              {order.code.system} {order.code.code}
            </span>
          ) : null}
          {order.evidence[0] ? (
            <IconButton name="To the words" kind="quiet" size="small" onPress={() => onWords(order.evidence[0]?.from ?? 0, order.evidence[0]?.to ?? 0)}>
              <CornerDownRight size={14} aria-hidden />
            </IconButton>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
