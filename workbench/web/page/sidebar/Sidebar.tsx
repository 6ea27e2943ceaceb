import { SidebarCollapseGroup } from '@rocket.chat/fuselage';
import { words } from '../../words';
import { isOmnichannel } from '../../workspace/isOmnichannel';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { groupRooms } from './groupRooms';
import { InquiryItem } from './InquiryItem';
import { RoomItem } from './RoomItem';
import { SidebarHeader } from './SidebarHeader';
import './sidebar.css';

/** Who I am, the queue, and my rooms. */
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
