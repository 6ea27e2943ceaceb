import type { Inquiry, Room } from '../../documents/Room';
import { words } from '../../words';
import { useWorkspaceState } from '../../workspace/useWorkspace';
import { TakeBar } from '../room/QueuedRoom';
import { Composer } from './Composer';

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

/** Who is typing in a room. */
function TypingLine({ rid }: { readonly rid: string }) {
  const names = useWorkspaceState((state) =>
    state.typing
      .filter((typing) => typing.rid === rid && typing.username !== state.me?.username)
      .map(({ username }) => username),
  );
  return (
    <div className="wb-typing" aria-live="polite">
      {names.length > 0 && words.room.visitorTyping(names.join(', '))}
    </div>
  );
}
