import { mobileSwitch } from '../../workspace/mobileSwitch';
import { Icon, Menu, MenuItem, MenuItemContent, MenuItemIcon, MenuSection } from '@rocket.chat/fuselage';
import type { User } from '../../documents/User';
import { useStore } from 'zustand';
import { chosenTheme, isThemeChoice } from '../../theme/useTheme';
import { words } from '../../words';
import { pressButton } from '../../workspace/actions/pressButton';
import { useAppText, useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { LetterAvatar } from '../LetterAvatar';
import { useButtons } from '../room/useButtons';

const CLIENTS = ['web', 'mobile'] as const;
const THEMES = ['auto', 'light', 'dark', 'high-contrast'] as const;

/** Me: switching to another user here or in another window, the client that the page plays, the theme, and what apps add. */
export function UserMenu({
  me,
  onSwitchUser,
}: {
  readonly me: User;
  readonly onSwitchUser: (username: string) => void;
}) {
  const workspace = useWorkspace();
  const people = useWorkspaceState((state) => state.info?.users) ?? [];
  const buttons = useButtons('userDropdownAction');
  const appText = useAppText();
  const chosen = useStore(chosenTheme);
  const isMobile = useStore(mobileSwitch);
  const others = people.filter(({ username }) => username !== me.username);

  const act = (key: string) => {
    const [kind = '', value = ''] = key.split(/:(.*)/s);
    const acts: Readonly<Record<string, () => void>> = {
      switch: () => onSwitchUser(value),
      open: () => window.open(`/?user=${encodeURIComponent(value)}`, '_blank'),
      client: () => mobileSwitch.setState(value === 'mobile', true),
      theme: () => chosenTheme.setState(isThemeChoice(value) ? value : 'auto', true),
      button: () => {
        const button = buttons.find(({ actionId }) => actionId === value);
        if (button) {
          void pressButton(workspace, button, {});
        }
      },
    };
    acts[kind]?.();
  };

  const sections = [
    <MenuSection key="switchTo" title={words.user.switchTo}>
      {others.map(({ username, name }) => (
        <MenuItem key={`switch:${username}`} textValue={name}>
          <MenuItemIcon name="user" />
          <MenuItemContent>{name}</MenuItemContent>
        </MenuItem>
      ))}
    </MenuSection>,
    <MenuSection key="openAs" title={words.user.openAs}>
      {people.map(({ username, name }) => (
        <MenuItem key={`open:${username}`} textValue={name}>
          <MenuItemIcon name="new-window" />
          <MenuItemContent>{name}</MenuItemContent>
        </MenuItem>
      ))}
    </MenuSection>,
    <MenuSection key="client" title={words.user.client}>
      {CLIENTS.map((client) => (
        <MenuItem key={`client:${client}`} textValue={words.clients[client]}>
          <MenuItemIcon
            name={(client === 'mobile') === isMobile ? 'check' : client === 'mobile' ? 'mobile' : 'desktop'}
          />
          <MenuItemContent>{words.clients[client]}</MenuItemContent>
        </MenuItem>
      ))}
    </MenuSection>,
    <MenuSection key="theme" title={words.user.theme}>
      {THEMES.map((theme) => (
        <MenuItem key={`theme:${theme}`} textValue={words.themes[theme]}>
          <MenuItemIcon name={theme === chosen ? 'check' : 'palette'} />
          <MenuItemContent>{words.themes[theme]}</MenuItemContent>
        </MenuItem>
      ))}
    </MenuSection>,
  ];
  // A section without entries would still have its heading.
  if (buttons.length > 0) {
    sections.push(
      <MenuSection key="apps" title={words.user.apps}>
        {buttons.map((button) => (
          <MenuItem key={`button:${button.actionId}`} textValue={button.actionId}>
            <Icon name="cube" size={16} />
            <MenuItemContent>{appText(button.appId, button.labelI18n)}</MenuItemContent>
          </MenuItem>
        ))}
      </MenuSection>,
    );
  }
  return (
    <Menu
      title={words.user.menu(me.name)}
      placement="bottom-start"
      maxWidth="20rem"
      onAction={(key) => act(String(key))}
      button={
        <MeButton>
          <LetterAvatar name={me.username} size="x28" />
          <span>{me.name}</span>
        </MeButton>
      }
    >
      {sections}
    </Menu>
  );
}

/** The menu's button; the menu hands it its own properties. */
function MeButton({ icon: _icon, pressed: _pressed, ...props }: Record<string, unknown>) {
  return <button type="button" {...props} className="wb-sidebar-me" />;
}
