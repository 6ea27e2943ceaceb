import { Menu, MenuItem, MenuItemContent, MenuItemIcon } from '@rocket.chat/fuselage';
import { useSimulatorState } from '../../simulator/useSimulator';
import { words } from '../../words';
import { isPlayable, ownPlays, playKind } from '../plays';
import { usePhone } from '../usePhone';

const FILE = { id: 'file', label: words.phone.plays.file, description: '', icon: 'clip' } as const;

/** What a customer can send besides text: everything that the simulator offers. */
export function PlayMenu({ onChooseFile }: { readonly onChooseFile: () => void }) {
  const phone = usePhone();
  const kinds = useSimulatorState((state) => state.kinds);
  const plays = [...kinds.filter(isPlayable).map(playKind), ...ownPlays];
  const act = (key: string) => {
    if (key === FILE.id) {
      onChooseFile();
    } else {
      void plays.find(({ id }) => id === key)?.play(phone);
    }
  };
  return (
    <Menu title={words.phone.attach} icon="plus" placement="top-start" detached onAction={(key) => act(String(key))}>
      {[FILE, ...plays].map(({ id, label, description, icon }) => (
        <MenuItem key={id} textValue={label}>
          <MenuItemIcon name={icon} />
          <MenuItemContent title={description}>{label}</MenuItemContent>
        </MenuItem>
      ))}
    </Menu>
  );
}
