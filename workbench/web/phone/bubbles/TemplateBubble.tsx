import { pickText } from '../../state/pick';
import { Markup } from '../markup/Markup';
import type { BubbleProps } from './BubbleProps';
import { TemplateButtons } from './template/TemplateButtons';
import { TemplateCards } from './template/TemplateCards';
import { TemplateHeaderView } from './template/TemplateHeaderView';

/** A template, filled in. */
export function TemplateBubble({ shown }: BubbleProps) {
  const { rendered, message, wamid } = shown;
  if (!rendered) {
    return <Markup text={`[${pickText(message, 'template', 'name') ?? ''}]`} />;
  }
  return (
    <>
      {rendered.header && <TemplateHeaderView header={rendered.header} />}
      {rendered.body && <Markup text={rendered.body} />}
      {rendered.footer && <small className="ph-footer">{rendered.footer}</small>}
      <TemplateButtons wamid={wamid} buttons={rendered.buttons} />
      {rendered.cards && <TemplateCards wamid={wamid} cards={rendered.cards} />}
    </>
  );
}
