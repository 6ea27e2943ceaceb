import { FieldGroup, Menu, MenuItem, MenuItemContent, MenuSection, Select, TextInput } from '@rocket.chat/fuselage';
import { useState } from 'react';
import type { ChangeEvent } from 'react';
import { words } from '../words';
import { useWorkspaceState } from '../workspace/useWorkspace';
import type { Contact } from './documents';
import type { Draft, StepProps } from './Draft';
import { OutboundField } from './OutboundField';
import { StepActions } from './StepActions';
import { templateFields, type TemplateField } from './template';
import { TemplatePreview } from './TemplatePreview';

const labelOf = ({ kind, part, placeholder }: TemplateField) =>
  kind === 'media' ? words.outbound.mediaUrl : `${words.outbound.parts[part]} ${placeholder}`;

const valueOf = ({ values }: Draft, { part, index }: TemplateField) => values[part]?.[index] ?? '';

/** Which template goes out, and what stands in its placeholders. */
export function MessageStep({ draft, onChange, onNext, onBack }: StepProps) {
  const [tried, setTried] = useState(false);
  const { metadata, from = '', template, contact } = draft;
  const templates = metadata?.templates[from] ?? [];
  const fields = template ? templateFields(template) : [];
  const type = ({ part, index }: TemplateField, value: string) => {
    const typed = [...(draft.values[part] ?? [])];
    typed[index] = value;
    onChange({ values: { ...draft.values, [part]: typed } });
  };
  const next = () => {
    setTried(true);
    if (template && fields.every((field) => valueOf(draft, field).trim() !== '')) {
      onNext();
    }
  };
  return (
    <>
      <FieldGroup>
        <OutboundField
          label={words.outbound.fields.template}
          required
          missing={tried && !template}
          error={templates.length === 0 ? words.outbound.noTemplates : undefined}
        >
          <Select
            aria-label={words.outbound.fields.template}
            options={templates.map(({ id, name, language }) => [id, `${name} · ${language}`] as const)}
            value={template?.id ?? null}
            placeholder={words.outbound.choose.template}
            onChange={(id: string) => onChange({ template: templates.find((each) => each.id === id), values: {} })}
          />
        </OutboundField>
        {fields.map((field) => {
          const value = valueOf(draft, field);
          return (
            <OutboundField key={field.id} label={labelOf(field)} required missing={tried && value.trim() === ''}>
              <TextInput
                aria-label={labelOf(field)}
                value={value}
                onChange={(event: ChangeEvent<HTMLInputElement>) => type(field, event.target.value)}
              />
              {contact && <PlaceholderMenu contact={contact} onPick={(picked) => type(field, picked)} />}
            </OutboundField>
          );
        })}
        {template && <TemplatePreview template={template} values={draft.values} />}
      </FieldGroup>
      <StepActions onBack={onBack} onNext={next} />
    </>
  );
}

/** Facts about the contact and the user that a click puts into a field. */
function PlaceholderMenu({ contact, onPick }: { readonly contact: Contact; readonly onPick: (value: string) => void }) {
  const me = useWorkspaceState((state) => state.me);
  const sections = [
    {
      title: words.outbound.fields.contact,
      values: [
        contact.name,
        ...contact.phones.map(({ phoneNumber }) => phoneNumber),
        ...contact.emails.map(({ address }) => address),
      ],
    },
    { title: words.outbound.fields.agent, values: me ? [me.name || me.username] : [] },
  ];
  return (
    <Menu
      title={words.outbound.placeholders}
      icon="plus"
      placement="bottom-end"
      onAction={(key) => onPick(String(key).replace(/^\d+:/, ''))}
    >
      {sections.map(({ title, values }, at) => (
        <MenuSection key={title} title={title}>
          {values.map((value) => (
            <MenuItem key={`${at}:${value}`} textValue={value}>
              <MenuItemContent>{value}</MenuItemContent>
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </Menu>
  );
}
