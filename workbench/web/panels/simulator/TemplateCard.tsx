import { Button, ButtonGroup, Select } from '@rocket.chat/fuselage';
import { useState } from 'react';
import type { Template } from '../../simulator/documents/Template';
import { useSimulator } from '../../simulator/useSimulator';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { Json, Status } from '../parts/PanelParts';

/** Meta's actions on a template, as the control interface names them. */
const EVENTS = ['approve', 'pause', 'disable', 'flag', 'reinstate', 'delete'] as const;

/** Meta's decisions that carry a value: the event, the field of the value, and the possible values. */
const CHOICES = [
  {
    event: 'reject',
    field: 'reason',
    values: [
      'ABUSIVE_CONTENT',
      'CATEGORY_NOT_AVAILABLE',
      'INCORRECT_CATEGORY',
      'INVALID_FORMAT',
      'PROMOTIONAL',
      'SCAM',
      'TAG_CONTENT_MISMATCH',
    ],
  },
  { event: 'category', field: 'category', values: ['MARKETING', 'UTILITY', 'AUTHENTICATION'] },
  { event: 'quality', field: 'score', values: ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'] },
] as const;

const kindOf = (status: string) => (status === 'APPROVED' ? 'good' : status === 'PENDING' ? 'plain' : 'bad');

/** A template, and Meta's decisions about it as buttons. The webhook tells of each as 360dialog does. */
export function TemplateCard({ template }: { readonly template: Template }) {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const decide = (event: string, details: object = {}) =>
    void workspace.attempt(() =>
      simulator.post(`/templates/${encodeURIComponent(template.id)}/events`, { event, ...details }),
    );
  const { name, language, category, status, quality, rejectedReason } = template;
  const facts = [
    language,
    category,
    quality === 'UNKNOWN' ? '' : quality,
    rejectedReason === 'NONE' ? '' : rejectedReason,
  ];
  return (
    <details className="wb-panel-card" data-template={`${name} ${language}`}>
      <summary>
        <span>
          <strong>{name}</strong> <small>{facts.filter(Boolean).join(' · ')}</small>
        </span>
        <Status kind={kindOf(status)}>{status}</Status>
      </summary>
      <ButtonGroup wrap>
        {EVENTS.map((event) => (
          <Button key={event} small danger={event === 'delete'} onClick={() => decide(event)}>
            {words.simulator.templates.events[event]}
          </Button>
        ))}
      </ButtonGroup>
      {CHOICES.map((choice) => (
        <Choice key={choice.event} {...choice} onDecide={decide} />
      ))}
      <Json value={template.components} />
    </details>
  );
}

type ChoiceProps = (typeof CHOICES)[number] & { readonly onDecide: (event: string, details: object) => void };

function Choice({ event, field, values, onDecide }: ChoiceProps) {
  const [value, setValue] = useState<string>(values[0]);
  return (
    <div className="wb-panel-row wb-panel-choice">
      <Select
        small
        aria-label={words.simulator.templates.choices[event]}
        options={values.map((each) => [each, each] as const)}
        value={value}
        onChange={setValue}
      />
      <Button small onClick={() => onDecide(event, { [field]: value })}>
        {words.simulator.templates.events[event]}
      </Button>
    </div>
  );
}
