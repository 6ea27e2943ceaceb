import { timeOf } from '../../state/format';
import type { PhoneMessage } from '../../simulator/documents/PhoneMessage';
import { words } from '../../words';
import { bubbles } from '../bubbles/bubbles';
import { DeletedBubble } from '../bubbles/DeletedBubble';
import { QuotedBubble } from '../bubbles/QuotedBubble';
import { ReactionBadge } from '../bubbles/ReactionBadge';
import { UnsupportedBubble } from '../bubbles/UnsupportedBubble';
import { arrivalOf } from './arrivalOf';
import { BubbleMenu } from './BubbleMenu';
import { Ticks } from './Ticks';

/** A message with its quote, time, ticks and reactions. */
export function Bubble({ shown, tail }: { readonly shown: PhoneMessage; readonly tail: boolean }) {
  const Content = shown.revoked ? DeletedBubble : (bubbles[shown.message.type] ?? UnsupportedBubble);
  const arrival = arrivalOf(shown);
  return (
    <div
      className="ph-bubble"
      data-direction={shown.direction}
      data-type={shown.message.type}
      data-tail={tail ? 'yes' : undefined}
      data-arrival={arrival}
      data-wamid={shown.wamid}
    >
      {arrival === 'failed' && (
        <small className="ph-never">{words.phone.never(shown.errors?.[0]?.code, shown.errors?.[0]?.title)}</small>
      )}
      {arrival === 'on its way' && <small className="ph-never">{words.phone.onItsWay}</small>}
      {shown.quoted && !shown.revoked && <QuotedBubble quoted={shown.quoted} />}
      <Content shown={shown} />
      <span className="ph-meta">
        {shown.edited && `${words.phone.edited} `}
        <time dateTime={shown.timestamp}>{timeOf(shown.timestamp)}</time>
        {shown.direction === 'in' && !shown.revoked && <Ticks read={shown.readByBusiness === true} />}
      </span>
      <ReactionBadge reactions={shown.reactions} />
      {!shown.revoked && arrival === 'there' && <BubbleMenu shown={shown} />}
    </div>
  );
}
