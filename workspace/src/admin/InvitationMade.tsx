import { copy } from '../review/copy';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';
import { tell } from '../parts/toasts';

/** An invitation's address, which is shown once. */
export function InvitationMade({ token, onDone }: { token: string; onDone: () => void }) {
  const link = `${location.origin}/app/invitation#${encodeURIComponent(token)}`;
  return (
    <>
      <Notice tone="amber">This is shown once and good for 24 hours. Hand it over in person or by a way you trust.</Notice>
      <div className="field">
        <span className="label">Address</span>
        <code className="secret">{link}</code>
      </div>
      <div className="row end">
        <Button onPress={() => void copy(link).then((done) => tell(done ? 'Copied' : 'The browser did not let this be copied'))}>Copy</Button>
        <Button kind="main" onPress={onDone}>
          Done
        </Button>
      </div>
    </>
  );
}
