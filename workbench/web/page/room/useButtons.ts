import type { ActionButton } from '../../documents/Info';
import type { Room } from '../../documents/Room';
import { useWorkspaceState } from '../../workspace/useWorkspace';
import { showsButton } from './showsButton';

/** The buttons that apps put into a place, for this user and room. */
export function useButtons(context: ActionButton['context'], room?: Room): readonly ActionButton[] {
  const [buttons, me] = useWorkspaceState((state) => [state.buttons, state.me]);
  return buttons.filter((button) => button.context === context && showsButton(button, me, room));
}
