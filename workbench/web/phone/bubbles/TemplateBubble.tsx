import { safeUrl } from '../../markdown/safeUrl';
import type { RenderedTemplate, TemplateButton, TemplateHeader } from '../../simulator/documents/PhoneMessage';
import { dayAndTime } from '../../state/format';
import { pickText } from '../../state/pick';
import { words } from '../../words';
import { copyText } from '../../workspace/actions/copyText';
import { useNow } from '../../workspace/useNow';
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
      {rendered.offer && <OfferView offer={rendered.offer} buttons={rendered.buttons} />}
      {rendered.body && <Markup text={rendered.body} />}
      {rendered.footer && (
        <small className="ph-footer" dir="auto">
          {rendered.footer}
        </small>
      )}
      <TemplateButtons wamid={wamid} buttons={rendered.buttons} />
      {rendered.cards && <TemplateCards wamid={wamid} cards={rendered.cards} />}
    </>
  );
}

/** The header of a template. */
function TemplateHeaderView({ header }: { readonly header: TemplateHeader }) {
  return header.text ? (
    <strong className="ph-header" dir="auto">
      {header.text}
    </strong>
  ) : (
    <HeaderMedia format={header.format ?? ''} media={header.media} />
  );
}

/** A limited-time offer: its text, when it ends by the phone's clock, and the code that it is had with. */
function OfferView({
  offer,
  buttons,
}: {
  readonly offer: NonNullable<RenderedTemplate['offer']>;
  readonly buttons: readonly TemplateButton[];
}) {
  const now = useNow(60_000);
  const { text, endsAt } = offer;
  const { code } = buttons.find((button) => button.type === 'COPY_CODE') ?? {};
  return (
    <div className="ph-offer">
      <strong dir="auto">{text}</strong>
      {endsAt !== undefined && (
        <small>{endsAt > now ? words.phone.offerEnds(dayAndTime(endsAt)) : words.phone.offerEnded}</small>
      )}
      {code !== undefined && <small>{words.phone.code(code)}</small>}
    </div>
  );
}

/** A template's buttons: answers, addresses, numbers to call, codes to copy. */
function TemplateButtons({ wamid, buttons }: { readonly wamid: string; readonly buttons: readonly TemplateButton[] }) {
  const workspace = useWorkspace();
  return buttons.map((button, index) => {
    const { type, text, url, phoneNumber, code, payload } = button;
    if (url) {
      return (
        <a key={index} className="ph-tap" dir="auto" href={safeUrl(url)} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      );
    }
    if (phoneNumber) {
      return (
        <a key={index} className="ph-tap" dir="auto" href={`tel:${phoneNumber}`}>
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
