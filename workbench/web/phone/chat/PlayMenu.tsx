import { Menu, MenuItem, MenuItemContent, MenuItemIcon } from '@rocket.chat/fuselage';
import { words } from '../../words';
import { plays } from '../plays/plays';
import { usePhone } from '../usePhone';

const FILE = 'file';

/** What a customer can send besides text. */
export function PlayMenu({ onChooseFile }: { readonly onChooseFile: () => void }) {
  const phone = usePhone();
  const act = (key: string) => {
    if (key === FILE) {
      onChooseFile();
    } else {
      void plays.find(({ id }) => id === key)?.play(phone);
    }
  };
  return (
    <Menu title={words.phone.attach} icon="plus" placement="top-start" detached onAction={(key) => act(String(key))}>
      {[{ id: FILE, label: words.phone.plays.file, icon: 'clip' } as const, ...plays].map(({ id, label, icon }) => (
        <MenuItem key={id} textValue={label}>
          <MenuItemIcon name={icon} />
          <MenuItemContent>{label}</MenuItemContent>
        </MenuItem>
      ))}
    </Menu>
  );
}
