import type { ComponentType, ReactNode } from 'react';
import { safeUrl } from '../../markdown/safeUrl';
import { pick, pickList, pickText } from '../../state/pick';
import { words } from '../../words';
import { Markup } from '../Markup';
import type { BubbleProps } from './BubbleProps';
import { ListMenu } from './ListMenu';
import { HeaderMedia } from './mediaBubbles';
import { TapButton } from './TapButton';

/** A button that leads to an address. */
function CallToAction({ shown }: BubbleProps) {
  const parameters = pick(shown.message, 'interactive', 'action', 'parameters');
  return (
    <a className="ph-tap" href={safeUrl(pickText(parameters, 'url') ?? '')} target="_blank" rel="noopener noreferrer">
      {pickText(parameters, 'display_text')}
    </a>
  );
}

/** Up to three answers to tap. */
function ReplyButtons({ shown }: BubbleProps) {
  return pickList(shown.message, 'interactive', 'action', 'buttons').map((button, index) => {
    const id = pickText(button, 'reply', 'id') ?? '';
    const title = pickText(button, 'reply', 'title') ?? '';
    return (
      <TapButton
        key={index}
        wamid={shown.wamid}
        text={title}
        answer={{ type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } }}
      />
    );
  });
}

/** A button that sends where the customer is. */
function LocationRequest({ shown }: BubbleProps) {
  return (
    <TapButton wamid={shown.wamid} text={words.phone.sendLocation} answer={{ type: 'location', location: somePlace }} />
  );
}

/** A place that customers like to send. */
const somePlace = {
  latitude: -23.5614,
  longitude: -46.6559,
  name: 'MASP',
  address: 'Av. Paulista, 1578, São Paulo',
};

const BELOW: Readonly<Record<string, ComponentType<BubbleProps>>> = {
  button: ReplyButtons,
  list: ListMenu,
  cta_url: CallToAction,
  location_request_message: LocationRequest,
};

/** What a business offers to tap, or what a customer has tapped. */
export function InteractiveBubble({ shown }: BubbleProps) {
  const type = pickText(shown.message, 'interactive', 'type') ?? '';
  if (shown.direction === 'in') {
    return <TappedAnswer shown={shown} />;
  }
  const Below = BELOW[type];
  return <InteractiveFrame shown={shown}>{Below && <Below shown={shown} />}</InteractiveFrame>;
}

/** Header, text and footer of an interactive message, and what can be tapped below them. */
function InteractiveFrame({ shown, children }: BubbleProps & { readonly children: ReactNode }) {
  const interactive = pick(shown.message, 'interactive');
  const header = pick(interactive, 'header');
  const format = pickText(header, 'type');
  const title = pickText(header, 'text');
  const footer = pickText(interactive, 'footer', 'text');
  return (
    <>
      {format && <HeaderMedia format={format} media={pick(header, format)} />}
      {title && <strong className="ph-header">{title}</strong>}
      <Markup text={pickText(interactive, 'body', 'text') ?? ''} />
      {footer && <small className="ph-footer">{footer}</small>}
      {children}
    </>
  );
}

/** What a customer tapped: the title of a button or row, the answer of a form, or whether calls are allowed. */
function TappedAnswer({ shown }: BubbleProps) {
  const interactive = pick(shown.message, 'interactive');
  const type = pickText(interactive, 'type') ?? '';
  const answer = pick(interactive, type);
  const text =
    words.phone.callPermissions[pickText(answer, 'response') ?? ''] ??
    pickText(answer, 'title') ??
    pickText(answer, 'body') ??
    pickText(answer, 'name') ??
    type;
  const description = pickText(answer, 'description');
  return (
    <>
      <Markup text={text} />
      {description && <small className="ph-footer">{description}</small>}
    </>
  );
}
