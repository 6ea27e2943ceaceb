import { LetterAvatar } from '../../page/LetterAvatar';
import type { PhoneMessage } from '../../simulator/documents/PhoneMessage';
import { pickList, pickText } from '../../state/pick';
import { words } from '../../words';
import { summary } from '../describe';
import { Markup } from '../Markup';
import type { BubbleProps } from './BubbleProps';

/** Words. */
export function TextBubble({ shown }: BubbleProps) {
  return <Markup text={pickText(shown.message, 'text', 'body') ?? ''} />;
}

/** The answer that a template's button gave. */
export function ButtonBubble({ shown }: BubbleProps) {
  return <Markup text={pickText(shown.message, 'button', 'text') ?? ''} />;
}

/** People from an address book. */
export function ContactsBubble({ shown }: BubbleProps) {
  return pickList(shown.message, 'contacts').map((contact, index) => {
    const name = pickText(contact, 'name', 'formatted_name') ?? '';
    return (
      <div key={index} className="ph-contact">
        <LetterAvatar name={name} size="x36" />
        <div>
          <strong dir="auto">{name}</strong>
          {pickList(contact, 'phones').map((phone, at) => (
            <small key={at}>{pickText(phone, 'phone') ?? pickText(phone, 'wa_id')}</small>
          ))}
        </div>
      </div>
    );
  });
}

/** A basket of goods. */
export function OrderBubble({ shown }: BubbleProps) {
  const items = pickList(shown.message, 'order', 'product_items');
  return (
    <>
      <strong className="ph-header">🛒 {words.phone.kinds.order(items.length)}</strong>
      {items.map((item, index) => (
        <small key={index} className="ph-footer">
          {pickText(item, 'quantity')} × {pickText(item, 'product_retailer_id')},{' '}
          {Number(pickText(item, 'item_price')).toFixed(2)} {pickText(item, 'currency')}
        </small>
      ))}
      <Markup text={pickText(shown.message, 'order', 'text') ?? ''} />
    </>
  );
}

/** A line of WhatsApp itself in a chat, such as a new number. */
export function SystemBubble({ shown }: BubbleProps) {
  return (
    <em className="ph-quiet">
      {pickText(shown.message, 'system', 'body') ?? pickText(shown.message, 'system', 'type')}
    </em>
  );
}

/** A message that its sender took back. */
export function DeletedBubble({ shown }: BubbleProps) {
  return <em className="ph-quiet">🚫 {shown.direction === 'in' ? words.phone.youDeleted : words.phone.deleted}</em>;
}

/** A message that the Cloud API does not pass on, or that this phone cannot draw. */
export function UnsupportedBubble({ shown }: BubbleProps) {
  const kind = pickText(shown.message, 'unsupported', 'type') ?? shown.message.type;
  return <em className="ph-quiet">{words.phone.unsupported(kind)}</em>;
}

/** The message that a bubble answers. */
export function QuotedBubble({ quoted }: { readonly quoted: NonNullable<PhoneMessage['quoted']> }) {
  return (
    <blockquote className="ph-quote" data-direction={quoted.direction}>
      <strong>{quoted.direction === 'in' ? words.phone.you : words.phone.business}</strong>
      <div dir="auto">{summary(quoted.message)}</div>
    </blockquote>
  );
}

/** Reactions at a bubble's lower edge. */
export function ReactionBadge({ reactions }: { readonly reactions: PhoneMessage['reactions'] }) {
  const emojis = reactions.filter(({ emoji }) => emoji !== '');
  return emojis.length === 0 ? null : (
    <span className="ph-reactions wb-emoji" data-reactions={emojis.length}>
      {emojis.map(({ emoji, from }) => (
        <span key={from} title={from}>
          {emoji}
        </span>
      ))}
    </span>
  );
}
