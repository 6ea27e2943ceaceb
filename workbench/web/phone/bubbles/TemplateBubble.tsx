import { safeUrl } from '../../markdown/safeUrl';
import type { RenderedTemplate, TemplateButton, TemplateHeader } from '../../simulator/documents/PhoneMessage';
import { pickText } from '../../state/pick';
import { words } from '../../words';
import { copyText } from '../../workspace/actions/copyText';
import { useWorkspace } from '../../workspace/useWorkspace';
import { Markup } from '../Markup';
import type { BubbleProps } from './BubbleProps';
import { HeaderMedia } from './mediaBubbles';
import { TapButton } from './TapButton';

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

/** What stands above a template's text. */
function TemplateHeaderView({ header }: { readonly header: TemplateHeader }) {
  return header.text ? (
    <strong className="ph-header">{header.text}</strong>
  ) : (
    <HeaderMedia format={header.format ?? ''} media={header.media} />
  );
}

/** A template's buttons: answers, addresses, numbers to call, codes to copy. */
function TemplateButtons({ wamid, buttons }: { readonly wamid: string; readonly buttons: readonly TemplateButton[] }) {
  const workspace = useWorkspace();
  return buttons.map((button, index) => {
    const { type, text, url, phoneNumber, code, payload } = button;
    if (url) {
      return (
        <a key={index} className="ph-tap" href={safeUrl(url)} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      );
    }
    if (phoneNumber) {
      return (
        <a key={index} className="ph-tap" href={`tel:${phoneNumber}`}>
          {text}
        </a>
      );
    }
    if (code !== undefined) {
      return (
        <button key={index} type="button" className="ph-tap" onClick={() => void copyText(workspace, code)}>
          {text || words.phone.copyCode} {code}
        </button>
      );
    }
    return (
      <TapButton
        key={`${type} ${index}`}
        wamid={wamid}
        text={text}
        answer={{ type: 'button', button: { text, payload: payload ?? text } }}
      />
    );
  });
}

/** A carousel. */
function TemplateCards({
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
