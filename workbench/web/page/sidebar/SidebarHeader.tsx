import { isOmnichannel } from '../../workspace/isOmnichannel';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { AvailabilityButton } from './AvailabilityButton';
import { HintButton } from './HintButton';
import { UserMenu } from './UserMenu';

/** Me, whether I take conversations, and the way back to the hints. */
export function SidebarHeader({ onSwitchUser }: { readonly onSwitchUser: (username: string) => void }) {
  const me = useWorkspaceState((state) => state.me);
  return (
    <div className="wb-sidebar-header">
      {me && <UserMenu me={me} onSwitchUser={onSwitchUser} />}
      {me && isOmnichannel(me) && me.statusLivechat && <AvailabilityButton status={me.statusLivechat} />}
      <HintButton />
    </div>
  );
}
