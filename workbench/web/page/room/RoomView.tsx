import { mobileSwitch } from '../../workspace/mobileSwitch';
import { States, StatesIcon, StatesSubtitle, StatesTitle } from '@rocket.chat/fuselage';
import type { DragEvent } from 'react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Inquiry, Room } from '../../documents/Room';
import { ContextualBarSurface } from '../../uikit/surfaces/ContextualBarSurface';
import { words } from '../../words';
import { roomTitle } from '../../workspace/roomPath';
import { useDraft, useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { RoomFoot } from '../composer/RoomFoot';
import { MessageList } from '../messages/MessageList';
import { QueuedRoom } from './QueuedRoom';
import { RoomHeader } from './RoomHeader';
import './room.css';

/** The middle of the page: the chosen room, or what to do when there is none. */
export function RoomPlace() {
  const rid = useWorkspaceState((state) => state.selectedRid);
  const room = useWorkspaceState((state) => (rid === undefined ? undefined : state.rooms[rid]));
  const inquiry = useWorkspaceState((state) => Object.values(state.inquiries).find((one) => one.rid === rid));
  const starting = useWorkspaceState((state) => state.connection === 'starting');
  if (room) {
    return <RoomView key={room._id} room={room} inquiry={inquiry} />;
  }
  if (inquiry) {
    return <QueuedRoom key={inquiry._id} inquiry={inquiry} />;
  }
  return (
    <main className="wb-room wb-room-none">
      <h1 className="wb-heard">{words.workbench}</h1>
      {!starting && (
        <States>
          <StatesIcon name="balloons" />
          <StatesTitle>{words.room.none}</StatesTitle>
          <StatesSubtitle>{words.room.noneHint}</StatesSubtitle>
        </States>
      )}
    </main>
  );
}

/** A room: header, messages, composer, and the contextual bar that an app opened beside it. */
function RoomView({ room, inquiry }: { readonly room: Room; readonly inquiry: Inquiry | undefined }) {
  const { interactions } = useWorkspace();
  const me = useWorkspaceState((state) => state.me);
  const bar = useStore(interactions.views, (views) => views.contextualBar);
  const isMobile = useStore(mobileSwitch);
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
      {bar && !isMobile && (
        <div className="wb-room-side">
          <ContextualBarSurface key={bar.view.id} open={bar} />
        </div>
      )}
    </main>
  );
}
