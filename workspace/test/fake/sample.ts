import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Evidence, Flag, Omission, Patient, Review, Section, Sentence, Turn, Verdict, Visit, Word } from '../../src/api/model';

const SAMPLES = fileURLToPath(new URL('../../../samples/visit/', import.meta.url));

export const RECORDING = () => readFileSync(`${SAMPLES}visit.ogg`);
export const SCRIPT = () => readFileSync(`${SAMPLES}script.txt`, 'utf8');

export const PATIENTS: Patient[] = [
  { id: 'p-1', name: 'James Parker', family: 'Parker', given: 'James', birthDate: '1968-04-12', sex: 'male', mrn: 'MR-20817' },
  { id: 'p-2', name: 'Rosa Maria Pena', family: 'Pena', given: 'Rosa Maria', birthDate: '1961-02-03', sex: 'female', mrn: 'MR-10933' },
  { id: 'p-3', name: 'Amina Yusuf', family: 'Yusuf', given: 'Amina', birthDate: '1994-09-30', sex: 'female', mrn: 'MR-31120' },
  { id: 'p-4', name: 'Noah Lindqvist', family: 'Lindqvist', given: 'Noah', birthDate: '2017-07-21', sex: 'male', mrn: 'MR-40012' },
  { id: 'p-5', name: 'Grace Oyelaran', family: 'Oyelaran', given: 'Grace', birthDate: '1949-12-01', sex: 'female', mrn: 'MR-00871' },
  { id: 'p-6', name: 'Wei-Lin Cho', family: 'Cho', given: 'Wei-Lin', birthDate: '1979-05-17', sex: 'other', mrn: 'MR-27754' },
];

const UNSURE = new Map([
  ['meniscus', 0.58],
  ['lisinopril', 0.64],
  ['warehouse,', 0.55],
]);
const NAMED: Record<string, string> = { ibuprofen: 'MEDICATION', lisinopril: 'MEDICATION', metformin: 'MEDICATION', acetaminophen: 'MEDICATION', penicillin: 'MEDICATION', swelling: 'MEDICAL_CONDITION', diabetes: 'MEDICAL_CONDITION' };

/** Turns of lines such as `[doctor] …`, with times as if each letter took its time. */
export function turnsOf(script: string, timed: boolean): Turn[] {
  let word = 0;
  let now = 600;
  return script
    .split('\n')
    .filter((line) => line.startsWith('['))
    .map((line, id) => {
      const who = line.slice(1, line.indexOf(']'));
      const words = line
        .slice(line.indexOf(']') + 1)
        .trim()
        .split(/\s+/)
        .map((text): Word => {
          const begin = now;
          now += 120 + text.length * 52;
          const plain = text.toLowerCase().replace(/[^a-z]/g, '');
          const confidence = UNSURE.get(text.toLowerCase()) ?? UNSURE.get(plain) ?? 0.94;
          return {
            id: word++,
            text,
            begin: timed ? begin : 0,
            end: timed ? now - 20 : 0,
            confidence,
            ...(confidence < 0.7 && plain === 'lisinopril' ? { lookAlike: ['fosinopril'] } : {}),
            ...(NAMED[plain] ? { entity: NAMED[plain] } : {}),
          };
        });
      now += 500;
      return { id, speaker: who === 'doctor' ? 'CLINICIAN_0' : 'PATIENT_0', begin: words[0]?.begin ?? 0, end: words.at(-1)?.end ?? 0, words };
    });
}

/** Where a phrase was said. */
export function said(turns: readonly Turn[], phrase: string): Evidence[] {
  const sought = phrase.toLowerCase().split(/\s+/);
  for (const turn of turns) {
    const words = turn.words.map((word) => word.text.toLowerCase().replace(/[^a-z0-9]/g, ''));
    for (let at = 0; at + sought.length <= words.length; at++) {
      if (sought.every((part, on) => words[at + on] === part)) {
        const first = turn.words[at];
        const last = turn.words[at + sought.length - 1];
        if (first && last) {
          return [{ turn: turn.id, from: first.id, to: last.id, begin: first.begin, end: last.end }];
        }
      }
    }
  }
  return [];
}

type Line = [text: string, phrases: string[], flags?: Flag[], verdict?: Verdict, red?: boolean];

const NOTE: [string, Line[]][] = [
  ['CHIEF_COMPLAINT', [['Right knee pain for about three weeks.', ['pain in my right knee for about three weeks'], ['side', 'number']]]],
  [
    'HISTORY_OF_PRESENT_ILLNESS',
    [
      ['The patient slipped on the stairs at work and twisted the right knee.', ['slipped on the stairs at work and twisted it'], ['side']],
      ['Pain is on the inside of the knee, mostly when walking down stairs; 6/10 when walking and 2/10 at rest.', ['hurts on the inside of the knee', 'about six when i walk'], ['number']],
      ['The knee swells up in the evening.', ['swells up in the evening']],
      ['It does not lock and does not give way.', ['it does not lock'], ['negation']],
      ['Takes ibuprofen 400 mg twice a day, which helps a little.', ['take ibuprofen four hundred milligrams twice a day'], ['drug', 'dose']],
    ],
  ],
  ['REVIEW_OF_SYSTEMS', [['Denies fever and chills.', ['no fever and no chills'], ['negation']]]],
  [
    'PAST_MEDICAL_HISTORY',
    [
      ['High blood pressure and type 2 diabetes.', ['high blood pressure and type two diabetes']],
      ['Lisinopril 20 mg every morning; metformin 500 mg twice a day.', ['lisinopril twenty milligrams every morning', 'metformin five hundred milligrams'], ['drug', 'dose', 'low-confidence'], 'supported', true],
      ['Allergic to penicillin (rash).', ['allergic to penicillin'], ['drug']],
      ['Appendectomy at 20.', ['appendix removed when i was twenty'], ['number']],
    ],
  ],
  ['PAST_FAMILY_HISTORY', [['Mother has arthritis in both knees.', ['mother has arthritis in both knees'], ['side']]]],
  ['PAST_SOCIAL_HISTORY', [['Never smoked; one beer on the weekend. Works in a warehouse.', ['never smoked', 'work in a warehouse'], ['negation']]]],
  [
    'PHYSICAL_EXAMINATION',
    [
      ['Blood pressure 138/84, heart rate 76.', ['one hundred thirty eight over eighty four'], ['number']],
      ['Mild swelling of the left knee, tender along the inside of the joint; bends to 120 degrees.', ['mild swelling of the right knee', 'one hundred twenty degrees'], ['side', 'number'], 'contradicted', true],
      ['Ligaments stable. Heart regular, lungs clear.', ['ligaments feel stable', 'heart is regular']],
    ],
  ],
  ['DIAGNOSTIC_TESTING', [['X-ray shows no fracture. Hemoglobin A1c 6.9 last month.', ['shows no fracture', 'hemoglobin a one c last month was six point nine'], ['negation', 'number']]]],
  ['ASSESSMENT', [['Tear of the medial meniscus in the right knee.', ['tear of the medial meniscus'], ['side', 'low-confidence'], 'partly', true]]],
  [
    'PLAN',
    [
      ['MRI of the knee.', ['order an mri of the knee']],
      ['Physical therapy twice a week for six weeks.', ['physical therapy twice a week for six weeks'], ['number']],
      ['Stop ibuprofen; acetaminophen 650 mg every six hours as needed.', ['stop the ibuprofen', 'acetaminophen six hundred fifty milligrams'], ['drug', 'dose']],
      ['Continue lisinopril 20 mg daily and check blood pressure at home.', ['keep taking lisinopril twenty milligrams a day'], ['drug', 'dose']],
      ['Continue metformin; repeat the blood test in three months.', ['continue the metformin'], ['drug', 'number']],
    ],
  ],
];

const OMITTED: [string, string, string][] = [
  ['PLAN', 'Light duty at work for two weeks.', 'light duty for two weeks'],
  ['PLAN', 'Come back in four weeks, or sooner if the knee locks or a fever comes.', 'come back in four weeks'],
  ['HISTORY_OF_PRESENT_ILLNESS', 'Ice helps too.', 'ice helps too'],
];

const HOUR = 3_600_000;

export function visitOf(id: string, patient: Patient, state: Visit['state'], minutesAgo: number, reason: string, more: Partial<Visit> = {}): Visit {
  const morning = new Date();
  morning.setHours(9, 0, 0, 0);
  return {
    id,
    patient,
    startedAt: new Date(Math.min(Date.now(), morning.getTime() + 4 * HOUR) - minutesAgo * 60_000).toISOString(),
    reason,
    state,
    practitioner: 'Helen Lane',
    template: 'HISTORY_AND_PHYSICAL',
    specialty: 'general',
    consent: state === 'planned' ? 'none' : 'granted',
    sound: state !== 'planned',
    ...more,
  };
}

export function reviewOf(visit: Visit, script: string = SCRIPT()): Review {
  const turns = turnsOf(script, visit.sound ?? false);
  const find = (phrases: readonly string[]) => phrases.flatMap((phrase) => said(turns, phrase));
  const sections: Section[] = NOTE.map(([name, lines]) => ({
    name,
    title: name,
    sentences: lines.map(([text, phrases, flags = [], verdict = 'supported', red = false], at): Sentence => {
      const evidence = find(phrases);
      return {
        id: `s-${name.toLowerCase()}-${at}`,
        text,
        verdict,
        reasons: verdict === 'contradicted' ? ['side'] : verdict === 'partly' ? ['words'] : [],
        confidence: verdict === 'supported' ? 0.93 : 0.52,
        flags,
        red,
        seen: false,
        origin: 'draft',
        evidence,
      };
    }),
  }));
  const omissions: Omission[] = OMITTED.map(([section, text, phrase], at) => ({ id: `o-${at}`, text, section, evidence: find([phrase]), rank: 1 - at / 10 }));
  const all = sections.flatMap((section) => section.sentences);
  return {
    visit,
    note: `n-${visit.id}`,
    version: 1,
    status: 'preliminary',
    speakers: [
      { id: 'CLINICIAN_0', role: 'clinician', label: 'Clinician' },
      { id: 'PATIENT_0', role: 'patient', label: 'Patient' },
    ],
    turns,
    template: visit.template,
    sections,
    omissions,
    dropped: [{ text: 'The patient takes aspirin.', reasons: ['drug'] }],
    orders: [
      { id: 'order-1', kind: 'imaging', text: 'MRI of the knee', evidence: find(['order an mri of the knee']) },
      { id: 'order-2', kind: 'referral', text: 'Physical therapy, twice a week for six weeks', evidence: find(['physical therapy twice a week']) },
      { id: 'order-3', kind: 'medication', text: 'Acetaminophen 650 mg every six hours as needed', evidence: find(['acetaminophen six hundred fifty']), code: { system: 'RxNorm', code: '161', display: 'acetaminophen' } },
      { id: 'order-4', kind: 'laboratory', text: 'Hemoglobin A1c in three months', evidence: find(['repeat the blood test in three months']) },
    ],
    codes: [
      { id: 'code-1', system: 'ICD-10-CM', code: 'I10', display: 'Essential (primary) hypertension', evidence: find(['high blood pressure']), state: 'proposed' },
      { id: 'code-2', system: 'ICD-10-CM', code: 'E11.9', display: 'Type 2 diabetes mellitus without complications', evidence: find(['type two diabetes']), state: 'proposed' },
      { id: 'code-3', system: 'ICD-10-CM', code: 'M25.561', display: 'Pain in right knee', evidence: find(['pain in my right knee']), state: 'accepted' },
    ],
    queue: [
      ...all.filter((sentence) => sentence.red).map((sentence) => sentence.id),
      ...omissions.map((omission) => omission.id),
      ...all.filter((sentence) => !sentence.red && sentence.flags.includes('dose')).map((sentence) => sentence.id),
    ],
    afterVisit: {
      parts: [
        { topic: 'medicines', sentences: [{ text: 'Please stop the ibuprofen, because it can raise your blood pressure.', evidence: [] }, { text: 'Take acetaminophen 650 mg every six hours as needed.', evidence: [] }, { text: 'Keep taking lisinopril 20 mg a day, and check your blood pressure at home.', evidence: [] }] },
        { topic: 'tests', sentences: [{ text: 'We will do an MRI of your knee.', evidence: [] }] },
        { topic: 'follow-up', sentences: [{ text: 'Come back in four weeks, or sooner if the knee locks or you get a fever.', evidence: [] }] },
      ],
      grade: 3.9,
    },
    history: [{ version: 1, at: new Date(Date.now() - HOUR).toISOString(), by: 'Chartwright', what: 'drafted' }],
    deliveries: [],
  };
}
