import { Menu, MenuItem, MenuItemContent, MenuItemIcon } from '@rocket.chat/fuselage';
import type { Message } from '../../documents/Message';
import { words } from '../../words';
import { pressButton } from '../../workspace/actions/pressButton';
import { useAppText, useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { useButtons } from '../room/useButtons';

/** What apps offer for a message. Without any offer it is not there. */
export function MessageMenu({ message }: { readonly message: Message }) {
  const workspace = useWorkspace();
  const room = useWorkspaceState((state) => state.rooms[message.rid]);
  const buttons = useButtons('messageAction', room);
  const appText = useAppText();
  if (buttons.length === 0) {
    return null;
  }
  const press = (actionId: string) => {
    const button = buttons.find((one) => one.actionId === actionId);
    if (button) {
      void pressButton(workspace, button, { rid: message.rid, mid: message._id });
    }
  };
  return (
    <Menu title={words.message.more} placement="bottom-end" detached onAction={(key) => press(String(key))}>
      {buttons.map((button) => (
        <MenuItem key={button.actionId} textValue={button.actionId}>
          <MenuItemIcon name="cube" />
          <MenuItemContent>{appText(button.appId, button.labelI18n)}</MenuItemContent>
        </MenuItem>
      ))}
    </Menu>
  );
}
