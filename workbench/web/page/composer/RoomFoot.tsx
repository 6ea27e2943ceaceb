import type { Dispatch, SetStateAction } from 'react';
import type { Inquiry } from '../../documents/Inquiry';
import type { Room } from '../../documents/Room';
import { words } from '../../words';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { TakeBar } from '../room/TakeBar';
import { Composer } from './Composer';
import type { Draft } from './Draft';
import { TypingLine } from './TypingLine';

type Props = {
  readonly room: Room;
  readonly inquiry: Inquiry | undefined;
  readonly draft: Draft;
  readonly onDraft: Dispatch<SetStateAction<Draft>>;
};

/** Below the messages: the composer, or why there is none. */
export function RoomFoot({ room, inquiry, draft, onDraft }: Props) {
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
      <Composer key={draft.editing?._id ?? 'new'} room={room} draft={draft} onDraft={onDraft} />
    </>
  );
}
