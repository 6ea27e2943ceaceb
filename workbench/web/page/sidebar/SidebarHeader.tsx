import { isOmnichannel } from '../../workspace/isOmnichannel';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { AvailabilityButton } from './AvailabilityButton';
import { UserMenu } from './UserMenu';

/** Me, and whether I take conversations. */
export function SidebarHeader({ onSwitchUser }: { readonly onSwitchUser: (username: string) => void }) {
  const me = useWorkspaceState((state) => state.me);
  return (
    <div className="wb-sidebar-header">
      {me && <UserMenu me={me} onSwitchUser={onSwitchUser} />}
      {me && isOmnichannel(me) && me.statusLivechat && <AvailabilityButton status={me.statusLivechat} />}
    </div>
  );
}
