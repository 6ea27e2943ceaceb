import { IconButton } from '@rocket.chat/fuselage';
import { useStore } from 'zustand';
import { hintSwitch } from '../../hints/hintSwitch';
import { words } from '../../words';

/** Brings the hints back, or puts them away. */
export function HintButton() {
  const shown = useStore(hintSwitch);
  return (
    <IconButton
      small
      icon="help"
      pressed={shown}
      title={words.hints.button}
      aria-label={words.hints.button}
      aria-pressed={shown}
      onClick={() => hintSwitch.setState(!shown, true)}
    />
  );
}
