import { SidebarItem, SidebarItemBadge, SidebarItemTitle } from '@rocket.chat/fuselage';
import type { Room } from '../../documents/Room';
import { words } from '../../words';
import { openRoom } from '../../workspace/actions/openRoom';
import { roomPath } from '../../workspace/roomPath';
import { roomTitle } from '../../workspace/roomTitle';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { RoomIcon } from './RoomIcon';

/** A room in the sidebar. */
export function RoomItem({ room }: { readonly room: Room }) {
  const workspace = useWorkspace();
  const me = useWorkspaceState((state) => state.me);
  const selected = useWorkspaceState((state) => state.selectedRid === room._id);
  const unread = useWorkspaceState((state) => state.unread[room._id] ?? 0);
  return (
    <SidebarItem
      href={roomPath(room)}
      selected={selected}
      aria-current={selected ? 'page' : undefined}
      data-rid={room._id}
      onClick={(event) => {
        event.preventDefault();
        void openRoom(workspace, room._id);
      }}
    >
      <RoomIcon type={room.t} source={room.source} />
      <SidebarItemTitle unread={unread > 0}>
        <bdi>{roomTitle(room, me)}</bdi>
      </SidebarItemTitle>
      {unread > 0 && (
        <SidebarItemBadge variant="secondary" title={words.sidebar.unread(unread)}>
          {unread}
        </SidebarItemBadge>
      )}
    </SidebarItem>
  );
}
