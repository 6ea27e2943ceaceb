import { SidebarItem, SidebarItemTitle } from '@rocket.chat/fuselage';
import type { Inquiry } from '../../documents/Inquiry';
import { openRoom } from '../../workspace/actions/openRoom';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { RoomIcon } from './RoomIcon';

/** A conversation that waits; a click shows it before anybody takes it. */
export function InquiryItem({ inquiry }: { readonly inquiry: Inquiry }) {
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
