import { Menu, MenuItem, MenuItemContent, MenuItemIcon, MenuSection } from '@rocket.chat/fuselage';
import type { ComponentProps } from 'react';
import type { ActionButton } from '../../documents/Info';
import type { Room } from '../../documents/Room';
import type { Pressed } from '../../workspace/actions/pressButton';
import { pressButton } from '../../workspace/actions/pressButton';
import { useAppText, useWorkspace } from '../../workspace/useWorkspace';
import { useButtons } from './useButtons';

/** A menu with the buttons that apps put into a place of a room. Without any button it is not there. */
export function AppButtonMenu({
  place,
  room,
  pressed,
  heading,
  ...menu
}: Pick<ComponentProps<typeof Menu>, 'title' | 'icon' | 'placement' | 'detached'> & {
  readonly place: ActionButton['context'];
  readonly room: Room | undefined;
  /** Data for the app besides the id of the button. */
  readonly pressed: Pressed;
  readonly heading?: string;
}) {
  const workspace = useWorkspace();
  const buttons = useButtons(place, room);
  const appText = useAppText();
  if (buttons.length === 0) {
    return null;
  }
  const press = (actionId: string) => {
    const button = buttons.find((one) => one.actionId === actionId);
    if (button) {
      void pressButton(workspace, button, pressed);
    }
  };
  const items = buttons.map((button) => (
    <MenuItem key={button.actionId} textValue={button.actionId}>
      <MenuItemIcon name="cube" />
      <MenuItemContent>{appText(button.appId, button.labelI18n)}</MenuItemContent>
    </MenuItem>
  ));
  return (
    <Menu {...menu} onAction={(key) => press(String(key))}>
      {heading === undefined ? items : <MenuSection title={heading}>{items}</MenuSection>}
    </Menu>
  );
}
