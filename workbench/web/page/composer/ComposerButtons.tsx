import { Menu, MenuItem, MenuItemContent, MenuItemIcon } from '@rocket.chat/fuselage';
import type { Room } from '../../documents/Room';
import { words } from '../../words';
import { pressButton } from '../../workspace/actions/pressButton';
import { useAppText, useWorkspace } from '../../workspace/useWorkspace';
import { useButtons } from '../room/useButtons';

/** What apps offer beside the composer; they get the text that is being written. */
export function ComposerButtons({ room, text }: { readonly room: Room; readonly text: string }) {
  const workspace = useWorkspace();
  const buttons = useButtons('messageBoxAction', room);
  const appText = useAppText();
  if (buttons.length === 0) {
    return null;
  }
  const press = (actionId: string) => {
    const button = buttons.find((one) => one.actionId === actionId);
    if (button) {
      void pressButton(workspace, button, { rid: room._id, composerText: text });
    }
  };
  return (
    <Menu title={words.composer.apps} icon="plus" placement="top-start" onAction={(key) => press(String(key))}>
      {buttons.map((button) => (
        <MenuItem key={button.actionId} textValue={button.actionId}>
          <MenuItemIcon name="cube" />
          <MenuItemContent>{appText(button.appId, button.labelI18n)}</MenuItemContent>
        </MenuItem>
      ))}
    </Menu>
  );
}
