import type { Component, OfferedTemplate } from './documents';

/** One field of the step *Message*. */
export type TemplateField = {
  readonly id: string;
  readonly part: Component['type'];
  /** Where its value stands among those of the part. */
  readonly index: number;
  readonly kind: 'text' | 'media';
  readonly format: string;
  /** As it stands in the text: `{{1}}`. Empty for a file. */
  readonly placeholder: string;
};

/** What was typed into the fields, by part, in the order of the fields. */
export type TemplateValues = Readonly<Partial<Record<Component['type'], readonly string[]>>>;

const PLACEHOLDER = /\{\{(.*?)\}\}/g;

/**
 * The fields that the client draws for a template (`utils/template.ts`): one for a file in a header that is not of text, one
 * for each placeholder that differs, in order of appearance.
 */
export function templateFields({ id, components }: OfferedTemplate): TemplateField[] {
  return components.flatMap(({ type: part, format, text = '' }): TemplateField[] => {
    // A header without a format counts as text, one with capitals as a file.
    const kept = part === 'header' ? (format ?? 'text') : 'text';
    if (kept !== 'text') {
      return [{ id: `${id}.${part}.mediaUrl`, part, index: 0, kind: 'media', format: kept, placeholder: '' }];
    }
    return [...new Set(text.match(PLACEHOLDER))].map((placeholder, index) => ({
      id: `${id}.${part}.${placeholder}`,
      part,
      index,
      kind: 'text',
      format: 'text',
      placeholder,
    }));
  });
}

/**
 * The text of a part in the preview. The client fills placeholders in by their number, and leaves named ones as they stand
 * (RocketChat/Rocket.Chat#39887 would change that).
 */
export function previewOf({ components }: OfferedTemplate, part: Component['type'], values: TemplateValues): string {
  const component = components.find(({ type }) => type === part);
  const typed = values[part] ?? [];
  return (component?.text ?? '').replace(PLACEHOLDER, (placeholder, name: string) => {
    const at = Number(name) - 1;
    return (Number.isFinite(at) && at >= 0 && typed[at]) || placeholder;
  });
}

/** The body of the request that sends it (`formatOutboundMessagePayload`): every part comes, an empty one with an empty list. */
export function outboundBody({
  template,
  values,
  ...message
}: {
  readonly template: OfferedTemplate;
  readonly values: TemplateValues;
  readonly to: string;
  readonly templateProviderPhoneNumber: string;
  readonly departmentId?: string | undefined;
  readonly agentId?: string | undefined;
}): object {
  const fields = templateFields(template);
  const parameters = (part: Component['type']) =>
    (values[part] ?? []).map((value, at) => {
      const field = fields.find((each) => each.part === part && each.index === at);
      return field?.kind === 'media'
        ? { type: 'media', link: value, format: field.format }
        : { type: 'text', text: value };
    });
  return {
    type: 'template',
    ...message,
    template: {
      name: template.name,
      language: { code: template.language },
      components: template.components.map(({ type }) => ({ type, parameters: parameters(type) })),
    },
  };
}
