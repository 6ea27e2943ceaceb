import { Callout } from '@rocket.chat/fuselage';
import { Markdown } from '../markdown/Markdown';
import { words } from '../words';
import type { OfferedTemplate } from './documents';
import { previewOf, type TemplateValues } from './template';

/** The message as the client shows it before it is sent: without buttons, and with named placeholders as they stand. */
export function TemplatePreview({
  template,
  values,
}: {
  readonly template: OfferedTemplate;
  readonly values: TemplateValues;
}) {
  const header = template.components.find(({ type }) => type === 'header');
  const isFile = header !== undefined && header.format !== 'text';
  return (
    <div className="wb-outbound-preview">
      <p>{words.outbound.preview}</p>
      <Callout title={isFile ? words.outbound.mediaPreview : previewOf(template, 'header', values)}>
        <Markdown source={previewOf(template, 'body', values)} emoticons={false} />
        <Markdown source={previewOf(template, 'footer', values)} emoticons={false} />
      </Callout>
    </div>
  );
}
