import { SidebarCollapseGroup, SidebarItem, SidebarItemBadge, SidebarItemTitle } from '@rocket.chat/fuselage';
import type { Inquiry, Room } from '../../documents/Room';
import { words } from '../../words';
import { openRoom } from '../../workspace/actions/conversationActions';
import { isOmnichannel } from '../../workspace/fetchWorkspace';
import { roomPath, roomTitle } from '../../workspace/roomPath';
import { useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { groupRooms } from './groupRooms';
import { RoomIcon } from './RoomIcon';
import { SidebarHeader } from './SidebarHeader';
import './sidebar.css';

/** The signed-in user, the queue, and the user's rooms. */
export function Sidebar({ onSwitchUser }: { readonly onSwitchUser: (username: string) => void }) {
  const [rooms, inquiries, me] = useWorkspaceState((state) => [state.rooms, state.inquiries, state.me]);
  const queue = Object.values(inquiries).sort((a, b) => (a.ts < b.ts ? -1 : 1));
  const groups = groupRooms({ rooms, inquiries, me });
  return (
    <nav className="wb-sidebar rcx-sidebar" aria-label={words.sidebar.rooms}>
      <SidebarHeader onSwitchUser={onSwitchUser} />
      <div className="wb-sidebar-rooms">
        {me && isOmnichannel(me) && queue.length > 0 && (
          <SidebarCollapseGroup title={words.sidebar.queue} defaultExpanded data-group="queue">
            {queue.map((inquiry) => (
              <div role="listitem" key={inquiry._id}>
                <InquiryItem inquiry={inquiry} />
              </div>
            ))}
          </SidebarCollapseGroup>
        )}
        {groups.map((group) => (
          <SidebarCollapseGroup
            key={group.id}
            title={group.title}
            defaultExpanded={group.id !== 'closed'}
            data-group={group.id}
          >
            {group.rooms.map((room) => (
              <div role="listitem" key={room._id}>
                <RoomItem room={room} />
              </div>
            ))}
          </SidebarCollapseGroup>
        ))}
      </div>
    </nav>
  );
}

/** A room in the sidebar. */
function RoomItem({ room }: { readonly room: Room }) {
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

/** A conversation that waits; a click shows it before anybody takes it. */
function InquiryItem({ inquiry }: { readonly inquiry: Inquiry }) {
  const workspace = useWorkspace();
  const selected = useWorkspaceState((state) => state.selectedRid === inquiry.rid);
  return (
    <SidebarItem
      href={`/live/${encodeURIComponent(inquiry.rid)}`}
      selected={selected}
      aria-current={selected ? 'page' : undefined}
      data-rid={inquiry.rid}
      onClick={(event) => {
        event.preventDefault();
        void openRoom(workspace, inquiry.rid);
      }}
    >
      <RoomIcon type="l" source={inquiry.source} />
      <SidebarItemTitle unread>{inquiry.name}</SidebarItemTitle>
    </SidebarItem>
  );
}
