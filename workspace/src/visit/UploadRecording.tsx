import { useQueryClient } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { DropZone, FileTrigger, type FileDropItem } from 'react-aria-components';
import { Problem, sendRecording } from '../api/client';
import type { Visit } from '../api/model';
import { Button } from '../parts/Button';
import { Choose } from '../parts/Fields';
import { Wrong } from '../parts/Notice';

const WHO = [
  { id: '?speakers=2', name: 'Two people on one microphone' },
  { id: '?speakers=3', name: 'Three people on one microphone' },
  { id: '?speakers=4', name: 'Four people on one microphone' },
  { id: '?channels=clinician,patient', name: 'Two channels: clinician, patient' },
  { id: '?channels=patient,clinician', name: 'Two channels: patient, clinician' },
] as const;

const TAKEN = ['audio/*', '.wav', '.flac', '.ogg', '.mp3', '.m4a', '.mp4', '.webm', '.amr'];

/** A recording made elsewhere, sent as it is. */
export function UploadRecording({ visit }: { visit: Visit }) {
  const cache = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [who, setWho] = useState<string>(WHO[0].id);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const stop = useRef<AbortController | null>(null);

  useEffect(() => () => stop.current?.abort(), []);

  const send = async () => {
    if (!file) {
      return;
    }
    const abort = new AbortController();
    stop.current = abort;
    setProblem(null);
    setShare(0);
    try {
      await sendRecording(visit.id, file, who, setShare, abort.signal);
      await cache.invalidateQueries({ queryKey: ['visit', visit.id] });
    } catch (refused) {
      if (!(refused instanceof Problem && refused.code === 'stopped')) {
        setProblem(refused);
      }
      setShare(null);
    }
  };

  return (
    <section className="card step" aria-labelledby="upload">
      <h2 id="upload">Upload a recording</h2>
      <DropZone
        className="drop"
        aria-label="Recording"
        onDrop={(e) => {
          const dropped = e.items.find((item): item is FileDropItem => item.kind === 'file');
          void dropped?.getFile().then(setFile);
        }}
      >
        <Upload size={22} aria-hidden />
        {file ? (
          <p>
            <b className="said">{file.name}</b> <span className="faint number">{(file.size / 1_048_576).toFixed(1)} MiB</span>
          </p>
        ) : (
          <p className="soft">Drop a file here: WAV, FLAC, Ogg, MP3, M4A, WebM, AMR</p>
        )}
        <FileTrigger acceptedFileTypes={TAKEN} onSelect={(files) => setFile(files?.[0] ?? null)}>
          <Button>{file ? 'Another file' : 'Choose a file'}</Button>
        </FileTrigger>
      </DropZone>
      <Choose label="Who speaks" value={who} onChange={setWho} choices={WHO} />
      <Wrong problem={problem} />
      {share !== null ? (
        <div className="stack tight" role="status">
          <div className="bar" aria-hidden>
            <div style={{ width: `${Math.round(share * 100)}%` }} />
          </div>
          <p className="faint number">{share < 1 ? `${Math.round(share * 100)} % sent` : 'Sent; the server looks at it'}</p>
        </div>
      ) : null}
      <div className="row end">
        {share !== null && share < 1 ? <Button onPress={() => stop.current?.abort()}>Stop</Button> : null}
        <Button kind="main" size="large" isDisabled={!file || share !== null} onPress={() => void send()}>
          Send it
        </Button>
      </div>
    </section>
  );
}
