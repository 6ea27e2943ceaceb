import { Tag } from '@rocket.chat/fuselage';
import type { Room } from '../../documents/Room';
import { words } from '../../words';
import { useNow } from '../../workspace/useNow';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How WhatsApp's customer service window of a conversation stands, by Rocket.Chat's time of the customer's last message in
 * it. It goes by the workbench's clock, so a page that stays open shows it lapse.
 */
export function WindowTag({ visitor }: { readonly visitor: NonNullable<Room['v']> }) {
  const now = useNow(5_000);
  if (visitor.lastMessageTs === undefined) {
    return null;
  }
  const closesAt = Date.parse(visitor.lastMessageTs) + DAY;
  const left = closesAt - now;
  const state = left <= 0 ? 'closed' : left <= HOUR ? 'closingSoon' : 'open';
  const look = {
    open: { variant: 'secondary', text: words.room.window.open },
    closingSoon: { variant: 'warning', text: words.room.window.closingSoon(Math.ceil(left / MINUTE)) },
    closed: { variant: 'danger', text: words.room.window.closed },
  } as const;
  const { variant, text } = look[state];
  return (
    <Tag variant={variant} data-window={state} title={words.room.window.title(new Date(closesAt))}>
      {text}
    </Tag>
  );
}
