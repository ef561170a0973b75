import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Review } from '../api/model';
import { Notice, Waiting, Wrong } from '../parts/Notice';
import { tell } from '../parts/toasts';
import { useHere } from '../session/context';
import { useKeys } from '../shell/keys';
import { PatientBanner } from '../visit/PatientBanner';
import { AfterVisitPane } from './AfterVisitPane';
import { AmendBar } from './AmendBar';
import { CodesPane } from './CodesPane';
import { ConflictSheet } from './ConflictSheet';
import { evidenceOf, nextInQueue, threads, turnOfWord } from './evidence';
import { HistoryPane } from './HistoryPane';
import { NotePane, type Editing } from './NotePane';
import { OrdersPane } from './OrdersPane';
import { Player, usePlayer } from './Player';
import { QueueBar } from './QueueBar';
import { ReviewActions } from './ReviewActions';
import { TranscriptPane, type WordRange } from './TranscriptPane';
import { useNote } from './useNote';
import '../styles/note.css';
import '../styles/transcript.css';
import '../styles/player.css';
import '../styles/papers.css';
import '../styles/review.css';

/** Note, transcript and sound side by side; the way from words to a signed note. */
export default function ReviewPage({ id }: { id: string }) {
  const note = useNote(id);
  if (!note.review) {
    return note.problem ? (
      <main className="page narrow" id="main">
        <h1>This note cannot be shown</h1>
        <Wrong problem={note.problem} />
      </main>
    ) : (
      <Waiting what="Opening the note" />
    );
  }
  return <Opened note={note} review={note.review} />;
}

function Opened({ note, review }: { note: ReturnType<typeof useNote>; review: Review }) {
  const { session } = useHere();
  const weave = useMemo(() => threads(review), [review]);
  const [selected, setSelected] = useState<string | null>(null);
  const [range, setRange] = useState<WordRange | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [pane, setPane] = useState('note');
  const [view, setView] = useState<'note' | 'transcript'>('note');
  const [signing, setSigning] = useState(false);
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const trail = useRef<string[]>([]);
  const page = useRef<HTMLElement>(null);
  const [toFocus, setToFocus] = useState<{ where: string } | null>(null);
  const player = usePlayer(review.visit.sound ? review.visit.id : null);
  const item = selected === null ? null : (weave.itemById.get(selected) ?? null);
  const caring = session.person.role === 'clinician' || session.person.role === 'reviewer';
  const open = review.status === 'preliminary';
  const mayEdit = caring && (open || note.amendment !== null);
  const left = review.queue.filter((one) => !passed.has(one) && weave.itemById.has(one));

  // The focus moves in the same breath as the page: a frame later it would be taken from whoever already writes, and what
  // they type would be taken for keys of the page.
  useLayoutEffect(() => {
    if (toFocus !== null && !document.activeElement?.closest('.editor')) {
      page.current?.querySelector<HTMLElement>(toFocus.where)?.focus();
    }
  }, [toFocus]);

  // An item that is gone (removed, added, drafted anew) is selected no longer.
  useEffect(() => {
    if (selected !== null && !weave.itemById.has(selected)) {
      setSelected(null);
    }
  }, [selected, weave]);

  // A sentence that came anew into the queue has to be looked at anew.
  useEffect(() => setPassed(new Set()), [review.version]);

  const { holdStill } = note;
  useEffect(() => {
    holdStill(editing !== null);
    if (!editing) {
      return undefined;
    }
    const ask = (e: BeforeUnloadEvent) => e.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [editing, holdStill]);

  const select = useCallback((next: string | null, focus = true) => {
    setSelected(next);
    setRange(null);
    if (next !== null && focus) {
      setToFocus({ where: `[data-item="${CSS.escape(next)}"]` });
    }
  }, []);

  const step = (by: 1 | -1) => {
    const at = weave.items.findIndex((known) => known.id === selected);
    const next = weave.items[at < 0 ? (by > 0 ? 0 : weave.items.length - 1) : at + by];
    if (next) {
      select(next.id);
    }
  };

  const onward = () => {
    setPane('note');
    setView('note');
    const next = nextInQueue(review.queue, selected, passed);
    if (selected !== null && review.queue.includes(selected) && !passed.has(selected)) {
      setPassed(new Set([...passed, selected]));
      trail.current.push(selected);
      void note.edit({ op: 'seen', id: selected });
    }
    if (next !== null && weave.itemById.has(next)) {
      select(next);
    } else {
      tell(left.length > 1 ? 'Nothing more to look at here' : 'You have looked at all that needed eyes');
    }
  };

  const back = () => {
    const before = trail.current.pop();
    if (before && weave.itemById.has(before)) {
      select(before);
    }
  };

  const add = async (omission = item?.is === 'omission' ? item.id : null) => {
    if (omission === null) {
      tell('Choose something that was said but is not in the note, then press A');
      return;
    }
    const next = nextInQueue(review.queue, omission, passed);
    if ((await note.edit({ op: 'add-omission', id: omission })) === 'kept') {
      tell('Added to the note');
      if (next !== null) {
        select(next);
      }
    }
  };

  const remove = async (sentence: string) => {
    const gone = weave.itemById.get(sentence);
    if (gone?.is !== 'sentence') {
      return;
    }
    const at = weave.items.indexOf(gone);
    const before = weave.items[at - 1];
    const neighbour = weave.items[at + 1] ?? before;
    if ((await note.edit({ op: 'remove', sentence })) === 'kept') {
      select(neighbour?.id ?? null);
      tell('Taken out', {
        name: 'Undo',
        run: () =>
          void note.edit({
            op: 'insert',
            section: gone.section,
            after: before?.is === 'sentence' && before.section === gone.section ? before.id : '',
            text: gone.sentence.text,
            evidence: gone.sentence.evidence.map((said) => said.from),
          }),
      });
    }
  };

  const toWords = () => {
    const first = item ? evidenceOf(item)[0] : undefined;
    if (first) {
      setView('transcript');
      setRange({ from: first.from, to: first.from });
      setToFocus({ where: '.transcript .turns' });
    }
  };

  const playItem = () => item && player.play(evidenceOf(item).map(({ begin, end }) => ({ begin, end })));

  useKeys({
    n: onward,
    'Shift+n': back,
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    p: playItem,
    ' ': (e) => ((e.target as Element).closest('button, a, [role="tab"]') ? (e.target as HTMLElement).click() : player.toggle()),
    t: toWords,
    Escape: () => (item ? select(item.id) : undefined),
    ...(mayEdit
      ? {
          e: () => (item?.is === 'sentence' ? setEditing({ is: 'sentence', id: item.id }) : item ? void add(item.id) : undefined),
          i: () => item && setEditing({ is: 'new', section: item.section, after: item.is === 'sentence' ? item.id : null, text: '' }),
          a: () => void add(),
          x: () => item?.is === 'sentence' && void remove(item.id),
        }
      : {}),
    ...(open && session.person.role === 'clinician' ? { s: () => setSigning(true) } : {}),
  });

  const scrollTo = item ? (evidenceOf(item)[0]?.from ?? null) : null;
  const needle = range ? range.from : scrollTo;
  const turn = needle === null ? -1 : turnOfWord(review.turns, needle);

  return (
    <div className={`review show-${view}`}>
      <PatientBanner visit={review.visit}>
        <ReviewActions note={note} review={review} signing={signing} onSigning={setSigning} onGoTo={(there) => select(there)} />
      </PatientBanner>
      <main className="review-body" id="main" ref={page}>
        <section className="note-side" aria-label="Note">
          <Tabs className="note-tabs" selectedKey={pane} onSelectionChange={(key) => setPane(String(key))}>
            <div className="pane-head">
              <TabList className="choices" aria-label="Parts of the review">
                <Tab id="note">Note</Tab>
                <Tab id="summary">For the patient</Tab>
                <Tab id="orders">
                  Orders <span className="count">{review.orders.length}</span>
                </Tab>
                <Tab id="codes">
                  Codes <span className="count">{review.codes.length}</span>
                </Tab>
                <Tab id="history">History</Tab>
              </TabList>
              <ToggleButtonGroup
                className="choices one-at-a-time"
                aria-label="What is shown"
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={[view]}
                onSelectionChange={(keys) => setView([...keys][0] as 'note' | 'transcript')}
              >
                <ToggleButton id="note">Note</ToggleButton>
                <ToggleButton id="transcript">Words</ToggleButton>
              </ToggleButtonGroup>
            </div>
            {note.amendment ? <AmendBar note={note} onGoTo={(there) => select(there)} /> : null}
            {note.problem ? <Wrong problem={note.problem} /> : null}
            <TabPanel id="note" className="pane">
              {open ? <QueueBar review={review} left={left} onNext={onward} mayLook={caring} /> : null}
              <NotePane
                review={review}
                weave={weave}
                selected={selected}
                lit={range ? restingOn(weave, range) : EMPTY}
                editing={editing}
                mayEdit={mayEdit}
                mayLook={caring}
                queue={left}
                onSelect={(next) => select(next)}
                onEditing={setEditing}
                onEdit={note.edit}
                onRemove={(sentence) => void remove(sentence)}
                onAdd={(omission) => void add(omission)}
                onPlay={review.visit.sound ? playItem : null}
                onWords={toWords}
                onRewrite={(section) => note.send('note/rewrite', { section })}
              />
            </TabPanel>
            <TabPanel id="summary" className="pane">
              <AfterVisitPane review={review} />
            </TabPanel>
            <TabPanel id="orders" className="pane">
              <OrdersPane review={review} onWords={(from, to) => setRange({ from, to })} />
            </TabPanel>
            <TabPanel id="codes" className="pane">
              <CodesPane review={review} mayEdit={caring} onEdit={note.edit} onWords={(from, to) => setRange({ from, to })} />
            </TabPanel>
            <TabPanel id="history" className="pane">
              <HistoryPane review={review} />
            </TabPanel>
          </Tabs>
        </section>
        <TranscriptPane
          review={review}
          weave={weave}
          item={item}
          range={range}
          turn={turn}
          playingAt={player.at}
          playing={player.playing}
          mayEdit={mayEdit}
          note={note}
          onRange={setRange}
          onItem={(next) => {
            setPane('note');
            setView('note');
            select(next);
          }}
          onPlay={review.visit.sound ? (begin, end) => player.play([{ begin, end }]) : null}
          onInsert={(section, text, evidence) => void note.edit({ op: 'insert', section, text, evidence }).then((outcome) => outcome === 'kept' && tell('Added to the note'))}
          onLeave={() => item && select(item.id)}
        />
      </main>
      {review.visit.sound ? (
        <Player player={player} review={review} marked={item ? evidenceOf(item) : []} />
      ) : (
        <Notice>This visit came without sound.</Notice>
      )}
      <ConflictSheet note={note} />
    </div>
  );
}

const EMPTY: ReadonlySet<string> = new Set();

function restingOn(weave: ReturnType<typeof threads>, range: WordRange): ReadonlySet<string> {
  const ids = new Set<string>();
  for (let word = Math.min(range.from, range.to); word <= Math.max(range.from, range.to); word++) {
    weave.restingOn.get(word)?.forEach((id) => ids.add(id));
  }
  return ids;
}
