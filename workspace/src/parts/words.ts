import type { Patient } from '../api/model';
import { age, shownDay } from './dates';

/** HISTORY_AND_PHYSICAL, CHIEF COMPLAINT and follow-up become History and physical, Chief complaint and Follow up; what somebody wrote for people stays. */
export function readable(name: string): string {
  if (!/^([A-Z0-9_ ]+|[a-z0-9_-]+)$/.test(name)) {
    return name;
  }
  const words = name.toLowerCase().replace(/[_-]/g, ' ');
  return SHORT.has(name) ? name : words.charAt(0).toUpperCase() + words.slice(1).replace(/\bsoap\b/, 'SOAP');
}

const SHORT: ReadonlySet<string> = new Set(['GIRPP', 'BIRP', 'SIRP', 'DAP', 'SOAP']);

/** What tells two patients of one name apart. */
export function particulars(patient: Patient, now: Date): string {
  const years = age(patient.birthDate, now);
  return [
    patient.birthDate ? `${shownDay(patient.birthDate)}${years === null ? '' : ` (${years} y)`}` : null,
    patient.sex ? readable(patient.sex) : null,
    patient.mrn ? `MRN ${patient.mrn}` : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Lower case without accents, so that what is typed finds what is written. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether every word typed begins a word that is written. */
export function finds(typed: string, written: string): boolean {
  const words = plain(written).split(/[^\p{L}\p{N}]+/u);
  return plain(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

const LONGEST_SHOWN = 500;

/** A text as far as anybody reads it in a row: a browser takes minutes to lay out a megabyte on one line. */
export function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).replace(/[\uD800-\uDBFF]$/, '')} …` : text;
}
