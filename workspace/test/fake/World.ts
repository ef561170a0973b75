import type { Edit, NoteDiff, Patient, Person, PersonRole, Review, Section, Sentence, SpeakerChange, Visit } from '../../src/api/model';
import { PATIENTS, reviewOf, SCRIPT, visitOf } from './sample';

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly more: Record<string, unknown> = {},
  ) {
    super(code);
  }
}

/** What a server would know, in memory: a small stand-in that answers in the shapes of docs/workspace-api.md. */
export class World {
  role: PersonRole = 'clinician';
  signedIn = true;
  proved = false;
  elsewhere = false;
  /** Visits of others, and who opened them and why. */
  closed = new Set<string>();
  openings: { id: string; visit: string; account: string; reason: string; at: string; reviewedAt?: string; reviewedBy?: string }[] = [];
  passkeys: { id: string; name: string; createdAt: string; credential: string }[] = [];
  ways: { local: boolean; provider?: string } = { local: true };
  /** Where the identity provider leads back to; with a `#sign-in=` it let nobody in. */
  wayBack = '';
  /** EHRs that open visits here, and the word for why none is opened. */
  ehrs: { name: string; tied: boolean }[] = [];
  launchWhy = '';
  idleSeconds = 900;
  /** How many visits a list gives at a time. */
  page = 50;
  patients: Patient[] = [...PATIENTS];
  visits: Visit[];
  reviews = new Map<string, Review>();
  versions = new Map<string, Map<number, Section[]>>();
  recordings = new Map<string, Buffer>();
  people = [
    { id: 'u-1', account: 'helen', name: 'Helen Lane', role: 'clinician', enabled: true },
    { id: 'u-2', account: 'ada', name: 'Ada Okafor', role: 'administrator', enabled: true },
    { id: 'u-3', account: 'tomas', name: 'Tomas Iriarte', role: 'reviewer', enabled: true },
    { id: 'u-4', account: 'mei', name: 'Mei Tan', role: 'auditor', enabled: false },
  ];
  tenants = [
    { name: 'default', account: '310000000001', own: true, people: 14, visits: 612, seconds: 421_000 },
    { name: 'north-clinic', account: '310000000017', own: false, people: 5, visits: 88, seconds: 61_300 },
  ];
  keys = {
    tenant: { version: 3, madeAt: '2026-08-02T09:00:00Z' },
    named: [{ id: '7e1f6a10-0000-4000-8000-000000000001', aliases: ['alias/visits'], state: 'enabled', version: 2 }],
    access: [
      { id: 'AKIAEXAMPLE000000001', user: 'interface-engine', enabled: true, madeAt: '2026-03-02T09:00:00Z', usedAt: '2026-11-25T08:12:00Z', usedFor: 'transcribe' },
      { id: 'AKIAEXAMPLE000000002', user: 'backup', enabled: false, madeAt: '2025-11-02T09:00:00Z' },
    ],
  };
  vocabularies = [{ name: 'practice-names', state: 'READY', changedAt: '2026-11-20T10:00:00Z' }];
  templates = [
    { name: 'HISTORY_AND_PHYSICAL', title: 'History and physical', own: false, sections: ['CHIEF_COMPLAINT', 'HISTORY_OF_PRESENT_ILLNESS', 'REVIEW_OF_SYSTEMS', 'PHYSICAL_EXAMINATION', 'ASSESSMENT', 'PLAN'] },
    { name: 'PHYSICAL_SOAP', title: 'SOAP', own: false, sections: ['SUBJECTIVE', 'OBJECTIVE', 'ASSESSMENT', 'PLAN'] },
    { name: 'GIRPP', title: 'GIRPP', own: false, sections: ['GOAL', 'INTERVENTION', 'RESPONSE', 'PROGRESS', 'PLAN'] },
    { name: 'POST_OP_VISIT', title: 'Post-op visit', own: true, sections: ['INTERVAL', 'WOUND', 'DRUGS', 'NEXT'] },
  ];
  private last = 100;

  constructor() {
    const [parker, pena, yusuf, lindqvist, oyelaran, cho] = PATIENTS as [Patient, Patient, Patient, Patient, Patient, Patient];
    this.visits = [
      visitOf('v-planned', yusuf, 'planned', 10, 'New patient; headaches', { specialty: 'neurology' }),
      visitOf('v-processing', lindqvist, 'processing', 32, 'Ear pain', { specialty: 'pediatrics' }),
      visitOf('v-review', parker, 'to-review', 75, 'Knee pain after a fall at work'),
      visitOf('v-signed', pena, 'signed', 130, 'Follow-up of blood pressure', { template: 'PHYSICAL_SOAP' }),
      visitOf('v-failed', oyelaran, 'failed', 160, 'Medication review', { failure: 'The recording holds no speech.' }),
      visitOf('v-recording', cho, 'recording', 2, 'Annual examination'),
    ];
    this.reviews.set('v-review', reviewOf(this.visit('v-review')));
    const signed = reviewOf(this.visit('v-signed'));
    const at = new Date(Date.now() - 1_800_000).toISOString();
    this.reviews.set('v-signed', {
      ...signed,
      version: 3,
      status: 'final',
      queue: [],
      sections: signed.sections.map((section) => ({ ...section, sentences: section.sentences.map((sentence) => ({ ...sentence, seen: true })) })),
      omissions: [],
      signature: { by: 'Helen Lane', at },
      history: [...signed.history, { version: 2, at, by: 'helen', what: 'edited' }, { version: 3, at, by: 'helen', what: 'signed' }],
      deliveries: [{ id: 'd-1', visit: 'v-signed', target: 'hospital', form: 'fhir', state: 'acknowledged', version: 3, attempts: 1, at }],
    });
    this.reviews.forEach((review) => this.keep(review));
  }

  get person(): Person {
    const found = this.people.find((known) => known.role === this.role) ?? this.people[0];
    return { id: found?.id ?? '', account: found?.account ?? '', name: found?.name ?? '', role: this.role, tenant: 'default' };
  }

  visit(id: string): Visit {
    const found = this.visits.find((visit) => visit.id === id);
    if (!found) {
      throw new Refused(404, 'not-found');
    }
    return found;
  }

  review(id: string): Review {
    const found = this.reviews.get(id);
    if (!found) {
      throw new Refused(404, 'not-found');
    }
    return { ...found, visit: this.visit(id) };
  }

  change(id: string, change: Partial<Visit>): Visit {
    const changed = { ...this.visit(id), ...change };
    this.visits = this.visits.map((visit) => (visit.id === id ? changed : visit));
    return changed;
  }

  newVisit(asked: { patientId: string; template?: string; specialty?: string; reason?: string }): Visit {
    const patient = this.patients.find((known) => known.id === asked.patientId);
    if (!patient) {
      throw new Refused(400, 'invalid', { field: 'patientId', detail: 'No such patient' });
    }
    const visit = visitOf(`v-${this.last++}`, patient, 'planned', 0, asked.reason ?? '', {
      template: asked.template ?? 'HISTORY_AND_PHYSICAL',
      specialty: asked.specialty ?? 'general',
      sound: false,
      startedAt: new Date().toISOString(),
    });
    this.visits = [visit, ...this.visits];
    return visit;
  }

  newPatient(asked: Record<string, string>): Patient {
    if (!asked.family?.trim()) {
      throw new Refused(400, 'invalid', { field: 'family', detail: 'A family name is needed' });
    }
    const patient = { id: `p-${this.last++}`, name: `${asked.given} ${asked.family}`, ...asked } as Patient;
    this.patients = [patient, ...this.patients];
    return patient;
  }

  dialogue(id: string, text: string): Visit {
    if (!text.startsWith('[')) {
      throw new Refused(400, 'invalid', { field: 'text', line: 1, detail: 'A line begins with who speaks' });
    }
    const visit = this.change(id, { state: 'to-review', sound: false });
    this.reviews.set(id, reviewOf(visit, text));
    this.keep(this.review(id));
    return visit;
  }

  recorded(id: string, sound: Buffer): Visit {
    this.recordings.set(id, sound);
    return this.change(id, { state: 'processing', sound: true });
  }

  /** What a job does after a while. */
  finish(id: string): void {
    this.change(id, { state: 'to-review', sound: true });
    this.reviews.set(id, reviewOf(this.visit(id), SCRIPT()));
    this.keep(this.review(id));
  }

  edit(id: string, version: number, edits: Edit[], by = 'helen'): Review {
    const review = this.at(id, version);
    if (review.status !== 'preliminary' && edits.some((one) => !/seen|code/.test(one.op))) {
      throw new Refused(409, 'conflict', { detail: 'The note is signed' });
    }
    const edited = edits.reduce((now, one) => this.applied(now, one), review);
    const marks = edits.every((one) => /seen|code/.test(one.op));
    return this.put(marks ? edited : this.next(edited, by, 'edited'));
  }

  speakers(id: string, version: number, changes: SpeakerChange[]): Review {
    const review = changes.reduce((now, change) => {
      switch (change.op) {
        case 'rename':
          return { ...now, speakers: now.speakers.map((speaker) => (speaker.id === change.speaker ? { ...speaker, label: change.label, role: change.role } : speaker)) };
        case 'merge':
          return {
            ...now,
            speakers: now.speakers.filter((speaker) => speaker.id !== change.speaker),
            turns: now.turns.map((turn) => (turn.speaker === change.speaker ? { ...turn, speaker: change.into } : turn)),
          };
        case 'swap':
          return {
            ...now,
            turns: now.turns.map((turn) => ({ ...turn, speaker: turn.speaker === change.speaker ? change.with : turn.speaker === change.with ? change.speaker : turn.speaker })),
          };
      }
    }, this.at(id, version));
    return this.put(this.next(review, 'helen', 'speakers'));
  }

  rewrite(id: string, version: number, template?: string): Review {
    const review = this.at(id, version);
    return this.put(this.next(template ? { ...review, template } : review, 'helen', 'rewritten'));
  }

  sign(id: string, version: number): Review {
    const review = this.at(id, version);
    if (!this.proved) {
      throw new Refused(401, 'step-up');
    }
    const unseen = review.sections.flatMap((section) => section.sentences).filter((sentence) => sentence.red && !sentence.seen);
    if (unseen.length > 0) {
      throw new Refused(409, 'unseen', { ids: unseen.map((sentence) => sentence.id) });
    }
    this.change(id, { state: 'signed' });
    return this.put({ ...this.next(review, 'helen', 'signed'), status: 'final', visit: this.visit(id), signature: { by: 'Helen Lane', at: new Date().toISOString() } });
  }

  amend(id: string, version: number, edits: Edit[], looked: number[]): Review {
    const review = this.at(id, version);
    if (!this.proved) {
      throw new Refused(401, 'step-up');
    }
    // Nobody said anything of warfarin.
    const written = edits.flatMap((edit, at) => ('text' in edit && edit.text.includes('warfarin') && !looked.includes(at) ? [{ edit: at, verdict: 'unsupported', reasons: ['drug'] }] : []));
    const ids = review.sections
      .flatMap((section) => section.sentences)
      .filter((sentence) => sentence.red && !sentence.seen && !edits.some((edit) => ('sentence' in edit && edit.sentence === sentence.id) || (edit.op === 'seen' && edit.id === sentence.id)))
      .map((sentence) => sentence.id);
    if (written.length > 0 || ids.length > 0) {
      throw new Refused(409, 'unseen', { ids, written });
    }
    const amended = edits.reduce((now, one) => this.applied(now, one), review);
    return this.put({ ...this.next(amended, 'helen', 'amended'), status: 'amended', signature: { by: 'Helen Lane', at: new Date().toISOString() } });
  }

  diff(id: string, from: number, to: number): NoteDiff {
    const before = this.versions.get(id)?.get(from) ?? [];
    const after = this.versions.get(id)?.get(to) ?? [];
    return {
      from,
      to,
      sections: after.flatMap((section) => {
        const was = before.find((known) => known.name === section.name)?.sentences ?? [];
        const changes: NoteDiff['sections'][number]['changes'] = [];
        section.sentences.forEach((sentence) => {
          const old = was.find((known) => known.id === sentence.id);
          if (!old) {
            changes.push({ sentence: sentence.id, kind: 'added', after: sentence.text });
          } else if (old.text !== sentence.text) {
            const words = old.text.split(' ').map((text) => ({ op: sentence.text.includes(text) ? ('equal' as const) : ('delete' as const), text }));
            const added = sentence.text.split(' ').filter((text) => !old.text.includes(text)).map((text) => ({ op: 'insert' as const, text }));
            changes.push({ sentence: sentence.id, kind: 'changed', before: old.text, after: sentence.text, words: [...words, ...added] });
          }
        });
        was.filter((old) => !section.sentences.some((sentence) => sentence.id === old.id)).forEach((old) => changes.push({ sentence: old.id, kind: 'removed', before: old.text }));
        return changes.length > 0 ? [{ name: section.name, title: section.title, changes }] : [];
      }),
    };
  }

  private at(id: string, version: number): Review {
    const review = this.review(id);
    if (review.version !== version) {
      throw new Refused(409, 'stale', { version: review.version });
    }
    return review;
  }

  private next(review: Review, by: string, what: string): Review {
    const version = review.version + 1;
    return { ...review, version, history: [...review.history, { version, at: new Date().toISOString(), by, what }] };
  }

  private put(review: Review): Review {
    const queue = review.queue.filter((id) => {
      const sentence = review.sections.flatMap((section) => section.sentences).find((known) => known.id === id);
      return (sentence && !sentence.seen) || review.omissions.some((omission) => omission.id === id && !omission.seen);
    });
    const kept = { ...review, queue };
    this.reviews.set(review.visit.id, kept);
    this.keep(kept);
    return kept;
  }

  private keep(review: Review): void {
    const versions = this.versions.get(review.visit.id) ?? new Map<number, Section[]>();
    versions.set(review.version, review.sections);
    this.versions.set(review.visit.id, versions);
  }

  private applied(review: Review, edit: Edit): Review {
    const each = (change: (sentence: Sentence) => Sentence | null): Review => ({
      ...review,
      sections: review.sections.map((section) => ({ ...section, sentences: section.sentences.map(change).filter((sentence) => sentence !== null) })),
    });
    const insert = (name: string, after: string | null | undefined, sentence: Sentence): Review => ({
      ...review,
      sections: review.sections.map((section) => {
        const at = after === '' ? 0 : after ? section.sentences.findIndex((known) => known.id === after) + 1 : section.sentences.length;
        return section.name === name ? { ...section, sentences: section.sentences.toSpliced(at, 0, sentence) } : section;
      }),
    });
    const made = (text: string, evidence: Sentence['evidence'] = []): Sentence => ({
      id: `s-${this.last++}`,
      text,
      verdict: 'supported',
      reasons: [],
      confidence: 1,
      flags: ['edited'],
      red: false,
      seen: true,
      origin: 'added',
      evidence,
    });
    switch (edit.op) {
      case 'replace':
        return each((sentence) => (sentence.id === edit.sentence ? { ...sentence, text: edit.text, origin: 'edited', flags: [...new Set([...sentence.flags, 'edited' as const])], red: false, verdict: 'supported', reasons: [] } : sentence));
      case 'remove':
        return each((sentence) => (sentence.id === edit.sentence ? null : sentence));
      case 'insert':
        return insert(edit.section, edit.after, made(edit.text));
      case 'move': {
        const moved = review.sections.flatMap((section) => section.sentences).find((sentence) => sentence.id === edit.sentence);
        const without = { ...review, sections: review.sections.map((section) => ({ ...section, sentences: section.sentences.filter((sentence) => sentence !== moved) })) };
        const at = (section: Section) => (edit.after === '' ? 0 : edit.after ? section.sentences.findIndex((known) => known.id === edit.after) + 1 : section.sentences.length);
        return moved
          ? { ...without, sections: without.sections.map((section) => (section.name === edit.section ? { ...section, sentences: section.sentences.toSpliced(at(section), 0, moved) } : section)) }
          : review;
      }
      case 'seen':
      case 'unseen':
        return {
          ...each((sentence) => (sentence.id === edit.id ? { ...sentence, seen: edit.op === 'seen' } : sentence)),
          omissions: review.omissions.map((omission) => (omission.id === edit.id ? { ...omission, seen: true } : omission)),
        };
      case 'add-omission': {
        const omission = review.omissions.find((known) => known.id === edit.id);
        if (!omission) {
          throw new Refused(404, 'not-found');
        }
        return { ...insert(omission.section, null, made(omission.text, omission.evidence)), omissions: review.omissions.filter((known) => known.id !== edit.id) };
      }
      case 'accept-code':
      case 'refuse-code':
        return { ...review, codes: review.codes.map((code) => (code.id === edit.id ? { ...code, state: edit.op === 'accept-code' ? 'accepted' : 'refused' } : code)) };
    }
  }
}
