import type { Inquiry } from '../../documents/Inquiry';
import type { Room } from '../../documents/Room';
import { words } from '../../words';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { TakeBar } from '../room/TakeBar';
import { Composer } from './Composer';
import { TypingLine } from './TypingLine';

type Props = {
  readonly room: Room;
  readonly inquiry: Inquiry | undefined;
};

/** Below the messages: the composer, or why there is none. */
export function RoomFoot({ room, inquiry }: Props) {
  const isAdmin = useWorkspaceState((state) => state.me?.roles.includes('admin') ?? false);
  if (room.t === 'l' && !room.open) {
    return <div className="wb-room-bar">{words.room.closed}</div>;
  }
  if (inquiry && inquiry.status !== 'taken') {
    return <TakeBar inquiry={inquiry} />;
  }
  if (room.ro && !isAdmin) {
    return <div className="wb-room-bar">{words.room.readOnly}</div>;
  }
  return (
    <>
      <TypingLine rid={room._id} />
      <Composer room={room} />
    </>
  );
}
