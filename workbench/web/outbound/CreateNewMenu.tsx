import { Menu, MenuItem, MenuItemContent, MenuItemIcon } from '@rocket.chat/fuselage';
import { words } from '../words';
import { outboundDialog } from './Draft';

/** The client's menu “Create new”, with the one entry that matters here. */
export function CreateNewMenu() {
  return (
    <Menu
      title={words.outbound.createNew}
      icon="pencil-box"
      placement="bottom-end"
      onAction={() => outboundDialog.setState({}, true)}
    >
      <MenuItem key="outbound-message" textValue={words.outbound.open}>
        <MenuItemIcon name="send" />
        <MenuItemContent>{words.outbound.open}</MenuItemContent>
      </MenuItem>
    </Menu>
  );
}
