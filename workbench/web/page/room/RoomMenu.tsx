import { Menu, MenuItem, MenuItemContent, MenuItemIcon, MenuSection } from '@rocket.chat/fuselage';
import type { Room } from '../../documents/Room';
import { words } from '../../words';
import { pressButton } from '../../workspace/actions/pressButton';
import { useAppText, useWorkspace } from '../../workspace/useWorkspace';
import { useButtons } from './useButtons';

/** The room's menu with the buttons of apps. Without any it is not there. */
export function RoomMenu({ room }: { readonly room: Room }) {
  const workspace = useWorkspace();
  const buttons = useButtons('roomAction', room);
  const appText = useAppText();
  if (buttons.length === 0) {
    return null;
  }
  const press = (actionId: string) => {
    const button = buttons.find((one) => one.actionId === actionId);
    if (button) {
      void pressButton(workspace, button, { rid: room._id });
    }
  };
  return (
    <Menu title={words.room.menu} placement="bottom-end" onAction={(key) => press(String(key))}>
      <MenuSection title={words.room.apps}>
        {buttons.map((button) => (
          <MenuItem key={button.actionId} textValue={button.actionId}>
            <MenuItemIcon name="cube" />
            <MenuItemContent>{appText(button.appId, button.labelI18n)}</MenuItemContent>
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  );
}
