import type { ActionButton } from '../../documents/Info';
import type { Room } from '../../documents/Room';
import { useWorkspaceState } from '../../workspace/useWorkspace';
import { useStore } from 'zustand';
import { mobileSwitch } from '../../workspace/mobileSwitch';
import { showsButton } from './showsButton';

/** The buttons that apps put into a place, for this user and room; none on mobile. */
export function useButtons(context: ActionButton['context'], room?: Room): readonly ActionButton[] {
  const [buttons, me] = useWorkspaceState((state) => [state.buttons, state.me]);
  const isMobile = useStore(mobileSwitch);
  return buttons.filter((button) => !isMobile && button.context === context && showsButton(button, me, room));
}
