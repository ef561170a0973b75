import { Check, CircleAlert, CircleDashed, OctagonX } from 'lucide-react';
import { readable } from '../parts/words';
import type { Flag, Sentence, Verdict } from '../api/model';

export const VERDICTS: Record<Verdict, { name: string; tone: string }> = {
  supported: { name: 'Supported', tone: 'green' },
  partly: { name: 'Partly supported', tone: 'amber' },
  unsupported: { name: 'Not supported', tone: 'red' },
  contradicted: { name: 'Contradicted', tone: 'red' },
};

const FLAGS: Record<Flag, string> = {
  number: 'Number',
  dose: 'Dose',
  side: 'Side',
  negation: 'Negation',
  drug: 'Drug',
  'low-confidence': 'Heard uncertainly',
  edited: 'Edited',
};

export const flagName = (flag: Flag): string => FLAGS[flag] ?? flag;

/** The sign in the margin of a sentence. Its meaning is said in words too. */
export function VerdictSign({ sentence }: { sentence: Sentence }) {
  const Icon = sentence.verdict === 'supported' ? (sentence.red ? CircleAlert : Check) : sentence.verdict === 'partly' ? CircleDashed : sentence.verdict === 'contradicted' ? OctagonX : CircleAlert;
  const tone = sentence.red ? 'red' : VERDICTS[sentence.verdict].tone;
  return (
    <span className={`sign ${tone}${sentence.seen ? ' seen' : ''}`} aria-hidden>
      <Icon size={15} strokeWidth={sentence.verdict === 'supported' && !sentence.red ? 2 : 2.4} />
    </span>
  );
}

/** What is wrong with a sentence, or that nothing is. */
export function judgement(sentence: Sentence): string {
  if (sentence.red && sentence.verdict === 'supported') {
    return 'Heard uncertainly';
  }
  const reasons = sentence.reasons.length > 0 ? `: ${sentence.reasons.map(readable).join(', ').toLowerCase()}` : '';
  return `${VERDICTS[sentence.verdict].name}${reasons}`;
}

/** What is heard with a sentence before its text. */
export function spokenState(sentence: Sentence, queued: boolean): string {
  return [
    VERDICTS[sentence.verdict].name,
    ...sentence.flags.map(flagName),
    sentence.red && !sentence.seen ? 'must be seen before signing' : queued ? 'needs your eyes' : '',
  ]
    .filter(Boolean)
    .join(', ');
}
