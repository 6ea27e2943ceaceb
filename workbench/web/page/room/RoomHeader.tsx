import { Tag } from '@rocket.chat/fuselage';
import type { Room } from '../../documents/Room';
import { words } from '../../words';
import { roomTitle } from '../../workspace/roomTitle';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { RoomIcon } from '../sidebar/RoomIcon';
import { CloseConversation } from './CloseConversation';
import { RoomInformation } from './RoomInformation';
import { RoomMenu } from './RoomMenu';
import { WindowTag } from './WindowTag';

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
      <RoomMenu room={room} />
    </header>
  );
}
