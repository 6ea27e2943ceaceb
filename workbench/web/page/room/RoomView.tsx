import { useState } from 'react';
import type { DragEvent } from 'react';
import { useStore } from 'zustand';
import type { Inquiry } from '../../documents/Inquiry';
import type { Room } from '../../documents/Room';
import { ContextualBarSurface } from '../../uikit/surfaces/ContextualBarSurface';
import { words } from '../../words';
import { useDraft } from '../../workspace/drafts/useDraft';
import { roomTitle } from '../../workspace/roomTitle';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { RoomFoot } from '../composer/RoomFoot';
import { MessageList } from '../messages/MessageList';
import { RoomHeader } from './RoomHeader';
import './room.css';

/** A room: header, messages, composer, and the contextual bar that an app opened beside it. */
export function RoomView({ room, inquiry }: { readonly room: Room; readonly inquiry: Inquiry | undefined }) {
  const { interactions } = useWorkspace();
  const me = useWorkspaceState((state) => state.me);
  const bar = useStore(interactions.views, (views) => views.contextualBar);
  const [, changeDraft] = useDraft(room._id);
  const [dragging, setDragging] = useState(false);

  const dropFiles = (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    changeDraft((before) => ({ ...before, files: [...before.files, ...event.dataTransfer.files] }));
  };
  const dragOver = (event: DragEvent) => {
    if (event.dataTransfer.types.includes('Files')) {
      event.preventDefault();
      setDragging(true);
    }
  };

  return (
    <main className="wb-room-with-bar" aria-label={roomTitle(room, me)}>
      <div
        className="wb-room"
        data-type={room.t}
        onDragOver={dragOver}
        onDragLeave={() => setDragging(false)}
        onDrop={dropFiles}
      >
        <RoomHeader room={room} />
        <MessageList room={room} />
        <RoomFoot room={room} inquiry={inquiry} />
        {dragging && <div className="wb-room-drop">{words.composer.drop}</div>}
      </div>
      {bar && (
        <div className="wb-room-side">
          <ContextualBarSurface key={bar.view.id} open={bar} />
        </div>
      )}
    </main>
  );
}
