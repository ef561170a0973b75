import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { ask, get, Problem, put } from '../api/client';
import type { Template } from '../api/model';
import { useTemplates } from '../api/queries';
import { Button } from '../parts/Button';
import { Field } from '../parts/Fields';
import { Notice, Waiting, Wrong } from '../parts/Notice';
import { Sheet } from '../parts/Sheet';
import { tell } from '../parts/toasts';
import { readable } from '../parts/words';

const BEGINNING = `template: MY_VISIT

[STORY]
title: Story
holds: complaint, story
style: prose

[PLAN]
title: Plan
holds: plan
style: bullets
`;

/** The forms a note can have: those of HealthScribe, and the practice's own as text, checked line by line. */
export function TemplatesPart() {
  const templates = useTemplates();
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <>
      <div className="row">
        <p className="grow soft">A template says which sections a note has and what goes where. It adds nothing that nobody said.</p>
        <Button kind="main" onPress={() => setEditing('')}>
          <Plus size={16} aria-hidden /> New template
        </Button>
      </div>
      <Wrong problem={templates.error} />
      {templates.isPending ? <Waiting what="Fetching templates" /> : null}
      {templates.data ? (
        <ul className="card things-list" aria-label="Templates">
          {templates.data.map((template) => (
            <li key={template.name}>
              <span className="grow">
                <b className="said">{template.title}</b>
                <br />
                <span className="faint said">{template.sections.map((section) => readable(section.title)).join(' · ')}</span>
              </span>
              {template.own ? (
                <Button size="small" aria-label={`Edit ${template.title}`} onPress={() => setEditing(template.name)}>
                  Edit
                </Button>
              ) : (
                <span className="pill bare">Built in</span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {editing === null ? null : <Editor name={editing} known={templates.data ?? []} onClose={() => setEditing(null)} />}
    </>
  );
}

function Editor({ name, known, onClose }: { name: string; known: readonly Template[]; onClose: () => void }) {
  const cache = useQueryClient();
  const there = useQuery({ queryKey: ['template', name], queryFn: () => get<{ text: string }>(`templates/${name}`), enabled: name !== '', staleTime: 0 });
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const text = typed ?? there.data?.text ?? (name === '' ? BEGINNING : '');
  const called = /^\s*template:\s*([A-Z0-9_]+)\s*$/m.exec(text)?.[1];

  const save = async () => {
    setProblem(null);
    try {
      await put(`templates/${called ?? name}`, { text });
      tell('The template is kept');
      await cache.invalidateQueries({ queryKey: ['templates'] });
      await cache.invalidateQueries({ queryKey: ['template', called ?? name] });
      onClose();
    } catch (refused) {
      setProblem(refused);
    }
  };

  const remove = async () => {
    setProblem(null);
    try {
      await ask('DELETE', `templates/${name}`);
      tell('The template is gone');
      await cache.invalidateQueries({ queryKey: ['templates'] });
      onClose();
    } catch (refused) {
      setProblem(refused);
    }
  };

  const line = problem instanceof Problem ? problem.line : undefined;
  const taken = name === '' && known.some((template) => template.name === called);
  return (
    <Sheet title={name === '' ? 'New template' : readable(name)} open onClose={onClose} wide>
      <Field label="Template" value={text} onChange={setTyped} rows={16} hint="template: its name; [SECTION] opens a section with title, holds, about, style, length and order" />
      {line ? <Notice tone="red">Line {line}: {(problem as Problem).detail}</Notice> : <Wrong problem={problem ?? there.error} />}
      {taken ? <Notice tone="amber">There is a template of this name already; keeping this one replaces it.</Notice> : null}
      <div className="row end">
        {name === '' ? null : (
          <Button kind="danger" onPress={() => void remove()}>
            Remove
          </Button>
        )}
        <span className="grow" />
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="main" isDisabled={!called} onPress={() => void save()}>
          Keep
        </Button>
      </div>
    </Sheet>
  );
}
