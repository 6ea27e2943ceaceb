import { Button } from '@rocket.chat/fuselage';
import { words } from '../words';
import { openRoom } from '../workspace/actions/openRoom';
import { useWorkspace } from '../workspace/useWorkspace';
import { useWorkspaceState } from '../workspace/useWorkspaceState';

/** Leads to the agent who has the conversation, and to the conversation. */
export function WhoAnswers({ onSwitchUser }: { readonly onSwitchUser: (username: string) => void }) {
  const workspace = useWorkspace();
  const [room, me, users] = useWorkspaceState((state) => [
    Object.values(state.rooms).find(({ t, open }) => t === 'l' && open),
    state.me,
    state.info?.users,
  ]);
  const agent = room?.servedBy?.username;
  if (!room || agent === undefined) {
    return null;
  }
  return agent === me?.username ? (
    <Button small primary onClick={() => void openRoom(workspace, room._id)}>
      {words.hints.openChat}
    </Button>
  ) : (
    <Button small primary onClick={() => onSwitchUser(agent)}>
      {words.hints.become(users?.find(({ username }) => username === agent)?.name ?? agent)}
    </Button>
  );
}
