const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

export const shownDay = (iso: string) => safely(iso, day);
export const shownClock = (iso: string) => safely(iso, clock);
export const shownWeekday = (iso: string) => safely(iso, weekday);
export const shownInstant = (iso: string) => `${safely(iso, day)}, ${safely(iso, clock)}`;

function safely(iso: string, format: Intl.DateTimeFormat): string {
  const date = new Date(iso.length === 10 ? `${iso}T12:00:00` : iso);
  return Number.isNaN(date.getTime()) ? iso : format.format(date);
}

/** The local calendar day, YYYY-MM-DD. */
export function today(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whole years from a birth date to now; null where the date is none. */
export function age(birthDate: string | null | undefined, now: Date): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthDate ?? '');
  if (!parts) {
    return null;
  }
  const years = now.getFullYear() - Number(parts[1]);
  const before = now.getMonth() + 1 < Number(parts[2]) || (now.getMonth() + 1 === Number(parts[2]) && now.getDate() < Number(parts[3]));
  return before ? years - 1 : years;
}

/** Milliseconds of a recording as m:ss, or h:mm:ss from an hour on. */
export function offset(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
