import { Tag } from '@rocket.chat/fuselage';
import type { Room } from '../../documents/Room';
import { words } from '../../words';
import { roomTitle } from '../../workspace/roomPath';
import { useNow } from '../../workspace/useNow';
import { useWorkspaceState } from '../../workspace/useWorkspace';
import { RoomIcon } from '../sidebar/RoomIcon';
import { CloseConversation } from './CloseConversation';
import { RoomInformation } from './RoomInformation';
import { AppButtonMenu } from './AppButtonMenu';

/** Name, channel, topic, and what can be done with the room. */
export function RoomHeader({ room }: { readonly room: Room }) {
  const me = useWorkspaceState((state) => state.me);
  const source = room.source?.destination || room.source?.label;
  return (
    <header className="wb-room-header">
      <RoomIcon type={room.t} source={room.source} size={24} />
      <h1 dir="auto">{roomTitle(room, me)}</h1>
      {source && (
        <Tag title={[words.room.source, room.source?.alias, source].filter(Boolean).join(' ')}>
          <bdi dir="ltr">{source}</bdi>
        </Tag>
      )}
      {room.source?.type === 'app' && room.v && <WindowTag visitor={room.v} />}
      {room.topic && <span className="wb-room-topic">{room.topic}</span>}
      {room.servedBy && <span className="wb-room-topic">{words.room.servedBy(room.servedBy.username)}</span>}
      <span className="wb-room-space" />
      {room.t === 'l' && <RoomInformation room={room} />}
      {room.t === 'l' && room.open && <CloseConversation room={room} />}
      <AppButtonMenu
        place="roomAction"
        room={room}
        pressed={{ rid: room._id }}
        title={words.room.menu}
        heading={words.room.apps}
        placement="bottom-end"
      />
    </header>
  );
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How WhatsApp's customer service window of a conversation stands, by Rocket.Chat's time of the customer's last message in
 * it. It goes by the workbench's clock, so a page that stays open shows it lapse.
 */
function WindowTag({ visitor }: { readonly visitor: NonNullable<Room['v']> }) {
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
