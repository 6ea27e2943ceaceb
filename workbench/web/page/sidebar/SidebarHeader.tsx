import { IconButton } from '@rocket.chat/fuselage';
import { useStore } from 'zustand';
import { hintSwitch } from '../../hints/useHintProgress';
import { CreateNewMenu } from '../../outbound/CreateNewMenu';
import { words } from '../../words';
import { setAvailability } from '../../workspace/actions/conversationActions';
import { isOmnichannel } from '../../workspace/fetchWorkspace';
import { useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { UserMenu } from './UserMenu';

/** Me, what I can begin, whether I take conversations, and the way back to the hints. */
export function SidebarHeader({ onSwitchUser }: { readonly onSwitchUser: (username: string) => void }) {
  const me = useWorkspaceState((state) => state.me);
  return (
    <div className="wb-sidebar-header">
      {me && <UserMenu me={me} onSwitchUser={onSwitchUser} />}
      {me && isOmnichannel(me) && me.statusLivechat && <AvailabilityButton status={me.statusLivechat} />}
      {me && isOmnichannel(me) && <CreateNewMenu />}
      <HintButton />
    </div>
  );
}

/** Whether I take conversations. */
function AvailabilityButton({ status }: { readonly status: string }) {
  const workspace = useWorkspace();
  const available = status === 'available';
  const label = available ? words.user.available : words.user.notAvailable;
  return (
    <IconButton
      small
      icon={available ? 'message' : 'message-disabled'}
      success={available}
      pressed={available}
      title={label}
      aria-label={label}
      data-availability={status}
      onClick={() => void setAvailability(workspace, available ? 'not-available' : 'available')}
    />
  );
}

/** Brings the hints back, or puts them away. */
function HintButton() {
  const shown = useStore(hintSwitch);
  return (
    <IconButton
      small
      icon="help"
      pressed={shown}
      title={words.hints.button}
      aria-label={words.hints.button}
      aria-pressed={shown}
      onClick={() => hintSwitch.setState(!shown, true)}
    />
  );
}
