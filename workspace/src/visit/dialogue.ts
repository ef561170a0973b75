export interface DialogueCheck {
  turns: { who: string; words: number }[];
  /** What is wrong, by line from 1. */
  wrong: { line: number; what: string }[];
  words: number;
}

const TAG = /^\[([\p{L}][\p{L}\p{N}_ -]{0,40})\]\s*(.*)$/u;

/** Reads lines such as `[doctor] Good morning.`; a line without a tag goes on with what the one before said. */
export function checkDialogue(text: string): DialogueCheck {
  const turns: DialogueCheck['turns'] = [];
  const wrong: DialogueCheck['wrong'] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    const said = line.trim();
    if (said === '') {
      return;
    }
    const tagged = TAG.exec(said);
    if (tagged) {
      const words = count(tagged[2] ?? '');
      if (words === 0) {
        wrong.push({ line: at + 1, what: 'Nobody says anything here' });
      }
      turns.push({ who: (tagged[1] ?? '').toLowerCase(), words });
    } else if (turns.length === 0) {
      wrong.push({ line: at + 1, what: 'Begin with who speaks, such as [doctor] or [patient]' });
    } else {
      const last = turns.at(-1);
      if (last) {
        last.words += count(said);
      }
    }
  });
  return { turns, wrong, words: turns.reduce((sum, turn) => sum + turn.words, 0) };
}

function count(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
