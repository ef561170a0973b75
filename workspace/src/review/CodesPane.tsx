import { Check, CornerDownRight, X } from 'lucide-react';
import type { Code, Edit, Review } from '../api/model';
import { Button, IconButton } from '../parts/Button';

const STATES = { proposed: ['Proposed', ''], accepted: ['Accepted', 'green'], refused: ['Refused', 'red'] } as const;

/** Codes that what was said suggests; nothing is coded before somebody accepts it. */
export function CodesPane(props: { review: Review; mayEdit: boolean; onEdit: (edit: Edit) => Promise<unknown>; onWords: (from: number, to: number) => void }) {
  if (props.review.codes.length === 0) {
    return (
      <div className="empty">
        <h2>No codes</h2>
        <p>Nothing that was said has a code in the terminologies here.</p>
      </div>
    );
  }
  return (
    <ul className="things" aria-label="Codes">
      {props.review.codes.map((code) => (
        <CodeRow key={code.id} code={code} {...props} />
      ))}
    </ul>
  );
}

function CodeRow({ code, mayEdit, onEdit, onWords }: { code: Code; mayEdit: boolean; onEdit: (edit: Edit) => Promise<unknown>; onWords: (from: number, to: number) => void }) {
  const [name, tone] = STATES[code.state];
  return (
    <li>
      <b className="number code said">{code.code}</b>
      <span className="grow">
        <span className="said">{code.display}</span> <span className="faint">{code.system}</span>
      </span>
      <span className={`pill ${tone}`}>{name}</span>
      {code.evidence[0] ? (
        <IconButton name={`To the words of ${code.display}`} kind="quiet" size="small" onPress={() => onWords(code.evidence[0]?.from ?? 0, code.evidence[0]?.to ?? 0)}>
          <CornerDownRight size={14} aria-hidden />
        </IconButton>
      ) : null}
      {mayEdit ? (
        <>
          <Button size="small" isDisabled={code.state === 'accepted'} aria-label={`Accept ${code.display}`} onPress={() => void onEdit({ op: 'accept-code', id: code.id })}>
            <Check size={14} aria-hidden /> Accept
          </Button>
          <Button size="small" kind="quiet" isDisabled={code.state === 'refused'} aria-label={`Refuse ${code.display}`} onPress={() => void onEdit({ op: 'refuse-code', id: code.id })}>
            <X size={14} aria-hidden /> Refuse
          </Button>
        </>
      ) : null}
    </li>
  );
}
