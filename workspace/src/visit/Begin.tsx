import { FileAudio, MessageSquareText, Mic } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Visit } from '../api/model';
import { Notice } from '../parts/Notice';
import { useKept, useSeen } from '../record/kept';
import { RecordPanel } from '../record/RecordPanel';
import { useHere } from '../session/context';
import { Consent } from './Consent';
import { PasteDialogue } from './PasteDialogue';
import { UploadRecording } from './UploadRecording';

/** From consent to sound: nothing is recorded, sent or pasted before the patient has agreed. */
export function Begin({ visit }: { visit: Visit }) {
  const { session } = useHere();
  const here = useSeen(useKept().find((one) => one.visit === visit.id));
  if (session.person.role !== 'clinician' && session.person.role !== 'reviewer') {
    return <Notice>Only those who care for patients record visits.</Notice>;
  }
  if (visit.consent !== 'granted') {
    return <Consent visit={visit} />;
  }
  if (visit.state === 'recording' || (here && here.phase !== 'idle')) {
    return <RecordPanel visit={visit} />;
  }
  return (
    <Tabs className="ways">
      <TabList aria-label="How the visit comes in" className="choices">
        <Tab id="record">
          <Mic size={16} aria-hidden /> Record
        </Tab>
        <Tab id="upload">
          <FileAudio size={16} aria-hidden /> Upload a recording
        </Tab>
        <Tab id="paste">
          <MessageSquareText size={16} aria-hidden /> Paste a dialogue
        </Tab>
      </TabList>
      <TabPanel id="record">
        <RecordPanel visit={visit} />
      </TabPanel>
      <TabPanel id="upload">
        <UploadRecording visit={visit} />
      </TabPanel>
      <TabPanel id="paste">
        <PasteDialogue visit={visit} />
      </TabPanel>
    </Tabs>
  );
}
