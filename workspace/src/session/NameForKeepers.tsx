/** Tells password keepers whose password a form is about; nobody sees or reaches it. */
export function NameForKeepers({ account }: { account: string }) {
  return <input className="heard-only" type="text" autoComplete="username" value={account} readOnly tabIndex={-1} aria-hidden />;
}
