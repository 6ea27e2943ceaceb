import type { RenderedTemplate } from '../../../simulator/documents/PhoneMessage';
import { Markup } from '../../markup/Markup';
import { TemplateButtons } from './TemplateButtons';
import { TemplateHeaderView } from './TemplateHeaderView';

/** A carousel. */
export function TemplateCards({
  wamid,
  cards,
}: {
  readonly wamid: string;
  readonly cards: NonNullable<RenderedTemplate['cards']>;
}) {
  return (
    <div className="ph-cards" tabIndex={0}>
      {cards.map((card, index) => (
        <div key={index}>
          {card.header && <TemplateHeaderView header={card.header} />}
          {card.body && <Markup text={card.body} />}
          <TemplateButtons wamid={wamid} buttons={card.buttons} />
        </div>
      ))}
    </div>
  );
}
