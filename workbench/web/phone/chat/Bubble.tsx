import { Menu, MenuItem, MenuItemContent } from '@rocket.chat/fuselage';
import type { PhoneMessage } from '../../simulator/documents/PhoneMessage';
import { timeOf } from '../../state/format';
import { pickText } from '../../state/pick';
import { words } from '../../words';
import { bubbles } from '../bubbles/bubbles';
import { DeletedBubble, QuotedBubble, ReactionBadge, UnsupportedBubble } from '../bubbles/textBubbles';
import { arrivalOf } from '../describe';
import { usePhone } from '../usePhone';

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

/** Two ticks; blue when the business has read. */
function Ticks({ read }: { readonly read: boolean }) {
  return (
    <svg
      className="ph-ticks"
      viewBox="0 0 18 11"
      role="img"
      aria-label={read ? words.message.delivery.read : words.message.delivery.delivered}
      data-read={read ? 'yes' : undefined}
    >
      <path d="M1 6l3.5 3.5L12 1M7 8l1.500 1.500L17 1" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}

const REACTIONS = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;

/** The actions of a message on the phone: react and reply, and edit or delete one's own. */
function BubbleMenu({ shown }: { readonly shown: PhoneMessage }) {
  const { send, quote, edit } = usePhone();
  const mine = shown.direction === 'in';
  const body = pickText(shown.message, 'text', 'body');
  const acts: Readonly<Record<string, () => void>> = {
    reply: () => quote(shown),
    unreact: () => void send({ type: 'reaction', reaction: { message_id: shown.wamid, emoji: '' } }),
    edit: () => edit(shown),
    remove: () => void send({ type: 'revoke', revoke: { original_message_id: shown.wamid } }),
  };
  const act = (key: string) => {
    const emoji = REACTIONS.find((one) => one === key);
    if (emoji) {
      void send({ type: 'reaction', reaction: { message_id: shown.wamid, emoji } });
    } else {
      acts[key]?.();
    }
  };
  const items: readonly (readonly [key: string, text: string])[] = [
    ['reply', words.phone.reply],
    ...REACTIONS.map((emoji) => [emoji, `${words.phone.reactWith} ${emoji}`] as const),
    ['unreact', words.phone.unreact],
    ...(mine && body !== undefined ? [['edit', words.phone.edit] as const] : []),
    ...(mine ? [['remove', words.phone.remove] as const] : []),
  ];
  return (
    <span className="ph-bubble-menu">
      <Menu
        title={words.phone.messageMenu}
        icon="chevron-down"
        mini
        detached
        placement="bottom-end"
        onAction={(key) => act(String(key))}
      >
        {items.map(([key, text]) => (
          <MenuItem key={key} textValue={text}>
            <MenuItemContent>{text}</MenuItemContent>
          </MenuItem>
        ))}
      </Menu>
    </span>
  );
}
