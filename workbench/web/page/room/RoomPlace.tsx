import { States, StatesIcon, StatesSubtitle, StatesTitle } from '@rocket.chat/fuselage';
import { words } from '../../words';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { QueuedRoom } from './QueuedRoom';
import { RoomView } from './RoomView';
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
